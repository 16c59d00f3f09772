import { ApiError } from '../api/api-error';
import { Listing } from '../listings/listing';

/** One thing that is wrong with a file. */
export interface FileFault {
  readonly file?: string;
  readonly line?: number | null;
  readonly column?: string | null;
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
}

/** The faults that a refusal names; none for other errors. */
export function fileFaults(error: Error | null): readonly FileFault[] {
  if (!(error instanceof ApiError)) return [];
  return (error.problem['errors'] ?? []) as readonly FileFault[];
}

/** Why a file was refused: each fault with where it is and what to do. Nothing of the file was kept. */
export function FileFaults({ error, what }: { readonly error: Error; readonly what: string }) {
  const faults = fileFaults(error);
  return (
    <div className="wt-banner wt-banner--error" role="alert">
      <p>
        <strong>{what} can’t be read. Nothing was kept.</strong> {faults.length === 0 ? error.message : ''}
      </p>
      {faults.length === 0 ? null : (
        <Listing
          title={`What is wrong with ${what}`}
          isTitled
          columns={[
            { heading: 'Where', cell: place, value: place },
            {
              heading: 'What is wrong',
              kind: 'wide',
              cell: ({ message }) => message,
              value: ({ message }) => message,
            },
            { heading: 'What to do', kind: 'wide', cell: ({ fix }) => fix, value: ({ fix }) => fix },
          ]}
          rows={faults}
          rowKey={(fault) => `${place(fault)} ${fault.rule} ${fault.message}`}
          empty=""
        />
      )}
    </div>
  );
}

function place({ line = null, column = null }: FileFault): string {
  const parts = [line === null ? [] : [`line ${line}`], column === null ? [] : [column]].flat();
  return parts.length === 0 ? 'The file' : parts.join(', ');
}
