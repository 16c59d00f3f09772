import { expm1, log1p } from './arithmetic';

/** What an annual leaver figure is measured on; the parameter that carries the figure says which. */
export type LeaverRate = SnapshotLeaverRate | StabilityIndex | CentralRate | MonthlySnapshotRate;

/** Leavers between two snapshots over their mean headcount (the published NHS leaver rate). */
export interface SnapshotLeaverRate {
  readonly basis: 'snapshot-rate';
  readonly rate: number;
  /** Headcount at the two snapshots, where known. */
  readonly stocks?: { readonly opening: number; readonly closing: number };
}

/** Share of the opening headcount still in post 12 months later. */
export interface StabilityIndex {
  readonly basis: 'stability-index';
  readonly index: number;
}

/** Exits over person-years. */
export interface CentralRate {
  readonly basis: 'central-rate';
  readonly rate: number;
}

/** Leavers of one month over the opening headcount of the month. */
export interface MonthlySnapshotRate {
  readonly basis: 'monthly-snapshot-rate';
  readonly rate: number;
}

/**
 * Annual probability of leaving, a share of the opening stock: `T (S0 + S1) / (2 S0)` for a snapshot
 * rate with known stocks and `T` without, `1 - SI`, `1 - exp(-T)`, or `1 - (1 - m)^12`.
 * Source: projection model, section 3.3; NHS leaver rate as defined in Parliamentary question 112582.
 */
export function annualExitProbability(rate: LeaverRate): number {
  switch (rate.basis) {
    case 'snapshot-rate':
      return rate.stocks === undefined ? rate.rate : rateOnOpening(rate.rate, rate.stocks);
    case 'stability-index':
      return 1 - rate.index;
    case 'central-rate':
      return -expm1(-rate.rate);
    case 'monthly-snapshot-rate':
      return overPeriods(rate.rate, 12);
  }
}

function rateOnOpening(rate: number, stocks: { readonly opening: number; readonly closing: number }): number {
  return (rate * (stocks.opening + stocks.closing)) / (2 * stocks.opening);
}

/** `1 - (1 - probability)^periods`, without loss for small probabilities; `periods` may be a fraction. */
export function overPeriods(probability: number, periods: number): number {
  if (probability === 0 || periods === 0) {
    return 0;
  }
  return -expm1(periods * log1p(-probability));
}

/** Monthly probability that compounds to the annual one: `1 - (1 - q)^(1/12)`; never `q / 12`. */
export function monthlyProbability(annual: number): number {
  return overPeriods(annual, 1 / 12);
}

/** Annual probability that a constant monthly one compounds to: `1 - (1 - m)^12`. */
export function annualProbability(monthly: number): number {
  return overPeriods(monthly, 12);
}

/**
 * Net probabilities by cause that together give the total `q`: `1 - q_c = (1 - q)^(s_c)`, with `s_c`
 * the shares of leavers by cause (published cause rates are crude, not net). The shares must sum to 1.
 */
export function splitByCause(total: number, shares: readonly number[]): number[] {
  return shares.map((share) => overPeriods(total, share));
}

/** Total probability of competing causes: `1 - prod_c (1 - q_c)`. */
export function totalOfCauses(byCause: readonly number[]): number {
  return 1 - byCause.reduce((stay, probability) => stay * (1 - probability), 1);
}

/** An intervention that lowers the hazard of those it covers. */
export interface RetentionIntervention {
  /** Share of the hazard that it removes for a covered person, 0..1. */
  readonly effect: number;
  /** Share of staff covered once fully in place, 0..1. */
  readonly coverage: number;
  /** First month with any coverage and first month with full coverage, counted from the start. */
  readonly startMonth: number;
  readonly fullMonth: number;
}

/** Coverage in a month: 0 before the start, a straight ramp, full from `fullMonth` on. */
export function coverageInMonth(intervention: RetentionIntervention, month: number): number {
  const { coverage, startMonth, fullMonth } = intervention;
  if (month >= fullMonth) {
    return coverage;
  }
  return month <= startMonth ? 0 : (coverage * (month - startMonth)) / (fullMonth - startMonth);
}

/** Share by which interventions lower the hazard: `r = 1 - prod_i (1 - effect_i coverage_i)`. They multiply. */
export function combinedEffect(interventions: readonly RetentionIntervention[], month: number): number {
  return 1 - interventions.reduce((left, each) => left * (1 - each.effect * coverageInMonth(each, month)), 1);
}

/** The voluntary probability after interventions: `1 - (1 - q)^(1 - r)`. */
export function retain(voluntary: number, reduction: number): number {
  return overPeriods(voluntary, 1 - reduction);
}

/** NHS leaver rate: leavers between two snapshots over the mean of both headcounts. */
export function nhsLeaverRate(leavers: number, opening: number, closing: number): number {
  return leavers / ((opening + closing) / 2);
}

/** Stability index: share of the opening headcount still in post 12 months later. */
export function stabilityIndex(stillInPost: number, opening: number): number {
  return stillInPost / opening;
}
