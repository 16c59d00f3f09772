import { AmountInput } from './amount-input';
import { limitKey, UNIT_HINTS } from './plan-form-state';
import type { OfferedLimit, YearName } from './proposal-types';
import { YearHeads } from './year-heads';

interface LimitTableProps {
  /** Fields have the id `<id>-<key>`. */
  readonly id: string;
  readonly years: readonly YearName[];
  readonly limits: readonly OfferedLimit[];
  readonly bounds: Readonly<Record<string, string>>;
  readonly onChange: (key: string, text: string) => void;
}

/** The limits by year; a blank cell is no limit. */
export function LimitTable({ id, years, limits, bounds, onChange }: LimitTableProps) {
  return (
    <>
      <h3 className="nhsuk-heading-s">Limits</h3>
      <p className="nhsuk-hint wt-form-hint">
        Leave a year blank to set no limit. 50% of a shortfall is half of what is planned for that year.
      </p>
      <div className="wt-scroll" role="region" aria-label="Limits, table" tabIndex={0}>
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">What must hold</th>
              <YearHeads years={years} />
            </tr>
          </thead>
          <tbody>
            {limits.map((limit) => (
              <tr key={limit.kind}>
                <th scope="row">
                  {limit.label}: {limit.sense === 'at-most' ? 'at most' : 'at least'}
                  <span className="wt-cell-note">{UNIT_HINTS[limit.unit]}</span>
                </th>
                {years.map(({ year, label }) => {
                  const key = limitKey(limit, year);
                  return (
                    <td key={year}>
                      <AmountInput
                        id={`${id}-${key}`}
                        label={`${limit.label}, ${label}`}
                        text={bounds[key] ?? ''}
                        onChange={(text) => onChange(key, text)}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
