import type { ParameterDefinition } from './parameter-definition';

/**
 * Indexes parameters and refuses a registry that contradicts itself.
 *
 * @throws RangeError on a duplicate key, a key outside its module, bounds in the wrong order, a
 *   default outside its bounds, choices that are missing, misplaced or do not hold the default, or a
 *   national share of its uncertainty outside 0 to 1.
 */
export function indexByKey(
  parameters: readonly ParameterDefinition[],
): ReadonlyMap<string, ParameterDefinition> {
  const byKey = new Map<string, ParameterDefinition>();
  for (const definition of parameters) {
    if (byKey.has(definition.key)) throw new RangeError(`parameter ${definition.key} is declared twice`);
    if (!definition.key.startsWith(`${definition.module}.`)) {
      throw new RangeError(`parameter ${definition.key} does not begin with its module ${definition.module}`);
    }
    assertBounds(definition);
    assertChoices(definition);
    assertUncertainty(definition);
    byKey.set(definition.key, definition);
  }
  return byKey;
}

function assertBounds(definition: ParameterDefinition): void {
  const { key, minimum, maximum } = definition;
  const { plausibleMinimum = minimum, plausibleMaximum = maximum } = definition;
  if (
    plausibleMinimum >= plausibleMaximum ||
    !isAscending([minimum, plausibleMinimum, plausibleMaximum, maximum])
  ) {
    throw new RangeError(`parameter ${key} has bounds out of order`);
  }
  const defaults = [definition.default, ...Object.values(definition.defaultByStaffGroup ?? {})];
  for (const { value, low = value, high = value } of defaults) {
    if (isAscending([minimum, low, value, high, maximum])) continue;
    throw new RangeError(`parameter ${key} has a default outside its bounds or range`);
  }
}

function assertChoices({ key, unit, choices, ...definition }: ParameterDefinition): void {
  if ((unit === 'choice') !== (choices !== undefined)) {
    throw new RangeError(`parameter ${key}: choices and the unit choice go together`);
  }
  const defaults = [definition.default, ...Object.values(definition.defaultByStaffGroup ?? {})];
  const values = new Set(choices?.map(({ value }) => value));
  if (choices === undefined || defaults.every(({ value }) => values.has(value))) return;
  throw new RangeError(`parameter ${key} has a default that is none of its choices`);
}

function assertUncertainty({ key, uncertainty }: ParameterDefinition): void {
  if (uncertainty === undefined) return;
  if (uncertainty.nationalShare >= 0 && uncertainty.nationalShare <= 1) return;
  throw new RangeError(`parameter ${key} has a national share of its uncertainty outside 0 to 1`);
}

function isAscending(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || (values[index - 1] ?? 0) <= value);
}
