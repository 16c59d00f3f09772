import {
  REGISTER_RULES,
  registerByKey,
  registerRows,
  validateRegisterEntry,
  type EntryProblem,
  type RegisterDefinition,
  type Registers,
  type RegisterScope,
} from '#modules/register';
import type { InputFault } from '#platform';
import type { ProjectionPolicy } from '#policy';
import type { EffectiveEntry } from './effective-entries';
import type { RegisterChange } from './register-entry.repository';

/** What the rules of registers need besides the entries. */
export interface TogetherContext {
  readonly scope: RegisterScope;
  readonly policy: ProjectionPolicy;
}

type ProblemOfRegister = EntryProblem & { readonly register: string };
type EntriesInForce = ReadonlyMap<string, readonly EffectiveEntry[]>;

/**
 * What the entries in force after a batch break together that they did not break before it: the same rules
 * as those of a projection input. A problem of an entry of the batch points at its edit, one that the batch
 * causes elsewhere at the batch.
 */
export function faultsTogether(
  before: EntriesInForce,
  after: EntriesInForce,
  changes: readonly Pick<RegisterChange, 'register' | 'entryKey'>[],
  context: TogetherContext,
): readonly InputFault[] {
  const nameOf = ({ register, entry, rule }: ProblemOfRegister): string => `${register} ${entry} ${rule}`;
  const known = new Set(problemsTogether(before, context).map(nameOf));
  return problemsTogether(after, context)
    .filter((problem) => !known.has(nameOf(problem)))
    .map(({ register, entry, field, rule, message, fix }) => {
      const edit = changes.findIndex((change) => change.register === register && change.entryKey === entry);
      const label = registerByKey(register)?.label ?? register;
      return edit >= 0
        ? { pointer: `/edits/${edit}/values/${field}`, rule, message, fix }
        : { pointer: '/edits', rule, message: `${label}, entry ${entry}: ${message}`, fix };
    });
}

function problemsTogether(
  entries: EntriesInForce,
  { scope, policy }: TogetherContext,
): readonly ProblemOfRegister[] {
  const registers: Registers = Object.fromEntries(
    [...entries].map(([key, list]) => [key, list.map(({ entryKey, values }) => ({ id: entryKey, values }))]),
  );
  const rowsOf = (definition: RegisterDefinition) =>
    isAccepted(definition, registers, scope) ? registerRows({ registers }, definition) : [];
  return Object.entries(REGISTER_RULES).flatMap(([register, rule]) => {
    const definition = registerByKey(register);
    if (definition === undefined) return [];
    return rule(rowsOf(definition), rowsOf, policy).map((problem) => ({ ...problem, register }));
  });
}

/** Rules are asked of entries whose fields are each accepted. */
function isAccepted(definition: RegisterDefinition, registers: Registers, scope: RegisterScope): boolean {
  const entries = registers[definition.key] ?? [];
  return entries.every(({ values }) => validateRegisterEntry(definition, values, scope).length === 0);
}
