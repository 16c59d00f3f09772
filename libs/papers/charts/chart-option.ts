import type { EChartsOption } from 'echarts';
import { CHART_COLOURS as COLOURS } from '#modules/report-layout';
import { change, whole } from '../content/words';
import type { BarsChart, BridgeChart, ChartOfPaper, LinesChart } from './chart-of-paper';

/** The face that is embedded in PDFs and drawn into pictures. */
export const CHART_FACE = 'Source Sans 3';

/** The lines of a chart, in their order. */
const LINE_COLOURS: readonly string[] = [COLOURS.supply, COLOURS.requirement, COLOURS.establishment];

const TEXT = { fontFamily: CHART_FACE, fontSize: 11, color: COLOURS.text } as const;
/** Room for labels beside the ends of lines and bars. */
const END_LABELS = 118;
const NAMES = 168;

const countAxis = (minimum?: number) => ({
  type: 'value' as const,
  scale: minimum === undefined,
  axisLabel: { ...TEXT, hideOverlap: true, formatter: (value: number) => whole(value) },
  splitLine: { lineStyle: { color: COLOURS.rule } },
});

function linesOption({ years, lines, unit }: LinesChart): EChartsOption {
  return {
    grid: { left: 8, right: END_LABELS, top: 28, bottom: 6, containLabel: true },
    xAxis: {
      type: 'category',
      data: [...years],
      boundaryGap: years.length === 1,
      axisLabel: { ...TEXT, interval: 0, margin: 10 },
      axisTick: { alignWithLabel: true },
      axisLine: { lineStyle: { color: COLOURS.secondary } },
    },
    yAxis: { ...countAxis(), name: unit, nameTextStyle: { ...TEXT, align: 'right' } },
    series: lines.map(({ label, values, dash }, place) => {
      const color = LINE_COLOURS[place % LINE_COLOURS.length] ?? COLOURS.text;
      return {
        type: 'line' as const,
        data: [...values],
        symbol: dash === 'solid' ? 'circle' : 'diamond',
        symbolSize: 6,
        itemStyle: { color },
        lineStyle: { color, type: dash, width: dash === 'solid' ? 2.5 : 1.8 },
        endLabel: { show: true, formatter: label, ...TEXT, color, fontWeight: 'bold' as const },
        labelLayout: { moveOverlap: 'shiftY' as const },
      };
    }),
  };
}

const nameAxis = (names: readonly string[]) => ({
  type: 'category' as const,
  inverse: true,
  data: [...names],
  axisTick: { show: false },
  axisLabel: { ...TEXT, width: NAMES, overflow: 'truncate' as const },
  axisLine: { lineStyle: { color: COLOURS.secondary } },
});

const BARS_GRID = { left: 8, right: 56, top: 8, bottom: 6, containLabel: true } as const;

function bar(size: number, colour: string, text: string) {
  // Losses are hatched as well as red, for whoever does not see the colour.
  const decal =
    colour === COLOURS.loss
      ? {
          decal: {
            symbol: 'rect',
            dashArrayX: [1, 0],
            dashArrayY: [2, 3],
            rotation: -Math.PI / 4,
            color: '#ffffff90',
          },
        }
      : {};
  return { value: size, itemStyle: { color: colour, ...decal }, label: { formatter: text } };
}

function bridgeOption({ opening, parts, closing }: BridgeChart): EChartsOption {
  let level = opening.value;
  const steps = parts.map(({ label, value }) => {
    const from = level;
    level += value;
    return { label, low: Math.min(from, level), value };
  });
  const stock = (value: number) => bar(value, COLOURS.stock, whole(value));
  return {
    grid: BARS_GRID,
    xAxis: countAxis(0),
    yAxis: nameAxis([opening.label, ...steps.map(({ label }) => label), closing.label]),
    series: [
      {
        type: 'bar',
        stack: 'bridge',
        itemStyle: { color: 'transparent' },
        data: [0, ...steps.map(({ low }) => low), 0],
      },
      {
        type: 'bar',
        stack: 'bridge',
        barCategoryGap: '28%',
        barMinHeight: 1.5,
        data: [
          stock(opening.value),
          ...steps.map(({ value }) =>
            bar(Math.abs(value), value < 0 ? COLOURS.loss : COLOURS.gain, change(value)),
          ),
          stock(closing.value),
        ],
        label: { show: true, position: 'right', ...TEXT },
      },
    ],
  };
}

function barsOption({ bars }: BarsChart): EChartsOption {
  return {
    grid: { ...BARS_GRID, left: 8 },
    xAxis: countAxis(0),
    yAxis: {
      ...nameAxis(bars.map(({ label }) => label)),
      axisLine: { show: false },
      // Names stay at the left edge where bars go below nothing.
      axisLabel: { ...TEXT, width: NAMES, overflow: 'truncate' },
      offset: 4,
      position: 'left',
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '28%',
        barMinHeight: 1.5,
        data: bars.map(({ value }) => ({
          ...bar(value, COLOURS.supply, whole(value)),
          label: { formatter: whole(value), position: value < 0 ? ('left' as const) : ('right' as const) },
        })),
        label: { show: true, ...TEXT },
      },
    ],
  };
}

/** How a chart is drawn, without motion. */
export function chartOption(chart: ChartOfPaper): EChartsOption {
  const own =
    chart.kind === 'lines'
      ? linesOption(chart)
      : chart.kind === 'bridge'
        ? bridgeOption(chart)
        : barsOption(chart);
  return { animation: false, backgroundColor: '#ffffff', textStyle: TEXT, ...own };
}
