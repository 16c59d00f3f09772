import { MONTHLY_MEASURES, type MonthlyMeasure } from '#modules/projection';
import type { GroupSeries } from '../series/series.codec';
import { at } from './sum-series';

/** Measures of people joining, by source. */
export const JOINER_MEASURES = MONTHLY_MEASURES.filter((measure) => measure.startsWith('joiners-'));
/** Measures of people leaving, by cause; where they went is a part of these, not more of them. */
export const EXIT_MEASURES = [
  'exits-planned',
  'exits-voluntary',
  'exits-retirement',
  'exits-ill-health-or-death',
  'exits-end-of-contract',
  'exits-unpaid-leave',
] as const satisfies readonly MonthlyMeasure[];

/** Lines that lose the people netted: leavers to the system are a part of those who leave of their own accord. */
const PEOPLE_MEASURES = ['joiners-same-system', 'exits-to-same-system', 'exits-voluntary'] as const;
const FTE_MEASURES = ['fte-joiners', 'fte-exits'] as const;

/** What was taken out of both joiners and leavers of one staff group, over all months. */
export interface NettedMoves {
  readonly people: number;
  readonly fte: number;
}

/** A sum without the moves inside its system, and how many there were. */
export interface NettedSeries {
  readonly group: GroupSeries;
  readonly netted: NettedMoves;
}

/**
 * Takes moves between organisations of one system out of the flow lines of the system's sum. In each month
 * the smaller of joiners from the system and leavers to it is taken out of both sides: what is left over
 * went to, or came from, organisations that the sum does not include. Stocks stay as they are.
 *
 * FTE is netted likewise, by the smaller side, at the mean FTE of the month's joiners and of its leavers:
 * the flows do not carry FTE by source.
 *
 * @param group sum over the organisations of one system
 */
export function netMovesWithinSystem(group: GroupSeries): NettedSeries {
  const series = Object.fromEntries(
    MONTHLY_MEASURES.map((measure) => [measure, group.series[measure].slice()]),
  ) as Record<MonthlyMeasure, Float64Array>;
  const netted = { people: 0, fte: 0 };
  for (let month = 0; month < group.months; month += 1) {
    const { people, fte } = movesOfMonth(group, month);
    takeOut(series, PEOPLE_MEASURES, { month, amount: people });
    takeOut(series, FTE_MEASURES, { month, amount: fte });
    netted.people += people;
    netted.fte += fte;
  }
  return { group: { ...group, series }, netted };
}

function movesOfMonth({ series }: GroupSeries, month: number): NettedMoves {
  const joiners = at(series['joiners-same-system'], month);
  const leavers = at(series['exits-to-same-system'], month);
  const totalOf = (measures: readonly MonthlyMeasure[]): number =>
    measures.reduce((sum, measure) => sum + at(series[measure], month), 0);
  const joinersFte = share(joiners, totalOf(JOINER_MEASURES)) * at(series['fte-joiners'], month);
  const leaversFte = share(leavers, totalOf(EXIT_MEASURES)) * at(series['fte-exits'], month);
  return { people: Math.min(joiners, leavers), fte: Math.min(joinersFte, leaversFte) };
}

function takeOut(
  series: Record<MonthlyMeasure, Float64Array>,
  measures: readonly MonthlyMeasure[],
  { month, amount }: { readonly month: number; readonly amount: number },
): void {
  for (const measure of measures) {
    series[measure][month] = at(series[measure], month) - amount;
  }
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
