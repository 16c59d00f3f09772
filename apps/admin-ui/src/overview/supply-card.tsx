import { useCallback, type ReactNode } from 'react';
import type { OverviewStaffGroup, OverviewYear } from '../api/types';
import { ChartOrTable } from '../charts/chart-or-table';
import { LazyChart } from '../charts/lazy-chart';
import { marchOf, type LikelyRange } from '#modules/report-layout';
import type { Unit } from '../api/queries';
import { FigureLink } from '../explanation/figure-link';
import { FigureRegion } from '../shell/figure-region';
import { LIKELY_RANGE, supplyChartOption, supplyLines, type SupplyLine } from '../charts/supply-chart-option';
import { formatCount } from '../words/numbers';

interface SupplyTableProps {
  readonly unit: Unit | undefined;
  readonly staffGroup: string;
  readonly years: readonly OverviewYear[];
  readonly lines: readonly TableLine[];
}

type TableLine = Pick<SupplyLine, 'label' | 'values'> & Partial<Pick<SupplyLine, 'measure'>>;

/** The likely range as two lines of the table. */
function rangeLines(range: LikelyRange | null): TableLine[] {
  if (range === null) return [];
  return [
    { label: `${LIKELY_RANGE}, from`, values: range.low },
    { label: `${LIKELY_RANGE}, to`, values: range.high },
  ];
}

/** A figure as text; of a measure, as a link to how it came about. */
function SupplyFigure({ unit, staffGroup, line, year, index }: SupplyFigureProps) {
  const value = line.values[index] ?? null;
  const text = formatValue(value);
  if (value === null || unit === undefined || line.measure === undefined) return text;
  const question = { staffGroup, measure: line.measure, month: marchOf(year.year), span: 'year' } as const;
  return (
    <FigureLink unit={unit} question={question}>
      {text}
    </FigureLink>
  );
}

interface SupplyFigureProps extends Pick<SupplyTableProps, 'unit' | 'staffGroup'> {
  readonly line: TableLine;
  readonly year: OverviewYear;
  readonly index: number;
}

function SupplyTable({ years, lines, ...figure }: SupplyTableProps) {
  return (
    <FigureRegion label="Supply against requirement, table">
      <table className="wt-table">
        <thead>
          <tr>
            <th scope="col">WTE at 31 March</th>
            {years.map((year) => (
              <th key={year.year} scope="col" className="wt-number">
                {year.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.label}>
              <th scope="row">{line.label}</th>
              {years.map((year, index) => (
                <td key={year.year} className="wt-number">
                  <SupplyFigure {...figure} line={line} year={year} index={index} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </FigureRegion>
  );
}

function formatValue(value: number | null): string {
  return value === null ? '–' : formatCount(value);
}

interface SupplyCardProps {
  /** Whose figures they are, for links to how they came about. */
  readonly unit?: Unit;
  readonly title: string;
  readonly years: readonly OverviewYear[];
  readonly group: OverviewStaffGroup;
  readonly sentence: string;
  readonly height?: number;
  /** The likely range of staff in post; null where there is none of these figures. */
  readonly range?: LikelyRange | null;
  /** How far the likely range is, where it isn't there yet. */
  readonly rangeState?: ReactNode;
}

/** Supply against requirement over the plan's years, for one staff group. */
export function SupplyCard({
  unit,
  title,
  years,
  group,
  sentence,
  height = 320,
  range = null,
  rangeState = null,
}: SupplyCardProps) {
  const lines = supplyLines(group);
  const optionAt = useCallback(
    (width: number) => supplyChartOption(years, supplyLines(group), range, width),
    [years, group, range],
  );
  return (
    <>
      <h2 className="nhsuk-heading-m wt-card__heading">{title}</h2>
      <ChartOrTable
        name="supply"
        title={title}
        chart={
          <figure className="wt-figure">
            <LazyChart optionAt={optionAt} height={height} label={`Line chart. ${sentence}`} />
            <figcaption className="wt-caption">
              At 31 March of each year. The axis doesn’t start at zero. {rangeState}
            </figcaption>
          </figure>
        }
        table={
          <SupplyTable
            unit={unit}
            staffGroup={group.code}
            years={years}
            lines={[...lines, ...rangeLines(range)]}
          />
        }
        picture={{ height, optionAt }}
      />
    </>
  );
}
