import fc from 'fast-check';
import type { Actor, Command, DocumentStanding, Outcome, TakenStep } from './decision';
import { PEOPLE, type Case } from './sign-off.cases.fixture';
import { TODAY, type ExpectedDocument, type ExpectedRights } from './sign-off.model.fixture';
import { CONDITIONS, type Condition } from './workflow';

/** One thing that somebody tries. */
export interface Attempt {
  readonly person: string;
  readonly action: string;
  readonly slot: string | null;
  readonly lag: 0 | 1;
  readonly reason: string | null;
  readonly date: string | null;
  readonly missing: readonly Condition[];
  /** The slot that the holder has delegated to the person, if any. */
  readonly delegated: string | null;
}

const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: odd });

/** Attempts: usual steps that fit the state most of the time, so that the far states are reached. */
export function attempts({ rights, slots }: Case): fc.Arbitrary<Try[]> {
  const codes = slots.map(({ code }) => code);
  const usual = fc.record({ pick: fc.nat(), wild: fc.constant(null) });
  const wild = fc.record({
    pick: fc.constant(0),
    wild: fc.record({
      person: fc.constantFrom(...Object.keys(PEOPLE)),
      action: fc.constantFrom(...Object.keys(rights.may), 'erase'),
      slot: fc.option(fc.constantFrom(...codes, 'catering')),
    }),
  });
  const circumstances = fc.record({
    lag: mostly(fc.constant(0 as const), fc.constant(1 as const)),
    reason: mostly<string | null>(fc.constant('Figures differ'), fc.constantFrom(null, '  ')),
    date: mostly<string | null>(fc.constant(TODAY), fc.constantFrom(null, '2026-11-28', '2026-02-30')),
    missing: mostly(fc.constant<Condition[]>([]), fc.subarray([...CONDITIONS])),
    delegated: mostly<string | null>(fc.constant(null), fc.constantFrom(...codes)),
  });
  const one = fc.tuple(
    fc.oneof({ weight: 3, arbitrary: usual }, { weight: 2, arbitrary: wild }),
    circumstances,
  );
  return fc.array(one, { minLength: 5, maxLength: 40 });
}

/** What is tried: a step and its circumstances; a usual one is chosen when the state is known. */
export type Try = readonly [
  { readonly pick: number; readonly wild: Pick<Attempt, 'person' | 'action' | 'slot'> | null },
  Omit<Attempt, 'person' | 'action' | 'slot'>,
];

/** What is tried, now that the state is known. */
export function attemptOf(
  [step, circumstances]: Try,
  rights: ExpectedRights,
  document: ExpectedDocument,
): Attempt {
  const usual = usualSteps(rights, document);
  const chosen = step.wild ?? usual[step.pick % usual.length];
  if (chosen === undefined) throw new Error(`nothing leads on from ${document.state}`);
  return { ...chosen, ...circumstances };
}

/** Each step by someone who may take it in the state; those that lead back only where none leads on. */
function usualSteps({ may, signatures, holders, backwards }: ExpectedRights, document: ExpectedDocument) {
  const steps = Object.entries(may).flatMap(([action, states]) => {
    const people = states[document.state] ?? [];
    const slots = signatures[action]?.slots.filter((slot) => !document.settled.has(slot)) ?? [null];
    return slots.flatMap((slot) =>
      people
        .flatMap((word) => {
          if (word === 'own') return holders[slot ?? ''] ?? [];
          return word.startsWith('any:') ? [] : [word];
        })
        .map((person) => ({ person, action, slot })),
    );
  });
  const onward = steps.filter(({ action }) => !backwards.includes(action));
  return onward.length > 0 ? onward : steps;
}

export function actorOf({ person, delegated }: Attempt, { rights }: Case): Actor {
  const principalId = delegated === null ? undefined : rights.holders[delegated]?.[0];
  const delegations =
    delegated === null || principalId === undefined ? [] : [{ slot: delegated, principalId }];
  return { personId: person, roles: PEOPLE[person] ?? [], delegations };
}

export function commandOf({ action, slot, lag, reason, date }: Attempt, revision: number): Command {
  return { action, slot, reason, date, revision: revision - lag };
}

export const shortfallsOf = (missing: readonly Condition[]): DocumentStanding['shortfalls'] =>
  Object.fromEntries(
    missing.map((condition) => [
      condition,
      [{ pointer: '/', rule: condition, message: `${condition} is missing`, fix: 'Complete it.' }],
    ]),
  );

/** The document after an outcome, as the repository writes it. */
export function written(standing: DocumentStanding, outcome: Outcome, actor: Actor): DocumentStanding {
  if (!outcome.isAllowed) return standing;
  const { transition, slot, onBehalfOf, to, version, revision } = outcome.decision;
  const step: TakenStep = {
    revision,
    version: standing.version,
    action: transition.action,
    slot,
    from: standing.state,
    to,
    personId: actor.personId,
    onBehalfOf,
  };
  const steps = [...standing.steps, step];
  const frozenOn = { none: standing.frozenOn, 'freezes-version': TODAY, 'opens-version': null };
  return { ...standing, state: to, version, revision, steps, frozenOn: frozenOn[transition.effect] };
}

/** States no document may be in, told from its steps alone. */
export function forbidden(standing: DocumentStanding, { rights }: Case): string[] {
  const steps = standing.steps.filter(({ version }) => version === standing.version);
  const has = (action: string) => steps.some((step) => step.action === action);
  const isSettled = (action: string) =>
    rights.signatures[action]?.slots.every((slot) => steps.some((step) => step.slot === slot)) ?? false;
  const ofReturn = [has('send'), isSettled('confirm'), isSettled('approve'), has('receive')];
  const ofPlan = [has('submit'), isSettled('sign'), isSettled('agree'), has('publish')];
  const stands = (has('send') ? ofReturn : ofPlan).map((held) => (held ? 'held' : 'open'));
  return [
    ...(stands.join(' ') === STANDS_ON[standing.state] ? [] : [`${standing.state} on ${stands.join(' ')}`]),
    ...steps
      .filter(({ slot }, index) => slot !== null && steps.findIndex((step) => step.slot === slot) < index)
      .map(({ slot }) => `${slot} settled twice`),
    ...standing.steps
      .filter(({ revision }, index) => revision !== index + 1)
      .map(({ revision }) => `revision ${revision} out of order`),
  ];
}

/** State -> the four stages of its document, in order: what it must stand on, and nothing further. */
const STANDS_ON: Readonly<Record<string, string>> = {
  draft: 'open open open open',
  'in-confirmation': 'held open open open',
  submitted: 'held open open open',
  confirmed: 'held held open open',
  'clinically-signed': 'held held open open',
  approved: 'held held held open',
  'regionally-agreed': 'held held held open',
  received: 'held held held held',
  published: 'held held held held',
};
