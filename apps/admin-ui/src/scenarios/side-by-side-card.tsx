import { COMPARED_LINES, lineIn, marchOf, type ComparedLine } from '#modules/report-layout';
import { useCallback, useMemo } from 'react';
import type { Overview } from '../api/types';
import type { ChartData } from '../charts/chart-data';
import { ChartOrTable } from '../charts/chart-or-table';
import { LazyChart } from '../charts/lazy-chart';
import { reportChartHeight, reportChartOption } from '../charts/report-chart-option';
import { FigureLink } from '../explanation/figure-link';
import { FigureRegion } from '../shell/figure-region';
import { lineText } from './compared-lines';

interface SideBySideCardProps {
  /** The own scenario first. */
  readonly overviews: readonly Overview[];
  readonly group: string;
  readonly line: ComparedLine;
}

/** The measure of a line; a gap is the difference of two. */
const MEASURES: Readonly<Partial<Record<ComparedLine, string>>> = {
  'staff-in-post': 'fte',
  headcount: 'headcount',
  available: 'available-fte',
  requirement: 'requirement',
  'pay-bill': 'pay-bill',
};

interface SideFigureProps {
  readonly overview: Overview;
  readonly group: string;
  readonly line: ComparedLine;
  readonly index: number;
  readonly value: number | null;
}

/** A figure of a scenario; of one measure, as a link to how it came about there. */
function SideFigure({ overview, group, line, index, value }: SideFigureProps) {
  const { scenario, organisation, years } = overview;
  const text = lineText(value, line);
  const year = years[index]?.year;
  const measure = MEASURES[line];
  if (value === null || measure === undefined || year === undefined) return text;
  return (
    <FigureLink
      unit={{ scenarioId: scenario.id, organisationId: organisation.id }}
      question={{ staffGroup: group, measure, month: marchOf(year), span: 'year' }}
    >
      {text}
    </FigureLink>
  );
}

function SideTable({ overviews, group, line }: SideBySideCardProps) {
  return (
    <FigureRegion label="Side by side, table">
      <table className="wt-table wt-table--report">
        <thead>
          <tr>
            <th scope="col" className="wt-sticky">
              {COMPARED_LINES[line]}
            </th>
            {overviews[0]?.years.map(({ year, label }) => (
              <th key={year} scope="col" className="wt-number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overviews.map((overview) => (
            <tr key={overview.scenario.id}>
              <th scope="row" className="wt-sticky">
                {overview.scenario.name}
              </th>
              {lineIn(overview.staffGroups, group, line).map((value, index) => (
                <td key={overview.years[index]?.year ?? index} className="wt-number">
                  <SideFigure overview={overview} group={group} line={line} index={index} value={value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </FigureRegion>
  );
}

/** One line of two or three scenarios over the years, as a chart or as a table. */
export function SideBySideCard({ overviews, group, line }: SideBySideCardProps) {
  const data = useMemo(
    (): ChartData => ({
      kind: 'lines',
      unit: line === 'pay-bill' ? 'pounds' : 'fte',
      categories: (overviews[0]?.years ?? []).map(({ label }) => label),
      series: overviews.map((overview) => ({
        key: overview.scenario.id,
        label: overview.scenario.name,
        values: lineIn(overview.staffGroups, group, line),
      })),
    }),
    [overviews, group, line],
  );
  const optionAt = useCallback((width: number) => reportChartOption(data, width), [data]);
  const height = reportChartHeight(data);
  const title = `Side by side: ${COMPARED_LINES[line]}`;
  const names = overviews.map(({ scenario }) => scenario.name).join(', ');
  return (
    <section className="wt-card" aria-labelledby="side-by-side">
      <h2 className="nhsuk-heading-m wt-card__heading" id="side-by-side">
        {title}
      </h2>
      <ChartOrTable
        name="side"
        title={title}
        chart={
          <figure className="wt-figure">
            <LazyChart optionAt={optionAt} height={height} label={`Line chart of ${names}.`} />
            <figcaption className="wt-caption">
              At 31 March of each year. The axis may not start at zero.
            </figcaption>
          </figure>
        }
        table={<SideTable overviews={overviews} group={group} line={line} />}
        picture={{ height, optionAt }}
      />
    </section>
  );
}
