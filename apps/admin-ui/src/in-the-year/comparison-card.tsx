import { useCallback, useMemo } from 'react';
import { LINE_NAMES, PART_NAMES, UNIT_NAMES } from '#views/lists';
import type { ComparedLine, YearComparison } from '../api/monitoring-types';
import { LazyChart } from '../charts/lazy-chart';
import { startsAtZero, type ChartData } from '../charts/chart-data';
import { reportChartHeight, reportChartOption } from '../charts/report-chart-option';
import { chartFormats } from '../downloads/chart-formats';
import { SaveLinks } from '../downloads/save-links';
import { ViewLinks } from '../downloads/view-links';
import { useFigureSource } from '../plan/figure-source';
import { FigureRegion } from '../shell/figure-region';
import { Tag } from '../states/tag';
import { formatMonth } from '../words/dates';
import { exactChange, exactFigure, FLAG_WORDS } from './comparison-words';
import { PlanFigure, PlanFigureHint } from './plan-figure';

const REPORT_UNITS = { wte: 'fte', pounds: 'pounds', share: 'share' } as const;

/** Plan and actual of the closed months as lines. */
function chartData({ months, closedMonths }: YearComparison, line: ComparedLine): ChartData {
  const valuesOf = (figure: 'plan' | 'actual') =>
    line.months.map(({ variance }) => (variance === null ? null : variance[figure] / line.scale));
  return {
    kind: 'lines',
    unit: REPORT_UNITS[line.unit],
    categories: months.slice(0, closedMonths).map(formatMonth),
    series: [
      { key: 'actual', label: 'Actual', values: valuesOf('actual') },
      { key: 'plan', label: 'Plan', values: valuesOf('plan') },
    ],
  };
}

interface ComparisonProps {
  readonly comparison: YearComparison;
  readonly line: ComparedLine;
}

/** Plan against actual of one line, as a chart. */
export function ComparisonChart({ comparison, line }: ComparisonProps) {
  const data = useMemo(() => chartData(comparison, line), [comparison, line]);
  const optionAt = useCallback((width: number) => reportChartOption(data, width), [data]);
  const source = useFigureSource();
  const height = reportChartHeight(data);
  const name = LINE_NAMES[line.line] ?? line.line;
  const title = `Plan against actual: ${name}`;
  return (
    <figure className="wt-figure">
      <LazyChart
        optionAt={optionAt}
        height={height}
        label={`Line chart. ${name}: plan and actual by month.`}
      />
      <figcaption className="wt-caption wt-figure__caption">
        <span>
          {startsAtZero(data) ? 'Closed months.' : 'Closed months. The axis doesn’t start at zero.'}
        </span>
        {source === null ? null : (
          <SaveLinks title={`chart ${title}`} formats={chartFormats({ title, height, optionAt }, source)} />
        )}
      </figcaption>
    </figure>
  );
}

interface TableProps extends ComparisonProps {
  readonly organisationId: string;
}

/** Plan, actual, variance and its parts by month; the parts add up as they stand. */
export function ComparisonTable({ organisationId, comparison, line }: TableProps) {
  const parts = Object.keys(PART_NAMES).filter((part) =>
    line.months.some(({ variance }) => variance?.parts[part] !== undefined),
  );
  const unit = UNIT_NAMES[line.unit];
  return (
    <>
      <FigureRegion label="Plan against actual by month, table">
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">Month ({unit})</th>
              {['Plan', 'Actual', 'Variance'].map((head) => (
                <th key={head} scope="col" className="wt-number">
                  {head}
                </th>
              ))}
              <th scope="col">Flag</th>
              {parts.map((part) => (
                <th key={part} scope="col" className="wt-number">
                  {PART_NAMES[part]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {line.months.map(({ month, variance, flag }) => {
              const word = FLAG_WORDS[flag] ?? null;
              return (
                <tr key={month}>
                  <th scope="row">{formatMonth(comparison.months[month] ?? '')}</th>
                  <td className="wt-number">
                    <PlanFigure {...{ organisationId, comparison, month }} line={line.line}>
                      {exactFigure(variance?.plan ?? null, line)}
                    </PlanFigure>
                  </td>
                  <td className="wt-number">{exactFigure(variance?.actual ?? null, line)}</td>
                  <td className="wt-number">{exactChange(variance?.variance ?? null, line)}</td>
                  <td>{word === null ? '–' : <Tag word={word} />}</td>
                  {parts.map((part) => (
                    <td key={part} className="wt-number">
                      {variance === null ? '–' : exactChange(variance.parts[part] ?? 0, line)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </FigureRegion>
      <PlanFigureHint staffGroup={comparison.staffGroup} />
      <ViewLinks title="table Plan against actual by month" table="months" />
    </>
  );
}
