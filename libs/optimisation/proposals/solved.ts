import type { GoalAnswer } from '../goal-seek';
import type { Gap, SystemOutcome } from '../decomposition';
import type {
  BindingLimit,
  FreeChoice,
  FrontierPoint,
  KeptLimit,
  LeverTotal,
  PlanConflict,
  PlanProposal,
  ProposedCost,
} from '../plan';
import type { DrawnOutcome, LeverFailure, RegretTable } from '../stress';

/** A lever over all organisations, as the plan has it. */
export interface SolvedLever extends LeverTotal {
  /** WTE that would be missing without it; null where no shortfall is asked about. */
  readonly shortfall: number | null;
  /** Pounds that the round would cost less without it, pay included. */
  readonly saving: number;
}

/** A system within the plan of several. */
export interface SolvedSystem extends Pick<
  SystemOutcome,
  'code' | 'name' | 'organisations' | 'onItsOwn' | 'objective'
> {
  /** Pounds over the round. */
  readonly cost: number;
  /** The shared limits in their order. */
  readonly shared: readonly {
    readonly label: string;
    readonly asPlanned: number;
    readonly confirmed: number;
  }[];
}

/** How a plan of several systems was found. */
export interface SolvedNation {
  readonly systems: readonly SolvedSystem[];
  /** In the unit of the objective. */
  readonly gap: Gap;
}

/** What all later comparisons stand on. */
export interface SolvedAim {
  readonly label: string;
  readonly asPlanned: number;
  /** Null where least was asked for and no bound. */
  readonly bound: number | null;
  readonly confirmed: number;
}

/** A plan as it is kept. */
export interface SolvedPlan {
  readonly kind: 'plan';
  readonly outcome: PlanProposal['outcome'];
  readonly cost: ProposedCost;
  readonly levers: readonly SolvedLever[];
  readonly limits: readonly KeptLimit[];
  readonly binding: readonly BindingLimit[];
  readonly conflict: PlanConflict | null;
  readonly endless: readonly string[];
  readonly freeChoices: readonly FreeChoice[];
  readonly aim: SolvedAim | null;
  readonly frontier: readonly FrontierPoint[];
  readonly regret: RegretTable | null;
  readonly failures: readonly LeverFailure[];
  readonly drawn: { readonly asPlanned: DrawnOutcome; readonly proposed: DrawnOutcome } | null;
  readonly work: PlanProposal['work'];
  /** Null for a plan of one system or less. */
  readonly nation: SolvedNation | null;
}

/** The answer to a goal as it is kept. */
export interface SolvedGoal {
  readonly kind: 'goal';
  readonly outcome: GoalAnswer['outcome'];
  readonly label: string;
  readonly unit: string;
  readonly targetLabel: string;
  readonly answer: GoalAnswer;
}

/** A lever at an organisation: what a person accepts or leaves. */
export interface SolvedLine {
  /** Code of the organisation. */
  readonly organisation: string;
  readonly lever: string;
  readonly label: string;
  readonly unit: string;
  /** Units of each year of the round. */
  readonly amounts: readonly number[];
  /** Pounds over the round. */
  readonly cost: number;
}

/** What the engine threads hand back. */
export interface Solved {
  readonly content: SolvedPlan | SolvedGoal;
  readonly lines: readonly SolvedLine[];
}
