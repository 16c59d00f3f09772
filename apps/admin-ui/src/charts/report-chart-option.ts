import type { BarSeriesOption, EChartsOption, LineSeriesOption } from 'echarts';
import { figureText } from '../planning-modules/report-value';
import { startsAtZero, type ChartData, type ChartSeries } from './chart-data';
import { axisText } from './axis-text';
import { barsAcross, barsAcrossHeight } from './bars-across-option';
import { COLOURS, NARROW, OUTGOING_COLOURS, SERIES_COLOURS, TEXT } from './chart-style';

const DASHES = ['solid', 'dashed', 'dotted'] as const;
const SYMBOLS = ['circle', 'diamond', 'rect', 'triangle'] as const;
const MOST_MARKED = 14;

function line(series: ChartSeries, colour: string, index: number, isMarked: boolean): LineSeriesOption {
  return {
    type: 'line',
    name: series.label,
    data: [...series.values],
    showSymbol: isMarked,
    symbol: SYMBOLS[index % SYMBOLS.length] ?? 'circle',
    symbolSize: 7,
    itemStyle: { color: colour },
    lineStyle: { width: index === 0 ? 3 : 2, type: DASHES[index % DASHES.length] ?? 'solid' },
  };
}

function column(series: ChartSeries, colour: string, isStacked: boolean): BarSeriesOption {
  return {
    type: 'bar',
    name: series.label,
    ...(isStacked ? { stack: 'all' } : {}),
    data: [...series.values],
    barMaxWidth: 56,
    itemStyle: { color: colour, borderColor: '#fff', borderWidth: 0.5 },
  };
}

/** A colour for each series: those that leave and those that come have colours of their own. */
function coloursOf(all: readonly ChartSeries[]): string[] {
  const next = { outgoing: 0, others: 0 };
  return all.map(({ isOutgoing, isLine }) => {
    if (isLine === true) return COLOURS.requirement;
    const [palette, place] =
      isOutgoing === true
        ? ([OUTGOING_COLOURS, next.outgoing++] as const)
        : ([SERIES_COLOURS, next.others++] as const);
    return palette[place % palette.length] ?? COLOURS.secondary;
  });
}

function seriesOf(data: ChartData): (LineSeriesOption | BarSeriesOption)[] {
  const colours = coloursOf(data.series);
  const isMarked = data.categories.length <= MOST_MARKED;
  return data.series.map((series, index) => {
    const colour = colours[index] ?? COLOURS.secondary;
    if (data.kind === 'lines') {
      return { ...line(series, colour, index, isMarked), ...(index === 0 ? markLine(data, 'yAxis') : {}) };
    }
    return series.isLine === true
      ? line(series, colour, 0, isMarked)
      : column(series, colour, data.kind === 'stacked');
  });
}

/** What the figures are held against, as a dashed line of its own. */
function markLine({ reference }: ChartData, axis: 'xAxis' | 'yAxis'): Pick<LineSeriesOption, 'markLine'> {
  if (reference === undefined) return {};
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      data: [axis === 'xAxis' ? { xAxis: reference.value } : { yAxis: reference.value }],
      lineStyle: { color: COLOURS.text, type: 'dashed', width: 1.5 },
      label: { ...TEXT, fontSize: 13, formatter: reference.label, position: 'insideEndTop' },
    },
  };
}

/** Rows that the legend needs at a width: long labels wrap. */
function legendRows(data: ChartData, width: number): number {
  if (data.series.length < 2) return 0;
  const taken = data.series.reduce((sum, { label }) => sum + 56 + 7.2 * label.length, 0);
  return width < NARROW ? data.series.length : Math.ceil(taken / Math.max(width - 16, 1));
}

function overTime(data: ChartData, width: number): EChartsOption {
  const isNarrow = width < NARROW;
  const rows = legendRows(data, width);
  return {
    textStyle: TEXT,
    grid: { left: 8, right: 16, top: 32 + 24 * rows, bottom: 8, containLabel: true },
    legend: {
      show: rows > 0,
      top: 0,
      left: 0,
      itemWidth: 28,
      textStyle: TEXT,
      orient: isNarrow ? 'vertical' : 'horizontal',
    },
    xAxis: {
      type: 'category',
      data: [...data.categories],
      boundaryGap: data.kind !== 'lines',
      axisLabel: { ...TEXT, fontSize: 13, hideOverlap: true, margin: 12 },
      axisTick: { alignWithLabel: true },
      axisLine: { onZero: true, lineStyle: { color: COLOURS.secondary } },
    },
    yAxis: {
      type: 'value',
      scale: !startsAtZero(data),
      splitNumber: 5,
      axisLabel: { ...TEXT, fontSize: 13, formatter: (value: number) => axisText(value, data.unit) },
      splitLine: { lineStyle: { color: COLOURS.rule } },
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      textStyle: TEXT,
      valueFormatter: (value) => (typeof value === 'number' ? figureText(value, data.unit) : '–'),
    },
    series: seriesOf(data),
  };
}

/** A chart of a report's figures at a given width. */
export function reportChartOption(data: ChartData, width: number): EChartsOption {
  return data.kind === 'bars' || data.kind === 'timeline' ? barsAcross(data, width) : overTime(data, width);
}

/** The height that a chart's marks and labels need. */
export function reportChartHeight(data: ChartData): number {
  return data.kind === 'bars' || data.kind === 'timeline' ? barsAcrossHeight(data) : 320;
}
