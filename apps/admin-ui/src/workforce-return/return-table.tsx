import { ViewLinks } from '../downloads/view-links';
import type { Unit } from '../api/queries';
import type { ReturnEmployment, ReturnFigures, ReturnPeriod, WorkforceReturn } from '../api/return-types';
import { FigureLink } from '../explanation/figure-link';
import {
  cellQuestion,
  displayedOf,
  EMPLOYMENT_NAMES,
  figureText,
  isSilent,
  periodText,
  type ReturnMeasure,
} from './return-words';

interface ReturnTableProps {
  readonly unit: Unit;
  readonly workforceReturn: WorkforceReturn;
  readonly measure: ReturnMeasure;
  readonly employment: ReturnEmployment;
}

interface CellProps extends ReturnTableProps {
  readonly period: ReturnPeriod;
  readonly figures: ReturnFigures | undefined;
  readonly staffGroups: readonly string[];
}

/** A figure that leads to its explanation where one run and one staff group are behind it. */
function Cell({ unit, workforceReturn, period, figures, staffGroups, measure, employment }: CellProps) {
  const value = figures === undefined || isSilent(period, employment) ? null : figures[employment];
  const text = figureText(value, measure);
  const question = cellQuestion(period, staffGroups, { measure, employment });
  const isTraced = value !== null && question !== null && workforceReturn.result.kind === 'run';
  return (
    <td className="wt-number">
      {isTraced ? (
        <FigureLink unit={unit} question={question}>
          {text}
        </FigureLink>
      ) : (
        text
      )}
    </td>
  );
}

/** Lines by period for one employment: the lines add up to all staff as they stand. */
export function ReturnTable(props: ReturnTableProps) {
  const { workforceReturn, measure, employment } = props;
  const { periods, lineSet } = workforceReturn;
  const title = `${EMPLOYMENT_NAMES[employment]}, ${measure === 'wte' ? 'WTE' : '£'}`;
  const rows = [
    ...lineSet.lines.map(({ code, label, staffGroups }, line) => ({
      code,
      label,
      staffGroups,
      figuresOf: (period: ReturnPeriod) => displayedOf(period, measure)?.lines[line],
    })),
    {
      code: 'all-staff',
      label: 'All staff',
      staffGroups: [],
      figuresOf: (period: ReturnPeriod) => displayedOf(period, measure)?.total,
    },
  ];
  return (
    <section className="wt-card" aria-label={title}>
      <h2 className="nhsuk-heading-m wt-card__heading">{title}</h2>
      <div className="wt-scroll" role="region" aria-label={`${title}, table`} tabIndex={0}>
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">Line</th>
              {periods.map((period) => (
                <th key={`${period.kind} ${period.month}`} scope="col" className="wt-number">
                  {periodText(period)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, label, staffGroups, figuresOf }) => (
              <tr key={code}>
                <th scope="row">{label}</th>
                {periods.map((period) => (
                  <Cell
                    key={`${period.kind} ${period.month}`}
                    {...props}
                    period={period}
                    figures={figuresOf(period)}
                    staffGroups={staffGroups}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ViewLinks title={`table ${title}`} table={`${employment}-${measure}`} />
    </section>
  );
}
