import type { EChartsOption } from 'echarts';
import type { Bridge } from '../api/types';
import { formatChange, formatCount } from '../words/numbers';
import { COLOURS, NARROW, TEXT } from './chart-style';

/** One bar of the waterfall: where it starts and ends, and whether it is a stock or a change. */
export interface BridgeStep {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'stock' | 'gain' | 'loss';
}

/** The bars from opening to closing; each change starts where the one before it ended. */
export function bridgeSteps(bridge: Bridge): BridgeStep[] {
  const steps: BridgeStep[] = [
    { label: bridge.opening.label, from: 0, to: bridge.opening.value, kind: 'stock' },
  ];
  let level = bridge.opening.value;
  for (const part of bridge.parts) {
    const next = level + part.value;
    steps.push({ label: part.label, from: level, to: next, kind: part.value < 0 ? 'loss' : 'gain' });
    level = next;
  }
  steps.push({ label: bridge.closing.label, from: 0, to: bridge.closing.value, kind: 'stock' });
  return steps;
}

/** The height that a bridge's bars and their labels need. */
export function bridgeChartHeight(bridge: Bridge): number {
  return 44 + 38 * (bridge.parts.length + 2);
}

/** What opening and parts leave unexplained of the closing figure. */
export function unexplained(bridge: Bridge): number {
  const explained = bridge.parts.reduce((sum, part) => sum + part.value, bridge.opening.value);
  return bridge.closing.value - explained;
}

const HATCH = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [3, 4],
  rotation: -Math.PI / 4,
  color: '#ffffff80',
};

function bar(step: BridgeStep) {
  const size = Math.abs(step.to - step.from);
  const itemStyle = {
    color: COLOURS[step.kind],
    ...(step.kind === 'loss' ? { decal: HATCH } : {}),
  };
  const text = step.kind === 'stock' ? formatCount(step.to) : formatChange(step.to - step.from);
  return { value: size, itemStyle, label: { formatter: text } };
}

/** A waterfall from the opening to the closing figure, from top to bottom, on an axis that starts at zero. */
export function bridgeChartOption(steps: readonly BridgeStep[], width: number): EChartsOption {
  const narrow = width < NARROW;
  return {
    textStyle: TEXT,
    grid: { left: narrow ? 0 : 8, right: narrow ? 56 : 64, top: 8, bottom: 8, containLabel: true },
    xAxis: {
      type: 'value',
      splitNumber: narrow ? 2 : 4,
      axisLabel: {
        ...TEXT,
        fontSize: 13,
        hideOverlap: true,
        formatter: (value: number) => formatCount(value),
      },
      splitLine: { lineStyle: { color: COLOURS.rule } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: steps.map((step) => step.label),
      axisTick: { show: false },
      axisLabel: { ...TEXT, fontSize: 13, lineHeight: 15, width: narrow ? 92 : 210, overflow: 'break' },
      axisLine: { lineStyle: { color: COLOURS.secondary } },
    },
    series: [
      {
        type: 'bar',
        stack: 'bridge',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: steps.map((step) => Math.min(step.from, step.to)),
        animation: false,
      },
      {
        type: 'bar',
        stack: 'bridge',
        barCategoryGap: '30%',
        barMinHeight: 2,
        data: steps.map(bar),
        label: { show: true, position: 'right', ...TEXT, fontSize: 13 },
      },
    ],
  };
}
