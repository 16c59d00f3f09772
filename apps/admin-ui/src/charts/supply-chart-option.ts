import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { OverviewStaffGroup, OverviewYear } from '../api/types';
import { formatCount } from '../words/numbers';
import { COLOURS, NARROW, TEXT } from './chart-style';
import type { LikelyRange } from '#modules/report-layout';

/** The words for the band between low and high. */
export const LIKELY_RANGE = 'Likely range (8 in 10)';

/** One line of the chart of supply against requirement. */
export interface SupplyLine {
  readonly measure: string;
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly colour: string;
  readonly dash: 'solid' | 'dashed' | 'dotted';
}

/** The lines that a staff group has figures for. */
export function supplyLines(group: OverviewStaffGroup): SupplyLine[] {
  const lines: SupplyLine[] = [
    {
      label: 'Staff in post',
      measure: 'fte',
      values: group.lines.staffInPost,
      colour: COLOURS.supply,
      dash: 'solid',
    },
    {
      label: 'Requirement',
      measure: 'requirement',
      values: group.lines.requirement,
      colour: COLOURS.requirement,
      dash: 'dashed',
    },
  ];
  if (group.establishmentBasis !== 'not-loaded') {
    const label = group.establishmentBasis === 'assumed' ? 'Establishment (assumed)' : 'Funded establishment';
    lines.push({
      label,
      measure: 'establishment',
      values: group.lines.establishment,
      colour: COLOURS.establishment,
      dash: 'dotted',
    });
  }
  return lines.filter((line) => line.values.some((value) => value !== null));
}

function series(line: SupplyLine, labelled: boolean): LineSeriesOption {
  return {
    type: 'line',
    name: line.label,
    data: [...line.values],
    symbol: line.dash === 'solid' ? 'circle' : 'diamond',
    symbolSize: 7,
    showAllSymbol: true,
    itemStyle: { color: line.colour },
    lineStyle: { color: line.colour, type: line.dash, width: line.dash === 'solid' ? 3 : 2 },
    endLabel: { show: labelled, formatter: line.label, ...TEXT, color: line.colour, fontWeight: 'bold' },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

/** The band between low and high: a line that isn't seen, and the filled difference on top of it. */
function band({ low, high }: LikelyRange): LineSeriesOption[] {
  const hidden: LineSeriesOption = {
    type: 'line',
    stack: 'likely-range',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
    stackStrategy: 'all',
  };
  return [
    { ...hidden, name: 'low', data: [...low] },
    {
      ...hidden,
      name: LIKELY_RANGE,
      data: high.map((value, index) => value - (low[index] ?? value)),
      areaStyle: { color: COLOURS.range, opacity: 1 },
      itemStyle: { color: COLOURS.range },
    },
  ];
}

function rangeText(range: LikelyRange | null, index: number): string[] {
  const low = range?.low[index];
  const high = range?.high[index];
  return low === undefined || high === undefined
    ? []
    : [`${LIKELY_RANGE}: ${formatCount(low)} to ${formatCount(high)} WTE`];
}

/** What stands beside a year: its lines and the likely range. */
function yearText(years: readonly OverviewYear[], lines: readonly SupplyLine[], range: LikelyRange | null) {
  return (params: unknown): string => {
    const [first] = Array.isArray(params) ? (params as { readonly dataIndex: number }[]) : [];
    const index = first?.dataIndex ?? 0;
    const figures = lines.map(({ label, values }) => {
      const value = values[index] ?? null;
      return `${label}: ${value === null ? '–' : `${formatCount(value)} WTE`}`;
    });
    return [years[index]?.label ?? '', ...figures, ...rangeText(range, index)].join('\n');
  };
}

/** Staff in post, requirement and establishment at each 31 March. The axis starts near the figures. */
export function supplyChartOption(
  years: readonly OverviewYear[],
  lines: readonly SupplyLine[],
  range: LikelyRange | null,
  width: number,
): EChartsOption {
  const narrow = width < NARROW;
  const names = [...lines.map(({ label }) => label), ...(range === null ? [] : [LIKELY_RANGE])];
  return {
    textStyle: TEXT,
    grid: {
      left: 8,
      right: narrow ? 12 : 178,
      top: narrow ? 24 + 24 * names.length : 36,
      bottom: 8,
      containLabel: true,
    },
    legend: narrow
      ? { top: 0, left: 0, orient: 'vertical', textStyle: TEXT, itemWidth: 32, data: names }
      : { show: false },
    xAxis: {
      type: 'category',
      data: years.map((year) => year.label),
      boundaryGap: false,
      axisLabel: { ...TEXT, fontSize: 13, interval: narrow ? 1 : 0, margin: 14 },
      axisTick: { alignWithLabel: true },
      axisLine: { lineStyle: { color: COLOURS.secondary } },
    },
    yAxis: {
      type: 'value',
      scale: true,
      name: narrow ? '' : 'WTE',
      nameTextStyle: { ...TEXT, align: 'right' },
      axisLabel: { ...TEXT, fontSize: 13, formatter: (value: number) => formatCount(value) },
      splitLine: { lineStyle: { color: COLOURS.rule } },
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      textStyle: TEXT,
      formatter: yearText(years, lines, range),
    },
    series: [...(range === null ? [] : band(range)), ...lines.map((line) => series(line, !narrow))],
  };
}
