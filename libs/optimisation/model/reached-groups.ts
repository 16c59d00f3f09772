import { compileProjection, type ProjectionInput } from '#modules/projection';
import { inputWithChanges, proposedChanges } from './lever-changes';
import type { Lever } from './lever';
import { ALL_STAFF, type Quantity } from './quantity';

/** Registers that link staff groups which no move links. */
const LINKING_REGISTERS = ['skill-mix.substitutions'];

/**
 * The staff groups whose figures the levers can change or a question reads: those that levers and questions name,
 * and those that moves link to these, directly or through others, once every lever acts.
 */
export function reachedGroups(
  input: ProjectionInput,
  levers: readonly Lever[],
  quantities: readonly Quantity[],
): ReadonlySet<string> {
  const all = input.staffGroups.map(({ code }) => code);
  const named = new Set([
    ...levers.flatMap(groupsNamed),
    ...quantities.flatMap((quantity) => ('staffGroup' in quantity ? [quantity.staffGroup] : [])),
  ]);
  const isLinked = LINKING_REGISTERS.some((register) => (input.registers?.[register] ?? []).length > 0);
  const actsOnAll = levers.some(({ action }) => groupsOfAction(action).includes(ALL_STAFF));
  if (isLinked || actsOnAll || levers.some(addsLink)) return new Set(all);
  const acting = compileProjection(withEveryLever(input, levers)).engine;
  const reached = new Set(all.filter((code) => named.has(code)));
  for (let size = -1; size !== reached.size;) {
    size = reached.size;
    for (const { fromGroup, toGroup } of acting.moves) {
      const [from, to] = [all[fromGroup] ?? '', all[toGroup] ?? ''];
      if (reached.has(from)) reached.add(to);
      if (reached.has(to)) reached.add(from);
    }
  }
  return reached;
}

function groupsNamed({ action, staffGroup }: Lever): readonly string[] {
  return [staffGroup, ...groupsOfAction(action)];
}

function groupsOfAction(action: Lever['action']): readonly string[] {
  if (action.kind !== 'register-number') return [action.staffGroup];
  return Object.entries(action.values).flatMap(([field, value]) =>
    field.endsWith('Group') && typeof value === 'string' ? [value] : [],
  );
}

function addsLink({ action }: Lever): boolean {
  return action.kind === 'register-number' && LINKING_REGISTERS.includes(action.register);
}

function withEveryLever(input: ProjectionInput, levers: readonly Lever[]): ProjectionInput {
  const one = new Array<number>(input.calendar.years).fill(0.01);
  const amounts = Object.fromEntries(levers.map(({ key }) => [key, one]));
  return inputWithChanges(input, proposedChanges(input, levers, amounts));
}
