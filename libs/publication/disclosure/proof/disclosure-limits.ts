import type { InformationLoss } from '../information-loss';
import type { AttackOutcome } from './attack-outcome';
import type { ProofCase } from './disclosure-proof';

/** What may be withheld at most of cells that are not sensitive, as a share. */
export const MOST_WITHHELD = 0.05;
/** How far a published cell may be from its true value on average, in people. */
export const MOST_ERROR = 1.25;

/** What many cases gave away and cost, added up. */
export interface ProofTotals {
  readonly cases: number;
  readonly protectedCells: number;
  readonly exactRecoveries: number;
  readonly narrowerThanLegend: number;
  readonly missedTruth: number;
  readonly changedWithoutReason: number;
  readonly withheldShare: number;
  readonly meanError: number;
}

/** Adds cases up. */
export function proofTotals(cases: readonly ProofCase[]): ProofTotals {
  const sum = (valueOf: (one: ProofCase) => number): number =>
    cases.reduce((total, one) => total + valueOf(one), 0);
  const outcome = (key: Exclude<keyof AttackOutcome, 'effort'>) => sum((one) => one.outcome[key]);
  const loss = (key: keyof InformationLoss) => sum((one) => one.loss[key]);
  return {
    cases: cases.length,
    protectedCells: outcome('protectedCells'),
    exactRecoveries: outcome('exactRecoveries'),
    narrowerThanLegend: outcome('narrowerThanLegend'),
    missedTruth: outcome('missedTruth'),
    changedWithoutReason: sum((one) => one.changedWithoutReason),
    withheldShare: loss('withheldCells') / Math.max(1, loss('otherCells')),
    meanError: loss('absoluteError') / Math.max(1, loss('publishedCells')),
  };
}

/** The limits that are not kept, each in a sentence; none when the proof holds. */
export function brokenLimits(totals: ProofTotals): readonly string[] {
  const { exactRecoveries, narrowerThanLegend, missedTruth, changedWithoutReason } = totals;
  const limits: readonly (readonly [boolean, string])[] = [
    [exactRecoveries === 0, `${exactRecoveries} hidden cells are recovered exactly`],
    [narrowerThanLegend === 0, `${narrowerThanLegend} hidden cells are known more closely than the legend`],
    [missedTruth === 0, `${missedTruth} bounds miss the true value`],
    [changedWithoutReason === 0, `${changedWithoutReason} unchanged cells were released differently`],
    [
      totals.withheldShare <= MOST_WITHHELD,
      `${percent(totals.withheldShare)} % of cells that are not sensitive are withheld (limit 5 %)`,
    ],
    [totals.meanError <= MOST_ERROR, `the mean error is ${totals.meanError.toFixed(3)} (limit 1.25)`],
  ];
  return limits.flatMap(([isKept, sentence]) => (isKept ? [] : [sentence]));
}

export function percent(share: number): string {
  return (100 * share).toFixed(2);
}
