import type { Actor, Command, RefusalCode } from './decision';

/**
 * What a person may do, written out by hand and apart from the state machine, so that the two can be held
 * against one another. Entries: action and state -> people who may, `own` for the holder of the named slot.
 */
export interface ExpectedRights {
  /** Action -> state -> ids of people who may act without a slot of their own; `own` and `any` see below. */
  readonly may: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Slot -> the people who hold it by themselves. */
  readonly holders: Readonly<Record<string, readonly string[]>>;
  /** Actions that settle a slot: the slots in question, and the state once all are settled. */
  readonly signatures: Readonly<Record<string, { readonly slots: readonly string[]; readonly then: string }>>;
  /** Other actions: the state they lead to. */
  readonly moves: Readonly<Record<string, string>>;
  readonly reasoned: readonly string[];
  readonly dated: readonly string[];
  readonly alwaysSigned: readonly string[];
  /** Action -> earlier actions of the same version whose takers may not take it. */
  readonly apart: Readonly<Record<string, readonly string[]>>;
  /** Actions that wait until nothing is missing. */
  readonly waiting: Readonly<Record<string, readonly string[]>>;
  readonly backwards: readonly string[];
}

/** The document as the expectation keeps it. */
export interface ExpectedDocument {
  readonly state: string;
  readonly version: number;
  readonly revision: number;
  readonly settled: ReadonlyMap<string, string>;
  readonly takers: readonly (readonly [action: string, person: string])[];
  readonly isFrozen: boolean;
}

/** The day on which everything happens, versions are frozen included. */
export const TODAY = '2026-11-27';

export const FRESH: ExpectedDocument = {
  state: 'draft',
  version: 1,
  revision: 0,
  settled: new Map(),
  takers: [],
  isFrozen: false,
};

export interface Circumstances {
  readonly rights: ExpectedRights;
  readonly document: ExpectedDocument;
  readonly actor: Actor;
  readonly command: Command;
  readonly missing: readonly string[];
}

/** On whose behalf the person may act: themselves, someone else, or nobody (undefined). */
function principalOf({ rights, document, actor, command }: Circumstances): string | undefined {
  const allowed = rights.may[command.action]?.[document.state] ?? [];
  if (allowed.includes(actor.personId)) return actor.personId;
  const slots = allowed.flatMap((word) => {
    if (word === 'own') return command.slot === null ? [] : [command.slot];
    return word.startsWith('any:') ? word.slice(4).split(',') : [];
  });
  if (slots.some((slot) => rights.holders[slot]?.includes(actor.personId))) return actor.personId;
  return actor.delegations.find(({ slot }) => slots.includes(slot))?.principalId;
}

type Check = (circumstances: Circumstances) => RefusalCode | null;

/** In the order in which a person is told. */
const CHECKS: readonly Check[] = [
  ({ rights, command }) => (rights.may[command.action] === undefined ? 'unknown-action' : null),
  ({ document, command }) => (command.revision === document.revision ? null : 'stale'),
  ({ rights, document, command }) =>
    rights.may[command.action]?.[document.state] === undefined ? 'wrong-state' : null,
  slotRefusal,
  (circumstances) => (principalOf(circumstances) === undefined ? 'not-yours' : null),
  ownWorkRefusal,
  ({ rights, command }) =>
    rights.reasoned.includes(command.action) && (command.reason ?? '').trim() === ''
      ? 'reason-missing'
      : null,
  dateRefusal,
  ({ rights, document, command, missing }) => {
    const isSpared = command.action === 'return' && document.state !== 'received';
    const waits = isSpared ? [] : (rights.waiting[command.action] ?? []);
    return waits.some((condition) => missing.includes(condition)) ? 'condition' : null;
  },
];

function slotRefusal({ rights, document, command }: Circumstances): RefusalCode | null {
  const { action, slot } = command;
  const signature = rights.signatures[action];
  if (signature === undefined) return null;
  if (slot === null || !signature.slots.includes(slot)) return 'slot-unknown';
  if (document.settled.has(slot)) return 'slot-settled';
  return action === 'state-nil' && rights.alwaysSigned.includes(slot) ? 'not-applicable-refused' : null;
}

function ownWorkRefusal(circumstances: Circumstances): RefusalCode | null {
  const { rights, document, actor, command } = circumstances;
  const excluded = rights.apart[command.action] ?? [];
  const earlier = document.takers.filter(([taken]) => excluded.includes(taken)).map(([, person]) => person);
  const isOwn = earlier.includes(actor.personId) || earlier.includes(principalOf(circumstances) ?? '');
  return isOwn ? 'own-work' : null;
}

function dateRefusal({ rights, command: { action, date } }: Circumstances): RefusalCode | null {
  if (!rights.dated.includes(action)) return null;
  if (date === null) return 'date-missing';
  return date === TODAY ? null : 'date-impossible';
}

/** What is expected of a command: the refusal's code, or null where it is taken. */
export function expectedRefusal(circumstances: Circumstances): RefusalCode | null {
  for (const check of CHECKS) {
    const refusal = check(circumstances);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** The document after a step that was expected to be taken. */
export function afterStep(circumstances: Circumstances): ExpectedDocument {
  const { rights, document, actor, command } = circumstances;
  const principal = principalOf(circumstances) ?? actor.personId;
  const revision = document.revision + 1;
  if (rights.backwards.includes(command.action)) {
    return { ...FRESH, version: document.version + 1, revision };
  }
  const takers = [...document.takers];
  for (const person of new Set([actor.personId, principal])) takers.push([command.action, person]);
  const signature = rights.signatures[command.action];
  if (signature === undefined) {
    const state = rights.moves[command.action] ?? document.state;
    return { ...document, state, revision, takers, isFrozen: true };
  }
  const settled = new Map(document.settled).set(command.slot ?? '', principal);
  const isComplete = signature.slots.every((slot) => settled.has(slot));
  return { ...document, state: isComplete ? signature.then : document.state, revision, takers, settled };
}
