import { useId, useState } from 'react';
import type { MonthlyVocabulary } from '../../api/monthly-types';
import { FileField } from '../../forms/fields';
import { FileFaults } from '../file-faults';
import { ListingFilesProvider } from '../../listings/listing-files';
import { UploadBar } from '../upload-bar';
import { MissingMonthlyColumns } from './missing-monthly-columns';
import type { MonthlySubject } from './monthly-queries';
import { MonthlyReportView } from './monthly-report';
import { KIND_WORDS } from './monthly-words';
import { UnmappedSourcesForm } from './unmapped-sources-form';
import { useMonthlyImport, type MonthlyOutcome } from './use-monthly-import';

interface OutcomeProps {
  readonly subject: MonthlySubject;
  readonly outcome: MonthlyOutcome;
  readonly vocabulary: MonthlyVocabulary;
  readonly isBusy: boolean;
  readonly onAgain: () => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}

function Outcome({ subject, outcome, vocabulary, isBusy, onAgain, onSave, onLeave }: OutcomeProps) {
  const { report, error, headers } = outcome;
  const { file } = KIND_WORDS[subject.kind];
  if (error !== null) {
    return (
      <>
        <FileFaults error={error} what={`The ${file}`} />
        <MissingMonthlyColumns
          subject={subject}
          error={error}
          vocabulary={vocabulary}
          headers={headers}
          onSaved={onAgain}
        />
      </>
    );
  }
  if (report === null) return null;
  return (
    <>
      <p>
        <strong>
          {report.alreadyImported
            ? 'This content was imported before: importing it again changes nothing.'
            : 'Nothing is saved yet. This is what the import would hold.'}
        </strong>
      </p>
      <UnmappedSourcesForm
        subject={subject}
        report={report}
        vocabulary={vocabulary}
        mayEdit
        onSaved={onAgain}
      />
      <p className="wt-attention__actions">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small wt-button"
          disabled={isBusy}
          onClick={onSave}
        >
          Import this {file}
        </button>
        <button type="button" className="wt-link-button" onClick={onLeave}>
          Leave everything as it is
        </button>
      </p>
      <MonthlyReportView report={report} vocabulary={vocabulary} />
    </>
  );
}

interface MonthlyImportCardProps {
  readonly subject: MonthlySubject;
  readonly vocabulary: MonthlyVocabulary;
  /** Told the id of the import once it is saved. */
  readonly onSaved: (id: string) => void;
}

/** Imports a ledger or roster: a look first, mapping what is not known, and nothing saved before it is said so. */
export function MonthlyImportCard({ subject, vocabulary, onSaved }: MonthlyImportCardProps) {
  const id = useId();
  const [chosen, setChosen] = useState<File | null>(null);
  const { outcome, progress, check, save, cancel, clear } = useMonthlyImport(subject, onSaved);
  const { file } = KIND_WORDS[subject.kind];
  return (
    <section className="wt-card" aria-labelledby={id}>
      <h2 className="nhsuk-heading-m wt-card__heading" id={id}>
        Import a {file}
      </h2>
      <p className="wt-secondary">
        A file speaks for the whole organisation in each of its months: it takes the place of what was there.
      </p>
      <FileField
        id={`${id}-file`}
        label={`File of the ${file}`}
        hint="CSV or Excel (.xlsx). It is checked first."
        accept=".csv,.xlsx,text/csv"
        onChoose={([picked]) => {
          clear();
          setChosen(picked ?? null);
          if (picked !== undefined) void check(picked);
        }}
      />
      <UploadBar progress={progress} onCancel={cancel} />
      {outcome === null || chosen === null ? null : (
        <ListingFilesProvider value={null}>
          <Outcome
            subject={subject}
            outcome={outcome}
            vocabulary={vocabulary}
            isBusy={progress !== null}
            onAgain={() => void check(chosen)}
            onSave={() => void save(chosen)}
            onLeave={clear}
          />
        </ListingFilesProvider>
      )}
    </section>
  );
}
