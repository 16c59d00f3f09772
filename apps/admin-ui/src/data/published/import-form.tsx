import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ImportReport } from '../../api/data-types';
import { FileField } from '../../forms/fields';
import { useAnnounce } from '../../shell/announcer';
import { formatQuantity } from '../../words/numbers';
import { FileFaults } from '../file-faults';
import { UploadBar } from '../upload-bar';
import { useUpload } from '../use-upload';
import { ImportReportView } from './import-report-view';

/** A file that was looked at: what an import of it would give, or why it was refused. */
type Looked = { readonly file: File } & (
  | { readonly report: ImportReport; readonly error: null; readonly isSaved: boolean }
  | { readonly report: null; readonly error: Error; readonly isSaved: false }
);

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** Looks at files one after another, then imports those that can be read. */
function useImport() {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { progress, send, cancel } = useUpload();
  const [looked, setLooked] = useState<readonly Looked[]>([]);
  const eachInTurn = async (files: readonly File[], path: string, isSaved: boolean) => {
    const found: Looked[] = [];
    for (const [index, file] of files.entries()) {
      const place = files.length === 1 ? '' : ` (${index + 1} of ${files.length})`;
      try {
        const report = await send<ImportReport>({ path, parts: { file } }, `${file.name}${place}`);
        if (report === null) return;
        found.push({ file, report, error: null, isSaved });
      } catch (error) {
        found.push({ file, report: null, error: asError(error), isSaved: false });
      }
      setLooked([...found]);
    }
    const read = found.filter(({ error }) => error === null).length;
    announce(`${formatQuantity(read, 'file')} ${isSaved ? 'imported' : 'can be imported'}.`);
  };
  const look = (files: readonly File[]) => {
    setLooked([]);
    return eachInTurn(files, '/imports/preview', false);
  };
  const save = async () => {
    const files = looked.filter(({ error }) => error === null).map(({ file }) => file);
    await eachInTurn(files, '/imports', true);
    await queries.invalidateQueries({ queryKey: ['imports'] });
  };
  return { looked, progress, look, save, cancel, clear: () => setLooked([]) };
}

function LookedAt({ looked }: { readonly looked: Looked }) {
  const { file, report, error, isSaved } = looked;
  return (
    <section aria-label={file.name} className="wt-looked">
      <h3 className="nhsuk-heading-s wt-card__heading">{file.name}</h3>
      {error === null ? null : <FileFaults error={error} what={file.name} />}
      {report === null ? null : (
        <>
          <p>
            <strong>
              {report.alreadyImported && !isSaved
                ? 'These bytes were imported before: importing them again changes nothing.'
                : isSaved
                  ? 'Imported.'
                  : 'Nothing is saved yet. This is what the import would do.'}
            </strong>
          </p>
          <ImportReportView report={report} />
        </>
      )}
    </section>
  );
}

/** Imports published files as they come: a look first, and nothing saved before it is said so. */
export function ImportForm() {
  const id = useId();
  const { looked, progress, look, save, cancel, clear } = useImport();
  const open = looked.filter(({ error, isSaved }) => error === null && !isSaved);
  return (
    <section className="wt-card" aria-labelledby={`${id}-heading`}>
      <h2 className="nhsuk-heading-m wt-card__heading" id={`${id}-heading`}>
        Import published files
      </h2>
      <FileField
        id={`${id}-files`}
        label="Files"
        hint="CSV as NHS England publishes it, one or several. They are looked at first."
        accept=".csv,text/csv"
        isMultiple
        onChoose={(files) => void look(files)}
      />
      <UploadBar progress={progress} onCancel={cancel} />
      {looked.map((one) => (
        <LookedAt key={`${one.file.name} ${one.file.size}`} looked={one} />
      ))}
      {open.length > 0 && progress === null ? (
        <p className="wt-attention__actions">
          <button
            type="button"
            className="nhsuk-button nhsuk-button--small wt-button"
            onClick={() => void save()}
          >
            Import {formatQuantity(open.length, 'file')}
          </button>
          <button type="button" className="wt-link-button" onClick={clear}>
            Leave everything as it is
          </button>
        </p>
      ) : null}
    </section>
  );
}
