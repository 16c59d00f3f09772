import { AmountInput } from './amount-input';
import { poolKey } from './plan-form-state';
import type { OfferedLever, YearName } from './proposal-types';
import { YearHeads } from './year-heads';

interface PoolTableProps {
  /** Fields have the id `<id>-pool-<lever>.<year>`. */
  readonly id: string;
  readonly years: readonly YearName[];
  readonly levers: readonly OfferedLever[];
  readonly pools: Readonly<Record<string, string>>;
  readonly onChange: (key: string, text: string) => void;
}

/** Units of levers in the plural. */
const UNIT_WORDS: Readonly<Record<string, string>> = { person: 'people', offer: 'offers', start: 'starts' };

function PoolRow({
  id,
  years,
  lever,
  pools,
  onChange,
}: Omit<PoolTableProps, 'levers'> & { readonly lever: OfferedLever }) {
  return (
    <tr>
      <th scope="row">
        {lever.label}
        <span className="wt-cell-note">{UNIT_WORDS[lever.unit] ?? lever.unit}</span>
      </th>
      {years.map(({ year, label }) => {
        const key = poolKey(lever, year);
        return (
          <td key={year}>
            <AmountInput
              id={`${id}-pool-${key}`}
              label={`${lever.label} that all share, ${label}`}
              text={pools[key] ?? ''}
              onChange={(text) => onChange(key, text)}
            />
          </td>
        );
      })}
    </tr>
  );
}

/** How many of what organisations have in common all of them together find in a year; a blank row is not shared. */
export function PoolTable({ levers, ...row }: PoolTableProps) {
  if (levers.length === 0) return null;
  return (
    <>
      <h3 className="nhsuk-heading-s nhsuk-u-margin-top-4">What organisations share</h3>
      <p className="nhsuk-hint wt-form-hint">
        The most that all organisations together can find in a year, so that they do not bid for the same
        people. Leave a row blank where each organisation has its own.
      </p>
      <div className="wt-scroll" role="region" aria-label="What organisations share, table" tabIndex={0}>
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">All together</th>
              <YearHeads years={row.years} />
            </tr>
          </thead>
          <tbody>
            {levers.map((lever) => (
              <PoolRow key={lever.lever} lever={lever} {...row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
