import { EXIT_CAUSES, overPeriods, splitByCause } from '#engine';

import type { CompileContext, StartGroup } from '../compilation';
import type { ProjectionNotice } from '../projection/projection-output';
import { annualLeavingByYear } from './leaver-basis';

/** Sums nearer to 1 than this are rounding. */
const SHARE_TOLERANCE = 5e-4;
const MONTHS_A_YEAR = 12;

/** How the leavers of a group fall on causes and destinations, by year. */
export interface ExitShares {
  /** Scaled to sum to 1: `[cause][year]`, in the order of EXIT_CAUSES. */
  readonly byCause: readonly (readonly number[])[];
  /** Shares of voluntary leavers; together at most 1. */
  readonly toSameSystem: readonly number[];
  readonly toOtherNhs: readonly number[];
  readonly notices: readonly ProjectionNotice[];
}

/** Shares by cause scaled to sum to 1, and destination shares that sum to more than 1 scaled down. */
export function exitShares({ group }: StartGroup, { assumptions }: CompileContext): ExitShares {
  const entered = EXIT_CAUSES.map((cause) => assumptions.yearly(`retention.share-${cause}`, group.code));
  const sums = (entered[0] ?? []).map((_, year) => total(entered.map((shares) => shares[year] ?? 0)));
  const same = assumptions.yearly('retention.share-to-same-system', group.code);
  const other = assumptions.yearly('retention.share-to-other-nhs', group.code);
  const excess = same.map((share, year) => Math.max(1, share + (other[year] ?? 0)));
  const scaledDown = (shares: readonly number[]): readonly number[] =>
    shares.map((share, year) => share / (excess[year] ?? 1));
  return {
    byCause: entered.map((shares, cause) =>
      shares.map((share, year) => ((sums[year] ?? 0) > 0 ? share / (sums[year] ?? 1) : Number(cause === 0))),
    ),
    toSameSystem: scaledDown(same),
    toOtherNhs: scaledDown(other),
    notices: [...causeNotices(group, sums), ...destinationNotices(group, excess)],
  };
}

/**
 * Monthly probabilities by cause, one per simulated month: the yearly chance of leaving split as
 * `1 - q_c = (1 - q)^(s_c)` and made monthly as `1 - (1 - q_c)^w`, with `w` the month's weight of the year.
 */
export function monthlyByCause(
  start: StartGroup,
  shares: ExitShares,
  context: CompileContext,
): readonly (readonly number[])[] {
  const { assumptions } = context;
  const annual = annualLeavingOf(start, shares, context);
  const byYear = annual.map((probability, year) =>
    splitByCause(
      probability,
      shares.byCause.map((ofCause) => ofCause[year] ?? 0),
    ),
  );
  const weights = assumptions.profiles.shares('leavers', start.group.code);
  return shares.byCause.map((_, cause) =>
    monthlyProbabilities(assumptions.spread(byYear.map((each) => each[cause] ?? 0)), weights),
  );
}

/** Yearly chances of leaving, for all causes together. */
export function annualLeavingOf(
  { group }: StartGroup,
  shares: ExitShares,
  context: CompileContext,
): readonly number[] {
  return annualLeavingByYear(group.code, leaverShares(shares), context);
}

/** The shares of leavers that a figure may leave out, by year. */
export function leaverShares({ byCause, toSameSystem, toOtherNhs }: ExitShares) {
  const of = (cause: (typeof EXIT_CAUSES)[number], year: number): number =>
    byCause[EXIT_CAUSES.indexOf(cause)]?.[year] ?? 0;
  return toSameSystem.map((same, year) => ({
    endOfContract: of('end-of-contract', year),
    withinNhs: of('voluntary', year) * (same + (toOtherNhs[year] ?? 0)),
  }));
}

/** `1 - (1 - q)^w` of each month; a month like the one before it, or like that of a year before, takes its value. */
function monthlyProbabilities(annual: readonly number[], weights: readonly number[]): readonly number[] {
  const monthly = new Array<number>(annual.length);
  const isLike = (month: number, earlier: number): boolean =>
    earlier >= 0 && annual[month] === annual[earlier] && weights[month] === weights[earlier];
  for (let month = 0; month < monthly.length; month += 1) {
    const known = isLike(month, month - 1) ? month - 1 : month - MONTHS_A_YEAR;
    monthly[month] = isLike(month, known)
      ? (monthly[known] ?? 0)
      : overPeriods(annual[month] ?? 0, weights[month] ?? 0);
  }
  return monthly;
}

function causeNotices(group: StartGroup['group'], sums: readonly number[]): readonly ProjectionNotice[] {
  const furthest = sums.reduce((worst, sum) => (Math.abs(sum - 1) > Math.abs(worst - 1) ? sum : worst), 1);
  if (Math.abs(furthest - 1) <= SHARE_TOLERANCE) return [];
  const message = `${group.name}: the shares of leavers by cause did not sum to 1 and were scaled in proportion.`;
  return [{ code: 'cause-shares-scaled', staffGroup: group.code, message, amount: furthest }];
}

function destinationNotices(
  group: StartGroup['group'],
  excess: readonly number[],
): readonly ProjectionNotice[] {
  const largest = Math.max(...excess);
  if (largest <= 1 + SHARE_TOLERANCE) return [];
  const message = `${group.name}: voluntary leavers to this system and to the NHS elsewhere were more than all; both were scaled down.`;
  return [{ code: 'destination-shares-scaled', staffGroup: group.code, message, amount: largest }];
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
