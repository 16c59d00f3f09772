import { annualExitProbability, overPeriods } from '#engine';

import type { CompileContext } from '../compilation';
import { LEAVER_BASES, LEAVER_EXCLUSIONS } from './leaver-basis-parameters';

/** A leaver figure as it was measured. */
export interface MeasuredLeavers {
  /** One of LEAVER_BASES. */
  readonly basis: number;
  /** The rate, or the stability index where that is the basis. */
  readonly figure: number;
  /** Last headcount over first, less 1. */
  readonly headcountChange: number;
  /** WTE per head of leavers over that of staff in post; 1 where people are counted. */
  readonly relativeParticipation: number;
  /** Share of all leavers that the figure leaves out, below 1. */
  readonly leftOut: number;
}

/** Nobody expects more than this to leave; conversions of extreme figures end here. */
const HIGHEST = 0.999;

/**
 * Yearly chance of leaving, for all leavers and people: the figure's basis first (projection model,
 * section 3.3), then WTE to people, `q / relative participation`, then leavers left out,
 * `1 - q = (1 - q_entered)^(1 / (1 - left out))`, the inverse of the split by cause.
 */
export function annualLeaving(measured: MeasuredLeavers): number {
  const { relativeParticipation, leftOut } = measured;
  const ofBasis = annualOfBasis(measured);
  const ofPeople = Math.min(HIGHEST, Math.max(0, ofBasis / relativeParticipation));
  if (leftOut <= 0) return ofPeople;
  return Math.min(HIGHEST, overPeriods(ofPeople, 1 / (1 - leftOut)));
}

function annualOfBasis({ basis, figure, headcountChange }: MeasuredLeavers): number {
  switch (basis) {
    case LEAVER_BASES.snapshotWithStocks: {
      const stocks = { opening: 1, closing: 1 + headcountChange };
      return annualExitProbability({ basis: 'snapshot-rate', rate: figure, stocks });
    }
    case LEAVER_BASES.stabilityIndex:
      return annualExitProbability({ basis: 'stability-index', index: figure });
    case LEAVER_BASES.centralRate:
      return annualExitProbability({ basis: 'central-rate', rate: figure });
    case LEAVER_BASES.monthlySnapshot:
      return annualExitProbability({ basis: 'monthly-snapshot-rate', rate: figure });
    default:
      return annualExitProbability({ basis: 'snapshot-rate', rate: figure });
  }
}

/** Shares of leavers in a year: of all, those whose fixed-term contract ends, and of all, those who move within the NHS. */
export interface LeaverShares {
  readonly endOfContract: number;
  readonly withinNhs: number;
}

/** Yearly chances of leaving of a group, index 0 being the year before the round's first. */
export function annualLeavingByYear(
  group: string,
  shares: readonly LeaverShares[],
  { assumptions }: Pick<CompileContext, 'assumptions'>,
): readonly number[] {
  const basis = assumptions.atStart('retention.leaver-rate-basis', group);
  const figures = assumptions.yearly(figureParameter(basis), group);
  return figures.map((figure, year) =>
    annualLeaving({ ...measureOfYear(group, shares[year], { assumptions }), figure }),
  );
}

/** How a leaver figure was measured, without the figure. */
export type LeaverMeasure = Omit<MeasuredLeavers, 'figure'>;

/** How the leaver figure of a year was measured. */
export function measureOfYear(
  group: string,
  shares: LeaverShares | undefined,
  { assumptions }: Pick<CompileContext, 'assumptions'>,
): LeaverMeasure {
  const choice = (name: string): number => assumptions.atStart(`retention.${name}`, group);
  const countsFte = choice('leaver-rate-counts') === 1;
  return {
    basis: choice('leaver-rate-basis'),
    headcountChange: choice('leaver-rate-headcount-change'),
    relativeParticipation: countsFte ? choice('leavers-relative-participation') : 1,
    leftOut: leftOutOf(shares, choice('leaver-rate-excludes')),
  };
}

/** The parameter that holds the figure of a basis. */
export function figureParameter(basis: number): string {
  return basis === LEAVER_BASES.stabilityIndex ? 'retention.stability-index' : 'retention.leaver-rate';
}

function leftOutOf(shares: LeaverShares | undefined, excludes: number): number {
  const { endOfContract = 0, withinNhs = 0 } = shares ?? {};
  const hasContracts = excludes === LEAVER_EXCLUSIONS.endsOfContract || excludes === LEAVER_EXCLUSIONS.both;
  const hasMoves = excludes === LEAVER_EXCLUSIONS.movesWithinNhs || excludes === LEAVER_EXCLUSIONS.both;
  return Math.min(0.95, (hasContracts ? endOfContract : 0) + (hasMoves ? withinNhs : 0));
}
