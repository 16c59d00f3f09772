import { roleAllows } from '#access';
import type { InputFault } from '#platform';
import type { RoundYears } from '../round';
import {
  decide,
  milestoneStandings,
  settledSlots,
  type Actor,
  type Command,
  type DocumentStanding,
  type Milestone,
  type MilestoneStanding,
  type Refusal,
  type Slot,
  type StepNeed,
  type Transition,
  type WorkflowState,
} from '../sign-off';
import { holdersOfRole, holdersOfSlot, once, type NamedPerson } from './actor-of';
import type { Delegation } from './delegation.repository';
import type { DocumentContext } from './document-context';
import type { StoredStep } from './document-rows.repository';
import type { FrozenVersion } from './version.repository';

/** A signature, and who gives or gave it. */
export interface SlotView {
  readonly code: string;
  readonly label: string;
  readonly group: string;
  readonly mayBeNotApplicable: boolean;
  readonly holders: readonly NamedPerson[];
  readonly isMine: boolean;
  readonly settledBy: StepView | null;
}

/** A step in words. */
export interface StepView {
  readonly revision: number;
  readonly version: number;
  readonly action: string;
  readonly label: string;
  readonly slot: string | null;
  readonly slotLabel: string | null;
  readonly from: string;
  readonly to: string;
  readonly person: string;
  readonly principal: string | null;
  readonly reason: string | null;
  readonly decidedOn: string | null;
  readonly contentSha256: string | null;
  readonly at: string;
}

/** Something that the person may do now, or could once what it waits for is there. */
export interface OfferedStep {
  readonly action: string;
  readonly label: string;
  readonly slot: string | null;
  readonly slotLabel: string | null;
  readonly isForward: boolean;
  readonly needs: readonly StepNeed[];
  /** Why it cannot be taken yet; null where it can. */
  readonly refusal: Refusal | null;
}

/** A document as its page shows it. */
export interface DocumentView {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly organisation: NamedPerson & { readonly code: string; readonly type: string };
  readonly round: RoundYears & { readonly state: string };
  readonly scenario: NamedPerson;
  readonly state: WorkflowState;
  readonly version: number;
  readonly revision: number;
  readonly updatedAt: string;
  readonly states: readonly (WorkflowState & { readonly milestone: MilestoneStanding | null })[];
  readonly slots: readonly SlotView[];
  readonly steps: readonly StepView[];
  readonly offered: readonly OfferedStep[];
  /** Who is next, by step. */
  readonly next: readonly { readonly label: string; readonly people: readonly NamedPerson[] }[];
  /** What is missing before the next step can be taken. */
  readonly missing: readonly InputFault[];
  readonly delegations: readonly (Delegation & { readonly isMine: boolean })[];
  /** Who can be given a signature. */
  readonly delegates: readonly NamedPerson[];
  readonly versions: readonly (Omit<FrozenVersion, 'frozenAt'> & { readonly frozenAt: string })[];
  /** The version that is agreed or received and holds until another is; null before the first. */
  readonly versionInForce: number | null;
}

/** What the view needs beside the context. */
export interface ViewMaterial {
  readonly standing: DocumentStanding;
  readonly actor: Actor;
  readonly milestones: readonly Milestone[];
  readonly versions: readonly FrozenVersion[];
  readonly today: string;
}

/** A document as it stands for one person. */
export function viewOf(context: DocumentContext, material: ViewMaterial): DocumentView {
  const { document, workflow, node, round, family } = context;
  const { standing, actor, versions } = material;
  const { id, name, code, type } = node;
  return {
    id: document.id,
    kind: document.kind,
    label: workflow.label,
    organisation: { id, name, code, type },
    round: {
      id: round.id,
      name: round.name,
      firstYear: round.firstYear,
      years: round.years,
      state: round.state,
    },
    scenario: {
      id: document.scenarioId,
      name: family.find((scenario) => scenario.id === document.scenarioId)?.name ?? '',
    },
    state: stateOf(context, document.state),
    version: document.version,
    revision: document.revision,
    updatedAt: new Date(document.updatedAt).toISOString(),
    states: statesOf(context, material),
    slots: context.slots.map((slot) => slotView(context, { slot, standing, actor })),
    steps: context.steps.map((step) => stepView(context, step)),
    offered: offeredSteps(context, material),
    next: nextPeople(context, standing),
    missing: missingFor(context, standing),
    delegations: context.delegations.map((each) => ({
      ...each,
      isMine: each.principalId === actor.personId,
    })),
    delegates: once(
      context.holdings
        .filter(({ role }) => roleAllows(role, 'plans:sign', 'there'))
        .map(({ person }) => person),
    ),
    versions: versions.map((each) => ({ ...each, frozenAt: new Date(each.frozenAt).toISOString() })),
    versionInForce: versionInForce(context),
  };
}

const BINDING_STATES: readonly string[] = ['received', 'regionally-agreed'];

function versionInForce({ steps }: DocumentContext): number | null {
  return steps.findLast(({ to }) => BINDING_STATES.includes(to))?.version ?? null;
}

function stateOf({ workflow }: DocumentContext, code: string): WorkflowState {
  const state = workflow.states.find((one) => one.code === code);
  if (state === undefined) throw new RangeError(`${code} is no state of a ${workflow.kind}`);
  return state;
}

function statesOf({ workflow, steps }: DocumentContext, { milestones, today }: ViewMaterial) {
  const days = steps.map(({ to, at }) => ({ to, on: new Date(at).toISOString().slice(0, 10) }));
  const standings = milestoneStandings(workflow, milestones, days, today);
  return workflow.states.map((state) => ({
    ...state,
    milestone: standings.find((one) => one.state === state.code) ?? null,
  }));
}

function slotView(
  context: DocumentContext,
  { slot, standing, actor }: { slot: Slot; standing: DocumentStanding; actor: Actor },
): SlotView {
  const { code, label, group, mayBeNotApplicable } = slot;
  const settled = settledSlots(standing).get(code);
  const holders = holdersOfSlot(context, slot);
  const step = context.steps.find(({ revision }) => revision === settled?.revision);
  return {
    code,
    label,
    group,
    mayBeNotApplicable,
    holders,
    isMine: holders.some(({ id }) => id === actor.personId),
    settledBy: step === undefined ? null : stepView(context, step),
  };
}

/** A step in words. */
export function stepView(
  { workflow, slots }: Pick<DocumentContext, 'workflow' | 'slots'>,
  step: StoredStep,
): StepView {
  const { revision, version, action, slot, from, to, person, principal, reason, decidedOn, contentSha256 } =
    step;
  const label = (code: string) => workflow.states.find((state) => state.code === code)?.label ?? code;
  return {
    revision,
    version,
    action,
    label: workflow.transitions.find((one) => one.action === action)?.label ?? action,
    slot,
    slotLabel: slot === null ? null : (slots.find((one) => one.code === slot)?.label ?? slot),
    from: label(from),
    to: label(to),
    person,
    principal,
    reason,
    decidedOn,
    contentSha256,
    at: new Date(step.at).toISOString(),
  };
}

/** The refusals that tell a person that a step is theirs, but not yet. */
const NOT_YET: readonly string[] = ['condition', 'own-work'];

function offeredSteps(
  context: DocumentContext,
  { standing, actor, today }: ViewMaterial,
): readonly OfferedStep[] {
  const possible = context.workflow.transitions.filter(({ from }) => from.includes(standing.state));
  return possible.flatMap((transition) =>
    slotsFor(context, transition, standing).flatMap((slot) => {
      const { action, label, isForward, needs } = transition;
      const command: Command = {
        action,
        revision: standing.revision,
        slot: slot?.code ?? null,
        reason: 'given when the step is taken',
        date: standing.frozenOn ?? today,
      };
      const outcome = decide(context.workflow, standing, actor, command, today);
      const refusal = outcome.isAllowed ? null : outcome.refusal;
      if (refusal !== null && !NOT_YET.includes(refusal.code)) return [];
      return [
        { action, label, slot: command.slot, slotLabel: slot?.label ?? null, isForward, needs, refusal },
      ];
    }),
  );
}

function slotsFor(
  { slots }: DocumentContext,
  { settles, settlesAs }: Transition,
  standing: DocumentStanding,
): readonly (Slot | null)[] {
  if (settles === undefined) return [null];
  const settled = settledSlots(standing);
  return slots.filter(
    ({ code, group, mayBeNotApplicable }) =>
      group === settles && !settled.has(code) && (settlesAs !== 'not-applicable' || mayBeNotApplicable),
  );
}

function nextPeople(context: DocumentContext, standing: DocumentStanding): DocumentView['next'] {
  const onward = onwardFrom(context, standing).filter(({ settlesAs }) => settlesAs !== 'not-applicable');
  return onward.flatMap((transition) =>
    slotsFor(context, transition, standing).map((slot) => ({
      label: slot === null ? transition.label : `${transition.label}: ${slot.label}`,
      people:
        slot === null
          ? once(transition.byRoles.flatMap((holder) => holdersOfRole(context, holder)))
          : holdersOfSlot(context, slot),
    })),
  );
}

function onwardFrom({ workflow }: DocumentContext, { state }: DocumentStanding): readonly Transition[] {
  return workflow.transitions.filter(({ from, isForward }) => isForward && from.includes(state));
}

function missingFor(context: DocumentContext, standing: DocumentStanding): readonly InputFault[] {
  const conditions = new Set(onwardFrom(context, standing).flatMap(({ requires }) => requires));
  return [...conditions].flatMap((condition) => standing.shortfalls[condition] ?? []);
}
