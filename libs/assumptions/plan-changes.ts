import type { EntityManager } from 'typeorm';
import type { ChangeAt } from './plan-change';
import { readAssumptionChanges, type AssumptionChange } from './plan-changes.repository';
import { readEntryChanges, type EntryChange } from './registers/register-changes.repository';
import type { UnitContext } from './unit-context';

/** A saved change of an assumption or of a register entry. */
export type PlanChange = AssumptionChange | EntryChange;

/** Which changes are asked for. */
export interface ChangesQuestion {
  readonly scenarioId: string;
  readonly organisationId: string;
  /** Only changes before this place, as `next` names it; left out for the newest. */
  readonly before?: string | null;
  readonly limit: number;
}

/** Some of the changes of a scenario, newest first. */
export interface PlanChanges {
  readonly scenario: { readonly id: string; readonly name: string };
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly changes: readonly PlanChange[];
  /** The place before which the next ones lie; null where these are the last. */
  readonly next: string | null;
}

/** A place between changes: that of assumptions and that of register entries. */
type Place = Readonly<Record<PlanChange['kind'], number>>;

const NEWEST: Place = { assumption: Number.MAX_SAFE_INTEGER, entry: Number.MAX_SAFE_INTEGER };

/** Reads `<place of assumptions>.<place of entries>`. */
function placeIn(text: string | null): Place {
  if (text === null) return NEWEST;
  const [assumption = 0, entry = 0] = text.split('.').map(Number);
  return { assumption, entry };
}

const isAfter = (one: ChangeAt, other: ChangeAt | undefined): boolean =>
  other === undefined || one.at >= other.at;

/** Two lists, each newest first, as one: each keeps its own order, so that a place in it is never passed over. */
function merged(left: readonly AssumptionChange[], right: readonly EntryChange[]): readonly PlanChange[] {
  const changes: PlanChange[] = [];
  let [fromLeft, fromRight] = [0, 0];
  while (changes.length < left.length + right.length) {
    const one = left[fromLeft];
    const other = right[fromRight];
    if (one !== undefined && isAfter(one, other)) {
      changes.push(one);
      fromLeft += 1;
    } else if (other !== undefined) {
      changes.push(other);
      fromRight += 1;
    }
  }
  return changes;
}

/** The place below the changes that were shown. */
function placeBelow(shown: readonly PlanChange[], start: Place): string {
  const lowest = (kind: PlanChange['kind']) =>
    shown.reduce((least, change) => (change.kind === kind ? change.seq : least), start[kind]);
  return `${lowest('assumption')}.${lowest('entry')}`;
}

/** The changes at the unit's organisation and at those below it. */
export async function readChangesOfUnit(
  manager: EntityManager,
  { chain, ancestry: [node], tree }: UnitContext,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<PlanChanges> {
  const nodes = [node, ...tree.descendantsOf(node.id)].map(({ id, code, name }) => ({ id, code, name }));
  const names = new Map(nodes.map((each) => [each.id, each]));
  const [scenario] = chain.scenarios;
  const start = placeIn(before);
  const filter = (kind: PlanChange['kind']) => ({
    scenarioId: scenario.id,
    organisationIds: [...names.keys()],
    before: start[kind],
    limit: limit + 1,
  });
  const found = merged(
    await readAssumptionChanges(manager, filter('assumption'), names),
    await readEntryChanges(manager, filter('entry'), names),
  );
  const changes = found.slice(0, limit);
  const { id, code, name } = node;
  return {
    scenario: { id: scenario.id, name: scenario.name },
    organisation: { id, code, name },
    changes,
    next: found.length > limit ? placeBelow(changes, start) : null,
  };
}
