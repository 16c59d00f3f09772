import type { EChartsOption } from 'echarts';
import { useCallback, useMemo } from 'react';
import { ChartOrTable } from '../charts/chart-or-table';
import { LazyChart } from '../charts/lazy-chart';
import { COLOURS, NARROW, TEXT } from '../charts/chart-style';
import { shownEffects, type Effect, type Effects, type ShownTable } from '#modules/report-layout';
import { ReportTableView } from '../planning-modules/report-table';
import { formatChange, formatCount } from '../words/numbers';

const SHOWN = 12;

interface NamedEffect extends Effect {
  readonly name: string;
}

function optionAt(effects: readonly NamedEffect[], central: number, width: number): EChartsOption {
  const isNarrow = width < NARROW;
  const side = (name: string, colour: string, valueOf: (effect: NamedEffect) => number) => ({
    type: 'bar' as const,
    name,
    stack: 'effect',
    barMaxWidth: 22,
    itemStyle: { color: colour },
    data: effects.map((effect) => valueOf(effect) - central),
  });
  return {
    textStyle: TEXT,
    legend: { top: 0, left: 0, textStyle: TEXT, itemWidth: 28, orient: isNarrow ? 'vertical' : 'horizontal' },
    grid: { left: 0, right: 24, top: isNarrow ? 60 : 36, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      textStyle: TEXT,
      valueFormatter: (value) => (typeof value === 'number' ? `${formatChange(value)} WTE` : '–'),
    },
    xAxis: {
      type: 'value',
      splitNumber: isNarrow ? 2 : 5,
      axisLabel: {
        ...TEXT,
        fontSize: 13,
        hideOverlap: true,
        formatter: (value: number) => formatChange(value),
      },
      splitLine: { lineStyle: { color: COLOURS.rule } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: effects.map(({ name }) => name),
      axisTick: { show: false },
      axisLabel: { ...TEXT, fontSize: 13, lineHeight: 15, width: isNarrow ? 110 : 280, overflow: 'break' },
      axisLine: { onZero: false, lineStyle: { color: COLOURS.secondary } },
    },
    series: [
      side('Assumption at its low', COLOURS.stock, ({ atLow }) => atLow),
      side('Assumption at its high', '#a15c00', ({ atHigh }) => atHigh),
    ],
  };
}

function tableOfEffects(effects: readonly NamedEffect[]): ShownTable {
  const column = (key: string, label: string) => ({ key, label, unit: 'fte' as const, isFigure: true });
  const cell = (value: number, name: string) => ({ value, unit: 'fte' as const, row: null, column: name });
  return {
    rowHeading: 'Assumption',
    columns: [column('low', 'At its low'), column('high', 'At its high'), column('swing', 'Between the two')],
    rows: effects.map(({ key, name, atLow, atHigh }) => ({
      key,
      header: name,
      unit: null,
      cells: [cell(atLow, 'low'), cell(atHigh, 'high'), cell(Math.abs(atHigh - atLow), 'swing')],
    })),
    about: null,
  };
}

interface TornadoCardProps {
  readonly answer: Effects;
  readonly groupName: (code: string) => string;
  readonly isSum: boolean;
  readonly isWhole: boolean;
  readonly onWhole: (isWhole: boolean) => void;
}

/** Which assumptions matter most for a figure: the figure with each at its low and at its high. */
export function TornadoCard({ answer, groupName, isSum, isWhole, onWhole }: TornadoCardProps) {
  const { central } = answer;
  const named = useMemo(
    () =>
      shownEffects(answer).map((effect) => ({
        ...effect,
        name: `${effect.label}, ${groupName(effect.staffGroup)}`,
      })),
    [answer, groupName],
  );
  const shown = useMemo(() => named.slice(0, SHOWN), [named]);
  const [first] = named;
  const draw = useCallback((width: number) => optionAt(shown, central, width), [shown, central]);
  if (first === undefined) return <p>No uncertain assumption moves this figure.</p>;
  const sentence =
    `${first.name} matters most: between its low and its high, staff in post goes from ` +
    `${formatCount(first.atLow)} to ${formatCount(first.atHigh)} WTE.`;
  const table = tableOfEffects(named);
  const title = 'What matters most';
  return (
    <>
      <p className="wt-card__sentence">{sentence}</p>
      <ChartOrTable
        name="matters"
        title={title}
        chart={
          <figure className="wt-figure">
            <LazyChart optionAt={draw} height={60 + 40 * shown.length} label={`Bar chart. ${sentence}`} />
            <figcaption className="wt-caption">
              WTE above or below the central {formatCount(central)}, with one assumption at a time at its low
              or its high (8 in 10 lie between){isSum ? ', in every organisation at once' : ''}, all others as
              they are.
              {named.length > SHOWN ? ` The ${SHOWN} widest of ${named.length}.` : ''}
            </figcaption>
          </figure>
        }
        table={
          <ReportTableView title={title} table={table} scale="pounds" isWhole={isWhole} onWhole={onWhole} />
        }
        picture={{ height: 60 + 40 * shown.length, optionAt: draw }}
      />
    </>
  );
}
