import { annualExitProbability, overPeriods, splitByCause, type EngineGroup } from '#engine';

import {
  monthlyFactor,
  type Compiled,
  type CompileContext,
  type JoinerPlan,
  type StartGroup,
} from '../compilation';
import type { ProjectionNotice } from '../projection/projection-output';

/** Shares of leavers by cause, in the order of the engine's EXIT_CAUSES. */
const CAUSE_SHARES = [
  'retention.share-voluntary',
  'retention.share-retirement',
  'retention.share-ill-health-or-death',
  'retention.share-end-of-contract',
  'retention.share-unpaid-leave',
];
/** Sums nearer to 1 than this are rounding. */
const SHARE_TOLERANCE = 5e-4;

type Exits = Pick<
  EngineGroup,
  'plannedExits' | 'exitProbability' | 'shareToSameSystem' | 'shareToOtherNhs' | 'participationFactor'
>;

/**
 * Exits of a group. The annual leaver rate `T` (snapshot basis; the closing headcount is not known in
 * advance, so `q = T`) is split by cause as `1 - q_c = (1 - q)^(s_c)` and made monthly as
 * `1 - (1 - q_c)^(w)`, with `w` the month's weight of the year (a twelfth unless a profile of leavers is
 * entered), so that the year's probability is the same whatever the profile. Shares by cause are scaled to sum to 1; destination shares above 1 together
 * are scaled down. Participation changes by `(1 + change)^(1/12)` a month.
 */
export function compileExits({ group }: StartGroup, context: CompileContext): Compiled<Exits> {
  const { assumptions, input } = context;
  const causes = CAUSE_SHARES.map((parameter) => assumptions.yearly(parameter, group.code));
  const rates = assumptions.yearly('retention.leaver-rate', group.code);
  const byYear = rates.map((rate, year) =>
    annualByCause(
      rate,
      causes.map((shares) => shares[year] ?? 0),
    ),
  );
  const weights = assumptions.profiles.shares('leavers', group.code);
  const monthly = (annual: readonly number[]): readonly number[] => monthlyProbabilities(annual, weights);
  const same = assumptions.yearly('retention.share-to-same-system', group.code);
  const other = assumptions.yearly('retention.share-to-other-nhs', group.code);
  const excess = same.map((share, year) => Math.max(1, share + (other[year] ?? 0)));
  const scaledDown = (shares: readonly number[]): readonly number[] =>
    assumptions.spread(shares.map((share, year) => share / (excess[year] ?? 1)));
  return {
    part: {
      plannedExits: assumptions.planned('retention.planned-exits', group.code, 'planned-exits'),
      exitProbability: causes.map((_, cause) =>
        repeatByAge(
          monthly(assumptions.spread(byYear.map((each) => each[cause] ?? 0))),
          input.ageBands.length,
        ),
      ),
      shareToSameSystem: scaledDown(same),
      shareToOtherNhs: scaledDown(other),
      participationFactor: assumptions.monthly('retention.participation-change', group.code, monthlyFactor),
    },
    notices: [...causeNotices(group, causes), ...destinationNotices(group, excess)],
  };
}

/** Returners from unpaid leave and to practice, people a month. */
export function compileReturners(
  { group }: StartGroup,
  { assumptions }: CompileContext,
): readonly JoinerPlan[] {
  return [
    {
      source: 'return-to-practice',
      people: assumptions.planned('retention.return-to-practice', group.code, 'return-to-practice'),
    },
    {
      source: 'return-from-leave',
      people: assumptions.planned('retention.return-from-leave', group.code, 'return-from-leave'),
    },
  ];
}

function annualByCause(rate: number, shares: readonly number[]): readonly number[] {
  const sum = total(shares);
  const annual = annualExitProbability({ basis: 'snapshot-rate', rate });
  const scaled = shares.map((share, cause) => (sum > 0 ? share / sum : Number(cause === 0)));
  return splitByCause(annual, scaled);
}

/** `1 - (1 - q)^w` of each month; a month like the one before it takes its value. */
function monthlyProbabilities(annual: readonly number[], weights: readonly number[]): readonly number[] {
  const monthly: number[] = [];
  annual.forEach((probability, month) => {
    const isAsBefore = probability === annual[month - 1] && weights[month] === weights[month - 1];
    const before = monthly.at(-1);
    monthly.push(isAsBefore && before !== undefined ? before : overPeriods(probability, weights[month] ?? 0));
  });
  return monthly;
}

/** The same probability for every age; retirement by age needs rates by age. */
function repeatByAge(byMonth: readonly number[], ages: number): readonly number[] {
  return ages === 1 ? byMonth : byMonth.flatMap((probability) => new Array<number>(ages).fill(probability));
}

function causeNotices(
  group: StartGroup['group'],
  causes: readonly (readonly number[])[],
): readonly ProjectionNotice[] {
  const sums = (causes[0] ?? []).map((_, year) => total(causes.map((shares) => shares[year] ?? 0)));
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
