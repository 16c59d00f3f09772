import { useCallback, useMemo } from 'react';
import { chosenOf, offeredChoices, shapeOf, shownTable, type ShownTable } from '#modules/report-layout';
import type { ReportTable } from '../api/analysis-types';
import { LazyChart } from '../charts/lazy-chart';
import { reportChartHeight, reportChartOption } from '../charts/report-chart-option';
import { startsAtZero, type ChartData } from '../charts/chart-data';
import { chartFormats } from '../downloads/chart-formats';
import { SaveLinks } from '../downloads/save-links';
import { ViewLinks } from '../downloads/view-links';
import { useFigureSource } from '../plan/figure-source';
import { chartOfTable } from './chart-of-table';
import { ChoicePicker } from './choice-picker';
import type { ModuleView } from './module-view';
import { ReportTableView, type CellLink } from './report-table';
import { scaleOf, unitWords, type PoundsScale } from './report-value';

/** A table wider than this, in columns of figures, doesn't fit beside its chart. */
const WIDEST_BESIDE = 5;
/** Words take more room than figures, and so does a heading of several words. */
const WORDS_WIDTH = 2;
const LONG_HEADING = { letters: 10, width: 1.3 } as const;

interface ChartProps {
  readonly title: string;
  readonly data: ChartData;
}

const FORMS: Readonly<Record<ChartData['kind'], string>> = {
  lines: 'Line chart',
  stacked: 'Stacked bar chart',
  columns: 'Bar chart',
  bars: 'Bar chart',
  timeline: 'Timeline',
};

function chartWords({ kind, series, categories }: ChartData): string {
  const names = series
    .filter(({ isHidden }) => isHidden !== true)
    .map(({ label }) => label)
    .join(', ');
  if (kind === 'bars' || kind === 'timeline')
    return `${FORMS[kind]} of ${categories.length} groups, ${names}.`;
  return `${FORMS[kind]} from ${categories[0] ?? ''} to ${categories.at(-1) ?? ''}: ${names}.`;
}

function caption(data: ChartData): string {
  const { kind, unit, series } = data;
  const words = unitWords(unit);
  const what = kind === 'bars' && series.length === 1 ? `${series[0]?.label ?? ''}. ` : '';
  const axis = startsAtZero(data) ? '' : 'The axis doesn’t start at zero.';
  const measured =
    words === null || unit === 'share' || unit === 'pounds' || kind === 'timeline' ? '' : `In ${words}. `;
  return `${what}${measured}${axis}`.trim();
}

function Chart({ title, data }: ChartProps) {
  const source = useFigureSource();
  const optionAt = useCallback((width: number) => reportChartOption(data, width), [data]);
  const height = reportChartHeight(data);
  return (
    <figure className="wt-figure wt-report-chart">
      <LazyChart
        optionAt={optionAt}
        height={height}
        label={`${chartWords(data)} The figures are in the table.`}
      />
      <figcaption className="wt-caption wt-figure__caption">
        <span>{caption(data)}</span>
        {source === null ? null : (
          <SaveLinks title={`chart ${title}`} formats={chartFormats({ title, height, optionAt }, source)} />
        )}
      </figcaption>
    </figure>
  );
}

function widthOf({ columns }: ShownTable): number {
  const widths = columns.map(({ isFigure, label }) => {
    if (!isFigure) return WORDS_WIDTH;
    return label.length > LONG_HEADING.letters ? LONG_HEADING.width : 1;
  });
  return widths.reduce((sum, width) => sum + width, 0);
}

interface TableCardProps {
  readonly module: string;
  readonly table: ReportTable;
  readonly view: ModuleView;
  readonly linkOf?: CellLink | undefined;
}

/** What is shown of a table: its choices, its chart where it has a course over time, its figures. */
function readTable(module: string, table: ReportTable, code: string | null) {
  const shape = shapeOf(table);
  const key = `${module} ${table.key}`;
  const chosen = chosenOf(table, shape, code, module);
  return {
    offered: offeredChoices(shape),
    chosen,
    data: chartOfTable(key, table, shape, chosen.choice),
    shown: shownTable(table, shape, chosen.choice),
    title: chosen.choice.kind === 'all' ? table.title : `${table.title}: ${chosen.label}`,
  };
}

function aboutWords({ about }: ShownTable, scale: PoundsScale): string {
  if (about === null) return '';
  const unit = unitWords(about.unit, scale);
  return unit === null ? `${about.label}.` : `${about.label}, ${unit}.`;
}

/** One table of a report: what to show of it, its chart where it has a course over time, and its figures. */
export function TableCard({ module, table, view, linkOf }: TableCardProps) {
  const code = view.choiceOf(table.key);
  const scale = scaleOf(table);
  const { offered, chosen, data, shown, title } = useMemo(
    () => readTable(module, table, code),
    [module, table, code],
  );
  const id = `table-${table.key}`;
  const isBeside = data !== null && widthOf(shown) <= WIDEST_BESIDE;
  return (
    <section className="wt-card" aria-labelledby={id}>
      <h2 className="nhsuk-heading-m wt-card__heading" id={id}>
        {table.title}
      </h2>
      <ChoicePicker
        title={table.title}
        offered={offered}
        chosen={chosen}
        onChoose={(next) => view.choose(table.key, next)}
      />
      <div className={isBeside ? 'wt-beside' : undefined}>
        {data === null ? null : <Chart title={title} data={data} />}
        <div className="wt-beside__table">
          <ReportTableView
            title={table.title}
            table={shown}
            scale={scale}
            isWhole={view.isWhole(table.key)}
            onWhole={(isWhole) => view.showWhole(table.key, isWhole)}
            linkOf={linkOf}
          />
          <div className="wt-table-foot">
            <p className="wt-caption">{aboutWords(shown, scale)}</p>
            <ViewLinks title={`table ${title}`} table={table.key} />
          </div>
        </div>
      </div>
    </section>
  );
}
