import type { LimitUnit, PlanConflict, PlanProposal, Relaxation } from '../plan';

/** A shared limit beside what the systems have as planned and what they are to have. */
export interface SharedOutcome {
  readonly key: string;
  readonly label: string;
  readonly unit: LimitUnit;
  readonly sense: 'at-most' | 'at-least';
  readonly bound: number;
  readonly asPlanned: number;
  /** By whole projections of every system from nothing. */
  readonly confirmed: number;
  /** How far the confirmed figure breaks it, relative; below 0 where there is room. */
  readonly breach: number;
  /**
   * Change of the objective per unit by which it is relaxed (of a share, per point), the same in every system; 0 where
   * the limit does not bind.
   */
  readonly price: number;
}

/** A system within the national plan. */
export interface SystemOutcome {
  readonly code: string;
  readonly name: string;
  readonly organisations: number;
  /**
   * Objective with its even part of every shared limit, beyond the present plan; null where it cannot keep to that.
   */
  readonly onItsOwn: number | null;
  /** Objective within the national plan, beyond the present plan. */
  readonly objective: number;
  /** Figures of the shared limits, in their order: as planned, and confirmed. */
  readonly shared: readonly { readonly asPlanned: number; readonly confirmed: number }[];
  /** Its plan within the share that it is given of every shared limit. */
  readonly proposal: PlanProposal;
}

/** A system that cannot keep its own limits, whatever the others do. */
export interface SystemConflict {
  readonly code: string;
  readonly name: string;
  readonly conflict: PlanConflict | null;
}

/** Shared limits that the systems cannot keep together. */
export interface SharedConflict {
  readonly between: readonly string[];
  /** The smallest relaxation: the sum of relative breaches is least. */
  readonly together: readonly Relaxation[];
  /** What each limit of the conflict would have to be if it alone gave way, by the plans that were looked at. */
  readonly alone: readonly Relaxation[];
}

/** How near to the best the plan is known to be, in the unit of the objective beyond the present plan. */
export interface Gap {
  readonly value: number;
  /** No plan is better than this, as far as each system's own search can be relied on. */
  readonly bound: number;
  /** Difference as a share of the value; 0 where it is none. */
  readonly share: number;
}

/** The plan of a nation. */
export type NationalPlan =
  | {
      readonly outcome: 'solved' | 'infeasible';
      readonly shared: readonly SharedOutcome[];
      readonly systems: readonly SystemOutcome[];
      /** Null unless the shared limits cannot be kept together; the plan is then the one that comes closest. */
      readonly conflict: SharedConflict | null;
      readonly gap: Gap;
      readonly work: { readonly rounds: number; readonly evaluations: number };
    }
  | { readonly outcome: 'system-infeasible'; readonly conflicts: readonly SystemConflict[] }
  | { readonly outcome: 'unbounded'; readonly endless: readonly string[] };
