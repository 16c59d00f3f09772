import { useCallback, useMemo } from 'react';
import { LINE_NAMES, PART_NAMES, UNIT_NAMES } from '#views/lists';
import type { ComparedLine, YearComparison } from '../api/monitoring-types';
import { LazyChart } from '../charts/lazy-chart';
import { startsAtZero, type ChartData } from '../charts/chart-data';
import { reportChartOption } from '../charts/report-chart-option';
import { ViewLinks } from '../downloads/view-links';
import { Tag } from '../states/tag';
import { formatMonth } from '../words/dates';
import { exactChange, exactFigure, FLAG_WORDS } from './comparison-words';

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
  const name = LINE_NAMES[line.line] ?? line.line;
  return (
    <figure className="wt-figure">
      <LazyChart optionAt={optionAt} height={320} label={`Line chart. ${name}: plan and actual by month.`} />
      <figcaption className="wt-caption">
        {startsAtZero(data) ? 'Closed months.' : 'Closed months. The axis doesn’t start at zero.'}
      </figcaption>
    </figure>
  );
}

/** Plan, actual, variance and its parts by month; the parts add up as they stand. */
export function ComparisonTable({ comparison, line }: ComparisonProps) {
  const parts = Object.keys(PART_NAMES).filter((part) =>
    line.months.some(({ variance }) => variance?.parts[part] !== undefined),
  );
  const unit = UNIT_NAMES[line.unit];
  return (
    <>
      <div className="wt-scroll" role="region" aria-label="Plan against actual by month, table" tabIndex={0}>
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
                  <td className="wt-number">{exactFigure(variance?.plan ?? null, line)}</td>
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
      </div>
      <ViewLinks title="table Plan against actual by month" table="months" />
    </>
  );
}
