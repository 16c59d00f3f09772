import {
  REGISTER_RULES,
  registerByKey,
  registerRows,
  REGISTERS,
  validateRegisterEntry,
  type RegisterDefinition,
} from '../register';
import type { ProjectionInput } from './projection-input';
import type { InputProblem } from './projection-input-error';

/** Checks the registers of an input: known registers, entries with an id of their own, fields within their rules. */
export function checkRegisters(input: ProjectionInput): readonly InputProblem[] {
  const scope = { staffGroups: input.staffGroups.map(({ code }) => code), bands: input.bands };
  return Object.entries(input.registers ?? {}).flatMap(([key, entries]) => {
    const definition = registerByKey(key);
    if (definition === undefined) return [unknownRegister(key)];
    const problems = entries.flatMap((entry, index) => {
      const pointer = `/registers/${key}/${index}`;
      const isRepeated = entries.findIndex(({ id }) => id === entry.id) < index;
      return [
        ...(isRepeated ? [repeatedId(pointer, entry.id)] : []),
        ...validateRegisterEntry(definition, entry.values, scope).map(({ field, rule, message, fix }) => ({
          pointer: `${pointer}/values/${field}`,
          rule,
          message,
          fix,
        })),
      ];
    });
    return problems.length > 0 ? problems : checkTogether(input, definition);
  });
}

/** What entries say together, once each of them is acceptable by itself. */
function checkTogether(input: ProjectionInput, definition: RegisterDefinition): readonly InputProblem[] {
  const rows = registerRows(input, definition);
  const rowsOf = (other: RegisterDefinition) => registerRows(input, other);
  const problems = REGISTER_RULES[definition.key]?.(rows, rowsOf, input.policy) ?? [];
  return problems.map(({ entry, field, rule, message, fix }) => {
    const index = rows.findIndex(({ id }) => id === entry);
    return { pointer: `/registers/${definition.key}/${index}/values/${field}`, rule, message, fix };
  });
}

function unknownRegister(key: string): InputProblem {
  return {
    pointer: `/registers/${key}`,
    rule: 'known-register',
    message: `${key} is not a register`,
    fix: `use ${REGISTERS.map((register) => register.key).join(', ')}`,
  };
}

function repeatedId(pointer: string, id: string): InputProblem {
  return { pointer: `${pointer}/id`, rule: 'unique', message: `${id} is listed twice`, fix: 'rename one' };
}
