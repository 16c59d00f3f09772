import { ErrorSummary } from '../forms/error-summary';
import type { YearChange } from './use-year-change';

interface ChangeFaultsProps {
  readonly id: string;
  readonly change: YearChange;
  readonly fields: readonly string[];
}

/** What was refused, and the way on where someone else was faster; what was typed stays. */
export function ChangeFaults({ id, change, fields }: ChangeFaultsProps) {
  return (
    <>
      <ErrorSummary id={id} problems={change.problems} fields={fields} />
      {change.readAgain === null ? null : (
        <p>
          <button type="button" className="wt-link-button" onClick={change.readAgain}>
            Show what they saved and keep what I typed
          </button>
        </p>
      )}
    </>
  );
}
