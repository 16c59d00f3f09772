import { useCallback, useMemo } from 'react';
import { shownParts, type Change } from '#modules/report-layout';
import type { Bridge } from '../api/types';
import { bridgeChartHeight, bridgeChartOption, bridgeSteps } from '../charts/bridge-chart-option';
import { ChartOrTable } from '../charts/chart-or-table';
import { LazyChart } from '../charts/lazy-chart';
import { BridgeTable } from '../overview/bridge-card';
import { formatChange, formatCount } from '../words/numbers';

interface ChangeCardProps {
  readonly change: Change;
  readonly fromLabel: string;
  readonly toLabel: string;
  /** The name of a planning module, or of what else can differ. */
  readonly sourceName: (source: string) => string;
  /** What the change is held against, for its files. */
  readonly implied?: Readonly<Record<string, string>>;
}

/** The change as a bridge from one projection to the other, module by module. */
function bridgeOfChange({ change, fromLabel, toLabel, sourceName }: ChangeCardProps): Bridge {
  return {
    staffGroup: '',
    unit: 'fte',
    opening: { label: fromLabel, value: change.from },
    parts: shownParts(change).map(({ sources, value }) => ({
      code: sources.join(' '),
      label: sources.map(sourceName).join(', '),
      value,
    })),
    closing: { label: toLabel, value: change.to },
  };
}

function sentenceOf(bridge: Bridge): string {
  const change = bridge.closing.value - bridge.opening.value;
  const [largest] = bridge.parts;
  if (largest === undefined) return 'Nothing that differs moves this figure.';
  return (
    `${formatCount(Math.abs(change))} WTE ${change < 0 ? 'fewer' : 'more'} than ${bridge.opening.label}; ` +
    `most of it through ${largest.label.toLowerCase().replace('bme', 'BME')} (${formatChange(largest.value)} WTE).`
  );
}

/** What changed a figure, module by module: from the one projection to the other without a remainder. */
export function ChangeCard(props: ChangeCardProps) {
  const { change, fromLabel, toLabel, sourceName } = props;
  const bridge = useMemo(
    () => bridgeOfChange({ change, fromLabel, toLabel, sourceName }),
    [change, fromLabel, toLabel, sourceName],
  );
  const optionAt = useCallback((width: number) => bridgeChartOption(bridgeSteps(bridge), width), [bridge]);
  const sentence = sentenceOf(bridge);
  const title = 'What changed it';
  return (
    <>
      <p className="wt-card__sentence">{sentence}</p>
      {bridge.parts.length === 0 ? null : (
        <ChartOrTable
          name="changed"
          title={title}
          chart={
            <figure className="wt-figure">
              <LazyChart
                optionAt={optionAt}
                height={bridgeChartHeight(bridge)}
                label={`Waterfall chart from ${fromLabel} to ${toLabel}. ${sentence}`}
              />
              <figcaption className="wt-caption">
                WTE in post at the end of the plan. What two modules do only together is shared between them.
              </figcaption>
            </figure>
          }
          table={<BridgeTable bridge={bridge} title={title} />}
          picture={{ height: bridgeChartHeight(bridge), optionAt }}
          {...(props.implied === undefined ? {} : { implied: props.implied })}
        />
      )}
    </>
  );
}
