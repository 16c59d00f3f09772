import type { OrganisationReference } from '../api/types';

/** A kind of limit, as it can be set for a staff group or for all. */
export interface OfferedLimit {
  readonly kind: string;
  readonly staffGroup: string | null;
  readonly label: string;
  readonly sense: 'at-most' | 'at-least';
  readonly unit: 'fte' | 'pounds' | 'share' | 'times-planned';
  readonly usual: number | null;
}

/** A lever as the catalogue offers it. */
export interface OfferedLever {
  readonly lever: string;
  readonly staffGroup: string;
  readonly label: string;
  readonly unit: string;
  readonly most: readonly (number | null)[];
  readonly mostPer: 'organisation' | 'head';
  readonly ramp: number | null;
  readonly leadMonths: number;
  readonly unitCost: number;
  readonly costPer: 'organisation' | 'head';
  readonly source: string;
}

export interface YearName {
  readonly year: number;
  readonly label: string;
}

export interface PlanOffer {
  readonly years: readonly YearName[];
  readonly staffGroups: readonly { readonly code: string; readonly name: string }[];
  readonly levers: readonly OfferedLever[];
  readonly limits: readonly OfferedLimit[];
}

export interface ProposalSummary {
  readonly id: string;
  readonly kind: 'plan' | 'goal';
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly progress: number;
  readonly outcome: string | null;
  readonly error: string | null;
  readonly requestedBy: string | null;
  readonly requestedAt: string;
}

export interface ProposalLine {
  readonly place: number;
  readonly organisation: Pick<OrganisationReference, 'id' | 'code' | 'name'>;
  readonly lever: string;
  readonly label: string;
  readonly unit: string;
  readonly amounts: readonly number[];
  readonly cost: number;
  readonly accepted: {
    readonly by: string | null;
    readonly scenario: { readonly id: string; readonly name: string };
  } | null;
}

export interface SolvedLever {
  readonly lever: string;
  readonly label: string;
  readonly unit: string;
  readonly organisations: number;
  /** The sum over organisations; of a rate or a share, their mean. */
  readonly amounts: readonly number[];
  /** Least and greatest among organisations; null where amounts are a sum. */
  readonly range: { readonly least: readonly number[]; readonly greatest: readonly number[] } | null;
  readonly cost: number;
  readonly shortfall: number | null;
  readonly saving: number;
}

/** What a limit is counted in. */
export type LimitUnit = 'fte' | 'people' | 'pounds' | 'share' | 'units';

export interface KeptLimit {
  readonly key: string;
  readonly label: string;
  readonly unit: LimitUnit;
  readonly sense: 'at-most' | 'at-least';
  readonly bound: number;
  readonly asPlanned: number;
  readonly confirmed: number;
}

interface Relaxation {
  readonly key: string;
  readonly label: string;
  readonly unit: LimitUnit;
  readonly bound: number;
  readonly reachable: number;
}

/** WTE missing over random draws of every uncertain assumption. */
export interface DrawnOutcome {
  readonly draws: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Share of the draws in which no more is missing than the plan aims at. */
  readonly shareReached: number;
}

export interface SolvedPlan {
  readonly kind: 'plan';
  readonly outcome: 'solved' | 'infeasible' | 'unbounded';
  readonly cost: { readonly levers: number; readonly payBillChange: number; readonly total: number };
  readonly levers: readonly SolvedLever[];
  readonly limits: readonly KeptLimit[];
  readonly binding: readonly {
    readonly kind: 'limit' | 'lever' | 'rule';
    /** Of the limit or lever; null for a rule. */
    readonly key: string | null;
    readonly words: string;
    readonly price: number;
  }[];
  readonly conflict: {
    readonly between: readonly string[];
    readonly together: readonly Relaxation[];
    readonly alone: readonly Relaxation[];
  } | null;
  readonly endless: readonly string[];
  /** Levers of which more or less would serve the aim as well. */
  readonly freeChoices: readonly { readonly lever: string; readonly label: string }[];
  readonly aim: {
    readonly label: string;
    readonly asPlanned: number;
    readonly bound: number | null;
    readonly confirmed: number;
  } | null;
  readonly frontier: readonly {
    readonly shortfall: number;
    readonly cost: { readonly total: number };
    readonly isReached: boolean;
  }[];
  readonly regret: {
    readonly futures: readonly { readonly key: string; readonly label: string }[];
    readonly outturns: readonly {
      readonly plan: string;
      readonly future: string;
      readonly shortfall: number;
      readonly regret: number;
    }[];
    readonly worst: readonly { readonly plan: string; readonly regret: number; readonly future: string }[];
  } | null;
  readonly failures: readonly {
    readonly label: string;
    readonly asAssumed: number;
    readonly atWorst: number;
    readonly worstFuture: string;
  }[];
  readonly drawn: { readonly asPlanned: DrawnOutcome; readonly proposed: DrawnOutcome } | null;
  /** Null for a plan of one system or less. */
  readonly nation: SolvedNation | null;
}

/** Systems planned together. */
export interface SolvedNation {
  readonly gap: { readonly value: number; readonly bound: number; readonly share: number };
  readonly systems: readonly {
    readonly code: string;
    readonly name: string;
    readonly organisations: number;
    /** In the unit of the objective, beyond the present plan. */
    readonly objective: number;
    readonly onItsOwn: number | null;
    readonly cost: number;
    readonly shared: readonly {
      readonly label: string;
      readonly asPlanned: number;
      readonly confirmed: number;
    }[];
  }[];
}

interface Tried {
  readonly value: number;
  readonly figure: number;
}

export interface SolvedGoal {
  readonly kind: 'goal';
  readonly outcome: 'met-already' | 'solved' | 'not-reachable' | 'without-effect';
  readonly label: string;
  readonly unit: string;
  readonly targetLabel: string;
  readonly answer: { readonly current: Tried; readonly best: Tried; readonly missing: number };
}

/** A plan as it was asked for. */
export interface AskedPlan {
  readonly kind: 'plan';
  readonly objective: 'least-cost' | 'least-shortfall' | 'least-risk';
  readonly staffGroups: readonly string[];
  readonly limits: readonly {
    readonly kind: string;
    readonly staffGroup: string | null;
    readonly year: number;
    readonly bound: number;
    readonly basis: 'amount' | 'of-planned';
  }[];
  readonly levers: readonly {
    readonly lever: string;
    readonly staffGroup: string;
    readonly most: readonly (number | null)[];
    readonly ramp: number | null;
    readonly leadMonths: number;
    readonly unitCost: number;
    readonly pool: readonly number[] | null;
  }[];
  readonly draws: number;
}

export interface ProposalDetail extends ProposalSummary {
  readonly request: AskedPlan | { readonly kind: 'goal' };
  readonly engineVersion: string | null;
  readonly years: readonly YearName[];
  readonly lines: readonly ProposalLine[];
  readonly content: SolvedPlan | SolvedGoal | null;
}
