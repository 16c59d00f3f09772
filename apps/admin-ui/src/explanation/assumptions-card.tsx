import { Link } from 'react-router';
import { explainedRows, originWords, type ExplainedRow } from '#modules/report-layout';
import type { ExplainedNumber } from '../api/analysis-types';
import type { Unit } from '../api/queries';
import type { ParameterCatalogue } from '../api/types';
import { valueInWords } from '../assumptions/grid/cell-text';
import { ViewLinks } from '../downloads/view-links';
import { assumptionCellAddress } from '../plan/addresses';
import { financialYear } from '../words/dates';

interface AssumptionsCardProps {
  readonly unit: Unit;
  readonly explained: ExplainedNumber;
  readonly catalogue: ParameterCatalogue;
  readonly groupName: (code: string) => string;
}

type RowProps = Omit<AssumptionsCardProps, 'explained'> & { readonly row: ExplainedRow };

function Row({ unit, row, catalogue, groupName }: RowProps) {
  const { assumption, value, origin, usedIn } = row;
  const known = catalogue.parameters.find(({ key }) => key === assumption.parameter);
  const definition = known ?? { unit: assumption.unit, decimals: 1 };
  const words = (figure: number) => valueInWords(figure, definition);
  const hasRange = value.low !== null && value.high !== null;
  return (
    <tr>
      <th scope="row" className="wt-wide-cell">
        <Link to={assumptionCellAddress(unit, { ...assumption, year: value.year })}>{assumption.label}</Link>
        <span className="wt-cell-note">{groupName(assumption.staffGroup)}</span>
      </th>
      <td>{financialYear(value.year)}</td>
      <td className="wt-number">
        {words(value.value)}
        {hasRange ? (
          <span className="wt-cell-note">
            {words(value.low ?? 0)} to {words(value.high ?? 0)}
          </span>
        ) : null}
      </td>
      <td className="wt-wide-cell">
        {originWords(origin)}
        {origin?.source === null || origin?.source === undefined ? null : (
          <span className="wt-cell-note">{origin.source}</span>
        )}
      </td>
      <td className="wt-wide-cell">{usedIn.join('; ')}</td>
    </tr>
  );
}

/** The assumptions behind a number: value, level, who, source; each leads to its cell in the grid. */
export function AssumptionsCard({ explained, ...shared }: AssumptionsCardProps) {
  const rows = explainedRows(explained);
  return (
    <section className="wt-card" aria-labelledby="assumptions">
      <h2 className="nhsuk-heading-m wt-card__heading" id="assumptions">
        Assumptions it rests on
      </h2>
      {rows.length === 0 ? (
        <p>No assumption acts on this number directly. Open its steps to see what they rest on.</p>
      ) : (
        <>
          <div className="wt-scroll" role="region" aria-label="Assumptions, table" tabIndex={0}>
            <table className="wt-table">
              <thead>
                <tr>
                  <th scope="col">Assumption</th>
                  <th scope="col">Year</th>
                  <th scope="col" className="wt-number">
                    Value and likely range
                  </th>
                  <th scope="col">Where it comes from</th>
                  <th scope="col">Used in</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row
                    key={`${row.assumption.parameter} ${row.assumption.staffGroup} ${row.value.year}`}
                    row={row}
                    {...shared}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <ViewLinks title="table Assumptions" table="assumptions" />
        </>
      )}
    </section>
  );
}
