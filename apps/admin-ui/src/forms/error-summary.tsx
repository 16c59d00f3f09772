import { useEffect, useRef } from 'react';
import type { FormProblem } from './problems';

interface ErrorSummaryProps {
  /** Fields have the id `<id>-<field>`. */
  readonly id: string;
  readonly problems: readonly FormProblem[];
  /** Fields that the form has: other problems lead nowhere. */
  readonly fields?: readonly string[];
}

/** What is wrong, at the top, each leading to its field. */
export function ErrorSummary({ id, problems, fields }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problems]);
  if (problems.length === 0) return null;
  const isField = (field: string) => field !== '' && (fields === undefined || fields.includes(field));
  return (
    <div className="nhsuk-error-summary wt-error-summary" role="alert" tabIndex={-1} ref={box}>
      <h3 className="nhsuk-error-summary__title">There is a problem</h3>
      <ul className="nhsuk-list nhsuk-error-summary__list">
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {isField(field) ? <a href={`#${id}-${field}`}>{message}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  );
}
