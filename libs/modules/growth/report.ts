import { EXIT_CAUSES, JOINER_SOURCES } from '#engine';

import type { MonthlyMeasure } from '../projection/projection-output';

/** Monthly series of a staff group, an organisation or a roll-up. */
export type MeasureSeries = Readonly<Record<MonthlyMeasure, readonly number[]>>;

/** Stocks between which a bridge runs, as positions in the series (0 is the baseline month). */
export interface BridgeSpan {
  readonly from: number;
  readonly to: number;
}

/** A signed step of a bridge. */
export interface BridgePart {
  readonly code: string;
  readonly label: string;
  readonly value: number;
}

export interface Bridge {
  readonly unit: 'fte' | 'headcount';
  readonly opening: number;
  readonly parts: readonly BridgePart[];
  readonly closing: number;
}

/** Sources of joiners as screens name them. */
export const SOURCE_LABELS: Readonly<Record<(typeof JOINER_SOURCES)[number], string>> = {
  'newly-qualified': 'Newly qualified',
  international: 'International',
  'wider-labour-market': 'From outside the NHS',
  'same-system': 'From this system',
  'other-nhs': 'From the NHS elsewhere',
  'return-to-practice': 'Return to practice',
  'return-from-leave': 'Return from unpaid leave',
  apprenticeship: 'Completed apprenticeships',
  'retire-and-return': 'Retired and returned',
};

const CAUSE_LABELS: Readonly<Record<(typeof EXIT_CAUSES)[number], string>> = {
  voluntary: 'Voluntary leavers',
  retirement: 'Retirement',
  'ill-health-or-death': 'Ill health or death',
  'end-of-contract': 'End of contract',
  'unpaid-leave': 'Start of unpaid leave',
};

/**
 * Headcount bridge: opening + joiners by source - leavers by cause - planned exits + conversions in -
 * conversions out = closing. Joiners are counted before those who leave again in their month of
 * arrival, leavers with them, so the parts sum to the change.
 */
export function headcountBridge(series: MeasureSeries, span: BridgeSpan): Bridge {
  const flow = (measure: MonthlyMeasure): number => sumOver(series[measure], span);
  return {
    unit: 'headcount',
    opening: series.headcount[span.from] ?? 0,
    parts: [
      ...JOINER_SOURCES.map((source) => ({
        code: `joiners-${source}`,
        label: SOURCE_LABELS[source],
        value: flow(`joiners-${source}`),
      })),
      ...EXIT_CAUSES.map((cause) => ({
        code: `exits-${cause}`,
        label: CAUSE_LABELS[cause],
        value: -flow(`exits-${cause}`),
      })),
      { code: 'exits-planned', label: 'Planned exits', value: -flow('exits-planned') },
      { code: 'moves-in', label: 'Conversions and promotions in', value: flow('moves-in') },
      { code: 'moves-out', label: 'Conversions and promotions out', value: -flow('moves-out') },
    ],
    closing: series.headcount[span.to] ?? 0,
  };
}

/** FTE bridge: opening + joiners - leavers + moves in - moves out + change of participation = closing. */
export function fteBridge(series: MeasureSeries, span: BridgeSpan): Bridge {
  const flow = (measure: MonthlyMeasure): number => sumOver(series[measure], span);
  return {
    unit: 'fte',
    opening: series.fte[span.from] ?? 0,
    parts: [
      { code: 'fte-joiners', label: 'Joiners', value: flow('fte-joiners') },
      { code: 'fte-exits', label: 'Leavers', value: -flow('fte-exits') },
      { code: 'fte-moves-in', label: 'Conversions and promotions in', value: flow('fte-moves-in') },
      { code: 'fte-moves-out', label: 'Conversions and promotions out', value: -flow('fte-moves-out') },
      {
        code: 'fte-participation-change',
        label: 'Change of participation',
        value: flow('fte-participation-change'),
      },
    ],
    closing: series.fte[span.to] ?? 0,
  };
}

/** Sum of a flow over the months after `from` up to `to`. */
function sumOver(flow: readonly number[], { from, to }: BridgeSpan): number {
  return flow.slice(from + 1, to + 1).reduce((sum, value) => sum + value, 0);
}
