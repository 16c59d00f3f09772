import type { FactOrigin } from './fact-origin';

/** Maximum of an apprenticeship funding band, pounds, for starts from one date to another (null is open). */
export interface FundingBandFact extends FactOrigin {
  readonly structure: string;
  readonly band: number;
  readonly maximumPounds: number;
  readonly startsFrom: string;
  readonly startsTo: string | null;
}

/** An apprenticeship standard with its funding band. */
export interface ApprenticeshipStandardFact extends FactOrigin {
  /** Reference such as `ST0781`. */
  readonly reference: string;
  readonly title: string;
  readonly level: number;
  /** Longest usual duration in months, without top-up routes. */
  readonly plannedMonths: number;
  readonly fundingBandPounds: number;
}

/** A value from a date (`YYYY-MM-DD`) until the next one of the same list. */
export interface DatedValue {
  readonly from: string;
  readonly value: number;
}

/** A standard as a projection reads it. */
export interface LevyStandard {
  readonly reference: string;
  readonly title: string;
  readonly level: number;
  readonly plannedMonths: number;
  readonly fundingBandPounds: number;
  /** Share of starts who complete, where one is known for the standard; else null. */
  readonly completionRate: number | null;
}

/** Dated rules of the apprenticeship levy account, each list oldest first. */
export interface LevyPolicy {
  /** Levy as a share of the pay bill. */
  readonly rate: readonly DatedValue[];
  /** Allowance of a tax year, pounds; connected employers share one. */
  readonly allowancePounds: readonly DatedValue[];
  /** Government top-up as a share of what enters the account. */
  readonly topUp: readonly DatedValue[];
  /** Months after which funds expire. */
  readonly expiryMonths: readonly DatedValue[];
  /** Parts of the price paid by the month and on completion. */
  readonly monthlyShare: readonly DatedValue[];
  readonly completionShare: readonly DatedValue[];
  /** Employer's share of what the account cannot pay. */
  readonly coInvestment: readonly DatedValue[];
  /** Most that may be transferred, as a share of the previous year's funds. */
  readonly transferShare: readonly DatedValue[];
  /** Shortest apprenticeship, months. */
  readonly minimumMonths: readonly DatedValue[];
  /** First start date from which the levy pays level 7 only for apprentices up to `levelSevenAge`. */
  readonly levelSevenFrom: string;
  readonly levelSevenAge: number;
  readonly standards: readonly LevyStandard[];
}
