import type { InputFault } from '#platform';
import type { Actor, Command, Decision, DocumentStanding, Outcome, Refusal, RefusalCode } from './decision';
import { settledSlots } from './settled-slots';
import { conditions, needs, ownWork, refusalOf, type Holder, type Question } from './step-checks';
import type { RoleHolder, Slot, Transition, Workflow } from './workflow';

/**
 * Decides a step: pure, all rules of sign-off in one place. The first rule that is broken is the refusal, in the
 * order of what a person can do about it: look again, another state, another slot, another person, more to say,
 * more to complete.
 */
export function decide(
  workflow: Workflow,
  document: DocumentStanding,
  actor: Actor,
  command: Command,
  today: string,
): Outcome {
  const question = { workflow, document, actor, command, today };
  const known = workflow.transitions.filter(({ action }) => action === command.action);
  if (known.length === 0) return refused('unknown-action', ...unknownAction(question));
  if (command.revision !== document.revision) return refused('stale', ...STALE);
  const transition = known.find(({ from }) => from.includes(document.state));
  if (transition === undefined) return refused('wrong-state', ...wrongState(question, known));
  const slot = slotOf(question, transition);
  if ('code' in slot) return { isAllowed: false, refusal: slot };
  const holder = holderOf(question, transition, slot.slot);
  if (holder === null) return refused('not-yours', ...notYours(question, transition, slot.slot));
  const refusal =
    ownWork(question, transition, holder) ?? needs(question, transition) ?? conditions(question, transition);
  if (refusal !== null) return { isAllowed: false, refusal };
  return { isAllowed: true, decision: decisionOf(question, transition, slot.slot, holder) };
}

const refused = (code: RefusalCode, message: string, fix: string, faults: readonly InputFault[] = []) =>
  ({ isAllowed: false, refusal: { code, message, fix, faults } }) as const;

const STALE = [
  'Someone else acted on this after you opened it.',
  'Look at it as it is now, then decide again.',
] as const;

function unknownAction({ workflow, command }: Question): [string, string] {
  const actions = [...new Set(workflow.transitions.map(({ action }) => action))];
  return [`There is no step "${command.action}".`, `Use one of ${actions.join(', ')}.`];
}

function wrongState({ workflow, document }: Question, known: readonly Transition[]): [string, string] {
  const label = (code: string): string =>
    (workflow.states.find((state) => state.code === code)?.label ?? code).toLowerCase();
  const states = known.flatMap(({ from }) => from.map(label));
  const name = known[0]?.label ?? '';
  return [
    `"${name}" is not possible while this is ${label(document.state)}.`,
    `It is possible while this is ${[...new Set(states)].join(' or ')}.`,
  ];
}

function slotOf(
  { document, command }: Question,
  { settles, settlesAs }: Transition,
): { readonly slot: Slot | null } | Refusal {
  if (settles === undefined) return { slot: null };
  const slots = document.slots.filter(({ group }) => group === settles);
  const slot = slots.find(({ code }) => code === command.slot);
  if (slot === undefined) {
    const codes = slots.map(({ code }) => code).join(', ');
    return refusalOf(
      'slot-unknown',
      'This signature is not one that this step gives.',
      `Name one of ${codes}.`,
    );
  }
  if (settledSlots(document).has(slot.code)) {
    return refusalOf(
      'slot-settled',
      `${slot.label}: this is settled already.`,
      'Nothing is left to do here.',
    );
  }
  if (settlesAs === 'not-applicable' && !slot.mayBeNotApplicable) {
    return refusalOf(
      'not-applicable-refused',
      `${slot.label}: this signature is always needed.`,
      'Have it signed, or delegated by its holder.',
    );
  }
  return { slot };
}

/** How the person may take the step; null where they may not. */
function holderOf({ document, actor }: Question, transition: Transition, slot: Slot | null): Holder | null {
  const { byRoles, bySlots } = transition;
  if (byRoles.some((holder) => holdsRole(actor, holder))) return { onBehalfOf: null };
  const slots = document.slots.filter(
    ({ code, group }) => bySlots.includes(group) && (slot === null || code === slot.code),
  );
  if (slots.some((each) => holdsSlot(actor, each))) return { onBehalfOf: null };
  const delegation = actor.delegations.find((each) => slots.some(({ code }) => code === each.slot));
  return delegation === undefined ? null : { onBehalfOf: delegation.principalId };
}

/** Whether a person holds a slot by themselves. */
export function holdsSlot(actor: Pick<Actor, 'personId' | 'roles'>, { holder }: Slot): boolean {
  return 'personId' in holder ? holder.personId === actor.personId : holdsRole(actor, holder);
}

function holdsRole({ roles }: Pick<Actor, 'roles'>, { role, place }: RoleHolder): boolean {
  return roles.some((grant) => grant.role === role && (place === 'reaching' || grant.place === 'above'));
}

function notYours(
  { document }: Question,
  { byRoles, bySlots, label }: Transition,
  slot: Slot | null,
): [string, string] {
  const slots = document.slots.filter(
    ({ code, group }) => bySlots.includes(group) && (slot === null || code === slot.code),
  );
  const roles = byRoles.map(
    ({ role, place }) => role.replaceAll('-', ' ') + (place === 'above' ? ' above' : ''),
  );
  const holders = [
    ...roles,
    ...slots.map((each) => `holder of the signature "${each.label}" or their delegate`),
  ];
  return [`"${label}" is not yours to do here.`, `It is for: ${holders.join('; ')}.`];
}

function decisionOf(
  { document }: Question,
  transition: Transition,
  slot: Slot | null,
  { onBehalfOf }: Holder,
): Decision {
  const { version, revision, state } = document;
  return {
    transition,
    slot: slot?.code ?? null,
    onBehalfOf,
    to: isComplete(document, transition, slot) ? transition.to : state,
    version: transition.effect === 'opens-version' ? version + 1 : version,
    revision: revision + 1,
  };
}

function isComplete(document: DocumentStanding, { settles }: Transition, slot: Slot | null): boolean {
  if (settles === undefined) return true;
  const settled = settledSlots(document);
  return document.slots.every(
    ({ code, group }) => group !== settles || code === slot?.code || settled.has(code),
  );
}
