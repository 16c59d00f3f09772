import { useId, useState } from 'react';
import type { EsrVocabulary } from '../../api/esr-types';
import { fileFaults, FileFaults } from '../file-faults';
import { ListingFilesProvider } from '../../listings/listing-files';
import { UploadBar } from '../upload-bar';
import { ExtractForm } from './extract-form';
import { ExtractReport } from './extract-report';
import { MissingColumnsForm } from './missing-columns-form';
import { UnmappedForm } from './unmapped-form';
import { useExtractImport, type ChosenExtract, type ExtractOutcome } from './use-extract-import';

interface OutcomeProps {
  readonly organisationId: string;
  readonly outcome: ExtractOutcome;
  readonly vocabulary: EsrVocabulary | undefined;
  readonly isBusy: boolean;
  /** A saved report is open: two would have the same tables. */
  readonly isReportOpen: boolean;
  readonly onAgain: () => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}

function verdict({ report }: ExtractOutcome): string {
  if (report === null) return '';
  return report.alreadyImported
    ? 'This content was imported before: importing it again changes nothing.'
    : 'Nothing is saved yet. This is what the import would hold.';
}

function Outcome(props: OutcomeProps) {
  const { organisationId, outcome, vocabulary, isBusy, isReportOpen, onAgain, onSave, onLeave } = props;
  const { report, error, headers } = outcome;
  if (error !== null) {
    return (
      <>
        <FileFaults error={error} what="The extract" />
        {vocabulary === undefined ? null : (
          <MissingColumnsForm
            organisationId={organisationId}
            faults={fileFaults(error)}
            vocabulary={vocabulary}
            headers={headers}
            onSaved={onAgain}
          />
        )}
      </>
    );
  }
  if (report === null) return null;
  return (
    <>
      <p>
        <strong>{verdict(outcome)}</strong>
      </p>
      {vocabulary === undefined ? null : (
        <UnmappedForm
          organisationId={organisationId}
          position={report.position}
          vocabulary={vocabulary}
          mayEdit
          onSaved={onAgain}
        />
      )}
      <p className="wt-attention__actions wt-import-actions">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small wt-button"
          disabled={isBusy}
          onClick={onSave}
        >
          Import this extract
        </button>
        <button type="button" className="wt-link-button" onClick={onLeave}>
          Leave everything as it is
        </button>
      </p>
      {isReportOpen ? (
        <p className="wt-secondary">Close the report above to see what is in these files.</p>
      ) : (
        <ExtractReport report={report} vocabulary={vocabulary} />
      )}
    </>
  );
}

interface ImportCardProps {
  readonly organisationId: string;
  readonly vocabulary: EsrVocabulary | undefined;
  readonly isReportOpen: boolean;
  /** Told the id of the import once it is saved. */
  readonly onSaved: (id: string) => void;
}

/** Imports an extract: a look first, mapping what is not known, and nothing saved before it is said so. */
export function ImportCard({ organisationId, vocabulary, isReportOpen, onSaved }: ImportCardProps) {
  const id = useId();
  const [chosen, setChosen] = useState<ChosenExtract | null>(null);
  const { outcome, progress, check, save, cancel, clear } = useExtractImport(organisationId, onSaved);
  const onCheck = (extract: ChosenExtract) => {
    setChosen(extract);
    clear();
    void check(extract);
  };
  return (
    <section className="wt-card" aria-labelledby={id}>
      <h2 className="nhsuk-heading-m wt-card__heading" id={id}>
        Import an extract
      </h2>
      <p className="wt-secondary">
        Rows are reduced to counts as they arrive. Names, numbers and days of birth are dropped and never
        stored.
      </p>
      <ExtractForm isBusy={progress !== null} onCheck={onCheck} />
      <UploadBar progress={progress} onCancel={cancel} />
      {outcome === null || chosen === null ? null : (
        <ListingFilesProvider value={null}>
          <Outcome
            organisationId={organisationId}
            outcome={outcome}
            vocabulary={vocabulary}
            isBusy={progress !== null}
            isReportOpen={isReportOpen}
            onAgain={() => void check(chosen)}
            onSave={() => void save(chosen)}
            onLeave={clear}
          />
        </ListingFilesProvider>
      )}
    </section>
  );
}
