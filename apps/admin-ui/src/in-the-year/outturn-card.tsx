import type { YearComparison } from '../api/monitoring-types';
import { LINE_NAMES, OUTTURN_NAMES, UNIT_NAMES } from '#views/lists';
import { ViewLinks } from '../downloads/view-links';
import { FigureRegion } from '../shell/figure-region';
import { exactFigure } from './comparison-words';
import { PlanFigure } from './plan-figure';

const OUTTURNS = (['plan', 'forecast', 'runRate', 'reforecast'] as const).map(
  (key) => [key, OUTTURN_NAMES[key]] as const,
);

/** Where every line ends the year: as planned, as forecast, along a straight line, as reforecast. */
export function OutturnTable({
  organisationId,
  comparison,
}: {
  readonly organisationId: string;
  readonly comparison: YearComparison;
}) {
  const isReforecast = comparison.lines.some(({ outturn }) => outturn.reforecast !== null);
  const shown = OUTTURNS.filter(([key]) => key !== 'reforecast' || isReforecast);
  return (
    <>
      <FigureRegion label="The end of the year, table">
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">Line</th>
              {shown.map(([key, name]) => (
                <th key={key} scope="col" className="wt-number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparison.lines.map((line) => (
              <tr key={line.line}>
                <th scope="row">
                  {LINE_NAMES[line.line] ?? line.line} ({UNIT_NAMES[line.unit]})
                </th>
                {shown.map(([key]) => (
                  <td key={key} className="wt-number">
                    {key === 'plan' ? (
                      <PlanFigure
                        {...{ organisationId, comparison }}
                        line={line.line}
                        month={comparison.months.length - 1}
                        span={line.unit === 'wte' ? 'month' : 'year'}
                      >
                        {exactFigure(line.outturn.plan, line)}
                      </PlanFigure>
                    ) : (
                      exactFigure(line.outturn[key], line)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </FigureRegion>
      <ViewLinks title="table The end of the year" table="outturn" />
    </>
  );
}
