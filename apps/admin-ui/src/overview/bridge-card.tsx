import { useCallback } from 'react';
import type { Bridge } from '../api/types';
import {
  bridgeChartHeight,
  bridgeChartOption,
  bridgeSteps,
  unexplained,
} from '../charts/bridge-chart-option';
import { ChartOrTable } from '../charts/chart-or-table';
import { LazyChart } from '../charts/lazy-chart';
import { formatChange, formatCount } from '../words/numbers';

function sumOf(bridge: Bridge, isWanted: (value: number) => boolean): number {
  return bridge.parts.reduce((sum, part) => (isWanted(part.value) ? sum + part.value : sum), 0);
}

/** What the bridge says, in a sentence. */
export function bridgeSentence(bridge: Bridge): string {
  const gains = sumOf(bridge, (value) => value > 0);
  const losses = -sumOf(bridge, (value) => value < 0);
  return `${formatCount(losses)} WTE leave or move away over the period and ${formatCount(gains)} WTE come.`;
}

/** Opening, parts and closing, one below the other. */
export function BridgeTable({
  bridge,
  title = 'What moves staff in post',
}: {
  readonly bridge: Bridge;
  readonly title?: string;
}) {
  const rest = unexplained(bridge);
  return (
    <div className="wt-scroll" role="region" aria-label={`${title}, table`} tabIndex={0}>
      <table className="wt-table">
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className="wt-number">
              WTE
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="wt-total">
            <th scope="row">{bridge.opening.label}</th>
            <td className="wt-number">{formatCount(bridge.opening.value)}</td>
          </tr>
          {bridge.parts.map((part) => (
            <tr key={part.code}>
              <th scope="row">{part.label}</th>
              <td className="wt-number">{formatChange(part.value)}</td>
            </tr>
          ))}
          {Math.abs(rest) < 0.05 ? null : (
            <tr>
              <th scope="row">Not explained by the parts</th>
              <td className="wt-number">{formatChange(rest)}</td>
            </tr>
          )}
          <tr className="wt-total">
            <th scope="row">{bridge.closing.label}</th>
            <td className="wt-number">{formatCount(bridge.closing.value)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** The bridge: opening, joiners, leavers and moves, closing; as a waterfall or as a table. */
export function BridgeCard({ bridge }: { readonly bridge: Bridge }) {
  const optionAt = useCallback((width: number) => bridgeChartOption(bridgeSteps(bridge), width), [bridge]);
  const title = 'What moves staff in post';
  const sentence = bridgeSentence(bridge);
  return (
    <>
      <h2 className="nhsuk-heading-m wt-card__heading">{title}</h2>
      <p className="wt-card__sentence">{sentence}</p>
      <ChartOrTable
        name="bridge"
        title={title}
        chart={
          <LazyChart
            optionAt={optionAt}
            height={bridgeChartHeight(bridge)}
            label={`Waterfall chart from ${bridge.opening.label} to ${bridge.closing.label}. ${sentence}`}
          />
        }
        table={<BridgeTable bridge={bridge} />}
        picture={{ height: bridgeChartHeight(bridge), optionAt }}
      />
    </>
  );
}
