import type { Asked } from './asked';
import type { SolvedGoal, SolvedPlan } from './solved';

/** How a question to the optimiser stands. */
export const PROPOSAL_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** A question to the optimiser as a list shows it. */
export interface ProposalSummary {
  readonly id: string;
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly kind: Asked['kind'];
  readonly state: ProposalState;
  /** Share done, 0 to 1. */
  readonly progress: number;
  /** Of what is done: solved, infeasible, unbounded; for a goal solved, met-already, not-reachable, without-effect. */
  readonly outcome: string | null;
  /** Why it failed. */
  readonly error: string | null;
  readonly requestedBy: string | null;
  readonly requestedAt: string;
  readonly finishedAt: string | null;
}

/** A run that a proposal starts from. */
export interface ProposalBase {
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly runId: string;
  readonly inputSha256: string;
}

/** A lever at an organisation: what a person accepts or leaves. */
export interface ProposalLine {
  readonly place: number;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly lever: string;
  readonly label: string;
  readonly unit: string;
  readonly amounts: readonly number[];
  /** Pounds of the lever over the round. */
  readonly cost: number;
  /** Null while it is only proposed. */
  readonly accepted: {
    readonly at: string;
    readonly by: string | null;
    readonly scenario: { readonly id: string; readonly name: string };
  } | null;
}

/** Everything about a question to the optimiser. */
export interface ProposalDetail extends ProposalSummary {
  readonly request: Asked;
  readonly engineVersion: string | null;
  /** Hash of all inputs together. */
  readonly inputSha256: string;
  readonly base: readonly ProposalBase[];
  /** First calendar years of the round's financial years. */
  readonly years: readonly { readonly year: number; readonly label: string }[];
  readonly lines: readonly ProposalLine[];
  /** Null until it is done. */
  readonly content: SolvedPlan | SolvedGoal | null;
}
