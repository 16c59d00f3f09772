import type { BarSeriesOption, EChartsOption } from 'echarts';
import { figureText } from '../planning-modules/report-value';
import { axisText } from './axis-text';
import type { ChartData, ChartSeries } from './chart-data';
import { COLOURS, NARROW, SERIES_COLOURS, TEXT } from './chart-style';

const LEGEND_ROW = 24;
const BAR = 14;

function shownSeries({ series }: ChartData): readonly ChartSeries[] {
  return series.filter(({ isHidden }) => isHidden !== true);
}

/** The month that stands so many months after the first one of a timeline. */
function monthText(firstMonth: string, months: number): string {
  const [year = 0, ofYear = 1] = firstMonth.split('-').map(Number);
  const number = 12 * year + ofYear - 1 + Math.round(months);
  const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
  return `${name.format(Date.UTC(2000, number % 12))} ${Math.floor(number / 12)}`;
}

function valueAxis(data: ChartData, isNarrow: boolean): NonNullable<EChartsOption['xAxis']> {
  const { firstMonth, unit } = data;
  return {
    type: 'value',
    ...(firstMonth === undefined
      ? { splitNumber: isNarrow ? 2 : 4 }
      : { interval: isNarrow ? 24 : 12, minInterval: 12 }),
    axisLabel: {
      ...TEXT,
      fontSize: 13,
      hideOverlap: true,
      formatter: (value: number) =>
        firstMonth === undefined ? axisText(value, unit) : monthText(firstMonth, value),
    },
    splitLine: { lineStyle: { color: COLOURS.rule } },
  };
}

function bar(data: ChartData, series: ChartSeries, index: number, isNarrow: boolean): BarSeriesOption {
  const isTimeline = data.kind === 'timeline';
  const colour = isTimeline
    ? [COLOURS.range, COLOURS.supply][index - 1]
    : SERIES_COLOURS[index % SERIES_COLOURS.length];
  const { reference } = data;
  // The unit stands in the caption: on a narrow screen it would leave the bars no room.
  const textAt = isNarrow ? axisText : figureText;
  return {
    type: 'bar',
    name: series.label,
    ...(isTimeline ? { stack: 'all' } : {}),
    barMaxWidth: 20,
    data: [...series.values],
    itemStyle: series.isHidden === true ? { color: 'transparent' } : { color: colour ?? COLOURS.supply },
    label: {
      show: !isTimeline,
      position: 'right',
      ...TEXT,
      fontSize: 13,
      formatter: ({ value }) => (typeof value === 'number' ? textAt(value, data.unit) : ''),
    },
    ...(reference === undefined || index > 0
      ? {}
      : {
          markLine: {
            silent: true,
            symbol: 'none',
            data: [{ xAxis: reference.value }],
            lineStyle: { color: COLOURS.text, type: 'dashed', width: 1.5 },
            label: { ...TEXT, fontSize: 13, formatter: reference.label, position: 'start' },
          },
        }),
  };
}

/** Bars across, one or several for each category; or from month to month, on a timeline. */
export function barsAcross(data: ChartData, width: number): EChartsOption {
  const isNarrow = width < NARROW;
  const shown = shownSeries(data);
  const hasLegend = shown.length > 1;
  const top = (hasLegend ? (isNarrow ? shown.length : 1) * LEGEND_ROW : 0) + (data.reference ? 20 : 4);
  return {
    textStyle: TEXT,
    grid: { left: 0, right: isNarrow ? 44 : 88, top, bottom: 4, containLabel: true },
    legend: {
      show: hasLegend,
      top: 0,
      left: 0,
      itemWidth: 28,
      textStyle: TEXT,
      orient: isNarrow ? 'vertical' : 'horizontal',
      data: shown.map(({ label }) => label),
    },
    xAxis: valueAxis(data, isNarrow),
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...data.categories],
      axisTick: { show: false },
      axisLabel: {
        ...TEXT,
        fontSize: isNarrow ? 12 : 13,
        lineHeight: isNarrow ? 12 : 15,
        width: isNarrow ? 96 : 230,
        overflow: 'break',
      },
      axisLine: { lineStyle: { color: COLOURS.secondary } },
    },
    series: data.series.map((series, index) => bar(data, series, index, isNarrow)),
  };
}

/** The height that the bars and their legend need. */
export function barsAcrossHeight(data: ChartData): number {
  const shown = shownSeries(data).length;
  const perCategory = data.kind === 'timeline' || shown === 1 ? 36 : 14 + (BAR + 2) * shown;
  return 40 + (shown > 1 ? LEGEND_ROW : 0) + perCategory * data.categories.length;
}
