import { ViewLinks } from '../downloads/view-links';
import { formatChange, formatCount, formatPercent, formatPounds } from '../words/numbers';
import { FigureTable } from './figure-card';
import type { KeptLimit, LimitUnit, ProposalDetail, SolvedPlan } from './proposal-types';
import { YearHeads } from './year-heads';

/** How a figure of a limit is written. */
export const LIMIT_TEXTS: Readonly<Record<LimitUnit, (value: number) => string>> = {
  fte: formatCount,
  people: formatCount,
  pounds: formatPounds,
  share: formatPercent,
  units: formatCount,
};

/** What was asked, what the plan has and what the proposal has by the whole projection, limit by limit. */
export function LimitsTable({ limits }: { readonly limits: readonly KeptLimit[] }) {
  return (
    <>
      <h3 className="nhsuk-heading-s nhsuk-u-margin-top-4">Limits</h3>
      <div className="wt-scroll" role="region" aria-label="Limits kept, table" tabIndex={0}>
        <FigureTable
          heads={['Limit', 'Asked', 'As planned', 'Proposal, confirmed']}
          rows={limits.map(({ key, label, unit, sense, bound, asPlanned, confirmed }) => ({
            key,
            name: label,
            figures: [
              `${sense === 'at-most' ? 'at most' : 'at least'} ${LIMIT_TEXTS[unit](bound)}`,
              LIMIT_TEXTS[unit](asPlanned),
              LIMIT_TEXTS[unit](confirmed),
            ],
          }))}
        />
      </div>
      <ViewLinks title="table Limits" table="limits" />
    </>
  );
}

interface LeversTableProps {
  readonly plan: SolvedPlan;
  readonly years: ProposalDetail['years'];
}

const amountText = (amount: number, unit: string): string =>
  unit.startsWith('share') ? formatPercent(amount) : formatChange(amount);

function rangeText(
  { least, greatest }: NonNullable<SolvedPlan['levers'][number]['range']>,
  unit: string,
  year: number,
): string {
  return `${amountText(least[year] ?? 0, unit)} to ${amountText(greatest[year] ?? 0, unit)}`;
}

/** What the proposal changes from the plan, lever by lever, with the cost and the effect of each. */
export function LeversTable({ plan, years }: LeversTableProps) {
  return (
    <>
      <h3 className="nhsuk-heading-s nhsuk-u-margin-top-4">Lever by lever</h3>
      <div
        className="wt-scroll"
        role="region"
        aria-label="Proposal and plan lever by lever, table"
        tabIndex={0}
      >
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">Lever</th>
              <YearHeads years={years} className="wt-number" />
              <th scope="col" className="wt-number">
                Cost
              </th>
              <th scope="col" className="wt-number">
                Without it, WTE more missing
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.levers.map(({ lever, label, unit, amounts, range, cost, shortfall }) => (
              <tr key={lever}>
                <th scope="row">
                  {label}
                  <span className="wt-cell-note">{unit}</span>
                </th>
                {amounts.map((amount, index) => (
                  <td key={years[index]?.year ?? index} className="wt-number">
                    {amountText(amount, unit)}
                    {range === null ? null : (
                      <span className="wt-cell-note">{rangeText(range, unit, index)}</span>
                    )}
                  </td>
                ))}
                <td className="wt-number">{formatPounds(cost)}</td>
                <td className="wt-number">{shortfall === null ? '–' : formatCount(shortfall)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="wt-table-foot">
        <p className="wt-caption">
          What changes from the plan in each year, all organisations together; of a rate or a share, the mean
          of those that use it, and their range.
        </p>
        <ViewLinks title="table Lever by lever" table="levers" />
      </div>
    </>
  );
}
