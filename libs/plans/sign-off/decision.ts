import type { Role } from '#access';
import type { InputFault } from '#platform';
import type { Condition, Slot, Transition } from './workflow';

/** A step that was taken, as the history of a document keeps it. */
export interface TakenStep {
  /** 1 for the first step of the document; each step is one revision. */
  readonly revision: number;
  readonly version: number;
  readonly action: string;
  readonly slot: string | null;
  readonly from: string;
  readonly to: string;
  readonly personId: string;
  /** Whose signature it was, where a delegate took the step. */
  readonly onBehalfOf: string | null;
}

/** What the decision needs to know of a document. */
export interface DocumentStanding {
  readonly state: string;
  /** Number of the draft or of the frozen version. */
  readonly version: number;
  /** Number of the last step; a command names the one that it saw. */
  readonly revision: number;
  /** The signatures that this version needs; those of the draft while nothing is frozen. */
  readonly slots: readonly Slot[];
  readonly steps: readonly TakenStep[];
  /** What is missing under each condition; a condition that is not named holds. */
  readonly shortfalls: Readonly<Partial<Record<Condition, readonly InputFault[]>>>;
  /** `YYYY-MM-DD` on which the version was frozen; null for a draft. */
  readonly frozenOn: string | null;
}

/** Who asks. */
export interface Actor {
  readonly personId: string;
  /** Roles whose grants reach the document's organisation, by whether they lie above it. */
  readonly roles: readonly { readonly role: Role; readonly place: 'there' | 'above' }[];
  /** Slots that were delegated to the person by someone who still holds them. */
  readonly delegations: readonly { readonly slot: string; readonly principalId: string }[];
}

/** What someone wants done. */
export interface Command {
  readonly action: string;
  /** The revision that the person saw. */
  readonly revision: number;
  readonly slot: string | null;
  readonly reason: string | null;
  /** `YYYY-MM-DD`; the day of the approval. */
  readonly date: string | null;
}

export type RefusalCode =
  | 'unknown-action'
  | 'stale'
  | 'wrong-state'
  | 'slot-unknown'
  | 'slot-settled'
  | 'not-applicable-refused'
  | 'not-yours'
  | 'own-work'
  | 'reason-missing'
  | 'date-missing'
  | 'date-impossible'
  | 'condition';

/** Why not, and what would help. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly fix: string;
  /** What is missing, for conditions. */
  readonly faults: readonly InputFault[];
}

/** What is to be written: the step, and what it does to the document. */
export interface Decision {
  readonly transition: Transition;
  readonly slot: string | null;
  readonly onBehalfOf: string | null;
  readonly to: string;
  /** The version after the step. */
  readonly version: number;
  readonly revision: number;
}

export type Outcome =
  | { readonly isAllowed: true; readonly decision: Decision }
  | { readonly isAllowed: false; readonly refusal: Refusal };
