import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { apiSendFile } from '../api/api-client';
import { kindOf } from '../api/api-error';
import type { ActualsReport } from '../api/monitoring-types';
import { formatMonth } from '../words/dates';
import { formatQuantity } from '../words/numbers';

/** What went wrong, in the server's words where it has some. */
export function faultInWords(error: unknown): string {
  const problem = (error instanceof Error ? Reflect.get(error, 'problem') : undefined) as
    | {
        readonly errors?: readonly {
          readonly pointer: string;
          readonly message: string;
          readonly fix: string;
        }[];
      }
    | undefined;
  const first = problem?.errors?.[0];
  if (first !== undefined) return `${first.pointer}: ${first.message} ${first.fix}`;
  if (kindOf(error) === 'offline') return 'The service can’t be reached.';
  return 'That was not possible. Your role may not allow it for this organisation.';
}

function summary({ added, changed, unchanged, from, to }: ActualsReport): string {
  return `${formatMonth(from)} to ${formatMonth(to)}: ${formatQuantity(added, 'new figure')}, ${formatQuantity(changed, 'changed figure')}, ${unchanged} as they are.`;
}

interface PreviewProps {
  readonly report: ActualsReport;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

function Preview({ report, onSave, onCancel }: PreviewProps) {
  return (
    <section className="wt-attention" aria-label="What the file changes">
      <p className="wt-attention__text">{summary(report)} Nothing is saved yet.</p>
      <p className="wt-attention__actions">
        <button type="button" className="nhsuk-button nhsuk-button--small wt-button" onClick={onSave}>
          Save the figures
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
          onClick={onCancel}
        >
          Leave everything as it is
        </button>
      </p>
    </section>
  );
}

/** Actual figures by file: what it would change is shown before anything is saved. */
export function ActualsPanel({ organisationId }: { readonly organisationId: string }) {
  const id = useId();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<{ readonly file: File; readonly report: ActualsReport } | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const attempt = async (act: () => Promise<void>) => {
    setFault(null);
    setMessage(null);
    try {
      await act();
    } catch (error) {
      setFault(faultInWords(error));
    }
  };
  const preview = (file: File) =>
    attempt(async () => {
      setChosen(null);
      setChosen({
        file,
        report: await apiSendFile<ActualsReport>('/actuals/preview', { organisationId }, file),
      });
    });
  const save = (file: File) =>
    attempt(async () => {
      const report = await apiSendFile<ActualsReport>('/actuals', { organisationId }, file);
      setChosen(null);
      setMessage(`Saved. ${summary(report)}`);
      await client.invalidateQueries({ queryKey: ['monitored-years', organisationId] });
    });
  return (
    <div className="wt-workbook">
      <label htmlFor={id}>Upload actual figures (CSV)</label>
      <input
        id={id}
        type="file"
        accept=".csv"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) void preview(file);
        }}
      />
      {fault === null ? null : (
        <p className="nhsuk-error-message" role="alert">
          {fault}
        </p>
      )}
      {message === null ? null : <p role="status">{message}</p>}
      {chosen === null ? null : (
        <Preview
          report={chosen.report}
          onSave={() => void save(chosen.file)}
          onCancel={() => setChosen(null)}
        />
      )}
    </div>
  );
}
