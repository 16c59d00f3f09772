import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { OverviewStaffGroup, OverviewYear } from '../api/types';
import { formatCount } from '../words/numbers';
import { COLOURS, NARROW, TEXT } from './chart-style';

/** One line of the chart of supply against requirement. */
export interface SupplyLine {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly colour: string;
  readonly dash: 'solid' | 'dashed' | 'dotted';
}

/** The lines that a staff group has figures for. */
export function supplyLines(group: OverviewStaffGroup): SupplyLine[] {
  const lines: SupplyLine[] = [
    { label: 'Staff in post', values: group.lines.staffInPost, colour: COLOURS.supply, dash: 'solid' },
    { label: 'Requirement', values: group.lines.requirement, colour: COLOURS.requirement, dash: 'dashed' },
  ];
  if (group.establishmentBasis !== 'not-loaded') {
    const label = group.establishmentBasis === 'assumed' ? 'Establishment (assumed)' : 'Funded establishment';
    lines.push({ label, values: group.lines.establishment, colour: COLOURS.establishment, dash: 'dotted' });
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

/** Staff in post, requirement and establishment at each 31 March. The axis starts near the figures. */
export function supplyChartOption(
  years: readonly OverviewYear[],
  lines: readonly SupplyLine[],
  width: number,
): EChartsOption {
  const narrow = width < NARROW;
  return {
    textStyle: TEXT,
    grid: {
      left: 8,
      right: narrow ? 12 : 178,
      top: narrow ? 24 + 24 * lines.length : 36,
      bottom: 8,
      containLabel: true,
    },
    legend: narrow
      ? { top: 0, left: 0, orient: 'vertical', textStyle: TEXT, itemWidth: 32 }
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
      valueFormatter: (value) => (typeof value === 'number' ? `${formatCount(value)} WTE` : '–'),
    },
    series: lines.map((line) => series(line, !narrow)),
  };
}
