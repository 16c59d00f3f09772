import { compileProjection, type ProjectionInput } from '#modules/projection';
import { inputWithChanges, proposedChanges } from './lever-changes';
import type { Lever } from './lever';
import { ALL_STAFF, type Quantity } from './quantity';

/** Registers that link staff groups which no move links, by two fields of an entry. */
const LINKING_REGISTERS = [
  { register: 'skill-mix.substitutions', fields: ['staffGroup', 'substituteGroup'] },
] as const;

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
  if (levers.some(({ action }) => groupsOfAction(action).includes(ALL_STAFF))) return new Set(all);
  const acting = withEveryLever(input, levers);
  const links = [
    ...compileProjection(acting).engine.moves.map(({ fromGroup, toGroup }) => [
      all[fromGroup] ?? '',
      all[toGroup] ?? '',
    ]),
    ...linksOf(acting),
  ];
  const reached = new Set(all.filter((code) => named.has(code)));
  for (let size = -1; size !== reached.size;) {
    size = reached.size;
    for (const pair of links.filter((each) => each.some((code) => reached.has(code))))
      pair.forEach((code) => reached.add(code));
  }
  return reached;
}

function linksOf({ registers }: ProjectionInput): readonly (readonly string[])[] {
  return LINKING_REGISTERS.flatMap(({ register, fields }) =>
    (registers?.[register] ?? []).map(({ values }) =>
      fields.flatMap((field) => {
        const code = values[field];
        return typeof code === 'string' ? [code] : [];
      }),
    ),
  );
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

function withEveryLever(input: ProjectionInput, levers: readonly Lever[]): ProjectionInput {
  const one = new Array<number>(input.calendar.years).fill(0.01);
  const amounts = Object.fromEntries(levers.map(({ key }) => [key, one]));
  return inputWithChanges(input, proposedChanges(input, levers, amounts));
}
