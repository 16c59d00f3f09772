import type { Role } from '#access';

/** The documents of a round that are signed off: an organisation's return, and the plan of a system. */
export const DOCUMENT_KINDS = ['organisation-return', 'system-plan'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Where a grant of a role must lie, seen from the organisation of the document. */
export type GrantPlace =
  /** On the organisation or anywhere above it. */
  | 'reaching'
  /** Above it only: the next level up looks at the work of this one. */
  | 'above';

/** Who may take a step by a role. */
export interface RoleHolder {
  readonly role: Role;
  readonly place: GrantPlace;
}

/** What a step needs of whoever takes it. */
export type StepNeed = 'reason' | 'date';

/** What must hold of the document before a step; what is missing is listed with the refusal. */
export const CONDITIONS = [
  'round-open',
  'content-complete',
  'projections-current',
  'clinical-leads-named',
  'not-in-submitted-plan',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Signatures that belong together: the step after them waits for all of the group. */
export const SLOT_GROUPS = ['confirmation', 'approval', 'clinical', 'agreement'] as const;
export type SlotGroup = (typeof SLOT_GROUPS)[number];

/**
 * A way from one state to the next. A step of a slot group settles one slot of it, and moves on once all
 * are settled; any other step moves at once.
 */
export interface Transition {
  /** Machine name of the step, for instance `confirm`; with the state it names one transition. */
  readonly action: string;
  /** What the button says. */
  readonly label: string;
  readonly from: readonly string[];
  readonly to: string;
  /** The slots that the step settles. */
  readonly settles?: SlotGroup;
  /** How it settles them: by a signature (the default), or by the statement that none is needed. */
  readonly settlesAs?: 'signed' | 'not-applicable';
  /** Roles that may take it. */
  readonly byRoles: readonly RoleHolder[];
  /** Groups whose holders may take it, each with their delegates. For a signature: the slot's own holder. */
  readonly bySlots: readonly SlotGroup[];
  readonly needs: readonly StepNeed[];
  readonly requires: readonly Condition[];
  /** Steps at the same version whose takers may not take this one as well. */
  readonly apartFrom: readonly string[];
  /** What the step does to the document beside its state. */
  readonly effect: 'none' | 'freezes-version' | 'opens-version';
  /** True for the way on; false for the way back. */
  readonly isForward: boolean;
}

/** A state of a document. */
export interface WorkflowState {
  readonly code: string;
  readonly label: string;
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** Whether its content may be changed; all else is frozen under a hash. */
  readonly isEditable: boolean;
  /** Whether those above who oversee may read it. */
  readonly isShared: boolean;
}

/** A document's states and the ways between them: data, read by the server, the pages and the tests. */
export interface Workflow {
  readonly kind: DocumentKind;
  readonly label: string;
  readonly states: readonly WorkflowState[];
  readonly initial: string;
  readonly transitions: readonly Transition[];
}

/** A signature that a version needs. */
export interface Slot {
  /** For instance `finance`, `commitment:cancer`. */
  readonly code: string;
  readonly label: string;
  readonly group: SlotGroup;
  /** By role, or the person named in the frozen version. */
  readonly holder: RoleHolder | { readonly personId: string };
  /** Whether the signature may be stated to be not applicable. */
  readonly mayBeNotApplicable: boolean;
}

type TransitionOptions = Partial<
  Pick<Transition, 'settles' | 'settlesAs' | 'byRoles' | 'bySlots' | 'needs' | 'requires' | 'apartFrom'>
>;

const PLAIN = { byRoles: [], bySlots: [], needs: [], requires: [], apartFrom: [] } as const;

/** What a transition is called and where it leads. */
type Way = Pick<Transition, 'action' | 'label' | 'from' | 'to'>;

/** The way on. */
export function forward(
  way: Way,
  options: TransitionOptions,
  effect: Transition['effect'] = 'none',
): Transition {
  return { ...PLAIN, ...way, ...options, effect, isForward: true };
}

/** The way back into a new draft: always with a reason. */
export function back(way: Omit<Way, 'to'>, options: TransitionOptions): Transition {
  const rest = { needs: ['reason'], effect: 'opens-version', isForward: false } as const;
  return { ...PLAIN, ...way, to: 'draft', ...options, ...rest };
}
