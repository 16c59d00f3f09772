import type { MonthlyMeasure } from '#modules/projection';
import { EXIT_MEASURES, JOINER_MEASURES } from '../roll-up/net-moves';
import { at } from '../roll-up/sum-series';
import type { GroupSeries } from '../series/series.codec';
import type { OverviewBridge } from './overview';

/** From which month end to which, as indexes into the series. */
export interface BridgeSpan {
  readonly opening: number;
  readonly closing: number;
  readonly openingLabel: string;
  readonly closingLabel: string;
}

const PART_LABELS: readonly (readonly [string, string])[] = [
  ['joiners-newly-qualified', 'Newly qualified'],
  ['joiners-international', 'International recruits'],
  ['joiners-wider-labour-market', 'Joiners from outside the NHS'],
  ['joiners-same-system', 'Joiners from this system'],
  ['joiners-other-nhs', 'Joiners from the NHS elsewhere'],
  ['joiners-return-to-practice', 'Return to practice'],
  ['joiners-return-from-leave', 'Return from leave'],
  ['joiners-apprenticeship', 'Completed apprenticeships'],
  ['joiners-retire-and-return', 'Retired and returned'],
  ['moves', 'Conversions from and to other staff groups'],
  ['exits-planned', 'Planned exits'],
  ['exits-voluntary', 'Left of their own accord'],
  ['exits-retirement', 'Retired'],
  ['exits-ill-health-or-death', 'Ill health or death'],
  ['exits-end-of-contract', 'End of contract'],
  ['exits-unpaid-leave', 'Started unpaid leave'],
  ['participation-change', 'Change of hours per head'],
];

/** Whole millionths of an FTE: parts of this size add up without rounding. */
const MILLIONTHS = 1e6;

/**
 * How the opening FTE becomes the closing FTE. The engine reports FTE of joiners and leavers as totals;
 * each month's total is shared among sources, or causes, by their people. Parts are rounded to a millionth
 * of an FTE, and what rounding leaves goes to the largest part: opening and parts add up to the closing
 * exactly. Parts that are nothing are left out.
 */
export function bridgeOf(
  staffGroup: string,
  series: GroupSeries['series'],
  span: BridgeSpan,
): OverviewBridge {
  const amounts = new Map<string, number>(PART_LABELS.map(([code]) => [code, 0]));
  for (let month = span.opening + 1; month <= span.closing; month += 1) {
    addMonth(amounts, series, month);
  }
  const opening = Math.round(at(series.fte, span.opening) * MILLIONTHS);
  const closing = Math.round(at(series.fte, span.closing) * MILLIONTHS);
  const parts = PART_LABELS.map(([code, label]) => ({
    code,
    label,
    value: Math.round((amounts.get(code) ?? 0) * MILLIONTHS),
  })).filter(({ value }) => value !== 0);
  return {
    staffGroup,
    unit: 'fte',
    opening: { label: span.openingLabel, value: opening / MILLIONTHS },
    parts: closed(parts, closing - opening).map((part) => ({ ...part, value: part.value / MILLIONTHS })),
    closing: { label: span.closingLabel, value: closing / MILLIONTHS },
  };
}

interface Part {
  readonly code: string;
  readonly label: string;
  readonly value: number;
}

/** Gives what rounding leaves to the largest part. */
function closed(parts: readonly Part[], change: number): readonly Part[] {
  const residue = parts.reduce((rest, { value }) => rest - value, change);
  const largest = parts.reduce((best, { value }) => Math.max(best, Math.abs(value)), 0);
  const index = parts.findIndex(({ value }) => Math.abs(value) === largest);
  return parts.map((part, place) => (place === index ? { ...part, value: part.value + residue } : part));
}

function addMonth(amounts: Map<string, number>, series: GroupSeries['series'], month: number): void {
  const add = (code: string, value: number): void => void amounts.set(code, (amounts.get(code) ?? 0) + value);
  const share = (measures: readonly MonthlyMeasure[], fte: number): void => {
    const people = measures.reduce((sum, measure) => sum + at(series[measure], month), 0);
    measures.forEach((measure) =>
      add(measure, people === 0 ? 0 : (fte * at(series[measure], month)) / people),
    );
  };
  share(JOINER_MEASURES, at(series['fte-joiners'], month));
  share(EXIT_MEASURES, -at(series['fte-exits'], month));
  // Promotions within the group are on both sides; what is left is conversions.
  add('moves', at(series['fte-moves-in'], month) - at(series['fte-moves-out'], month));
  add('participation-change', at(series['fte-participation-change'], month));
}
