import { resolveCascade, type CascadeRow } from '../cascade';
import type { ProjectionInput, ResolvedAssumptions } from '../projection/projection-input';
import { parameterByKey, type ParameterDefinition } from '../registry';
import type { GroupOfTree } from './headline-figures';
import { resolvedValueOf } from './resolved-value';

/** A stored assumption as the cascade reads it, without who entered it and why. */
export type UnplacedRow = Omit<CascadeRow, 'meta'>;

/** Everything needed to project a unit again with some of its assumptions changed. */
export interface WhatIfBase {
  /** The input of the central case as the stored assumptions make it. */
  readonly input: ProjectionInput;
  /** By parameter: every row that can decide one of the unit's values. */
  readonly rows: Readonly<Record<string, readonly UnplacedRow[]>>;
  /** The tree of staff groups, each before those under it. */
  readonly staffGroups: readonly GroupOfTree[];
  readonly inputVersion: number;
}

/** What a cell holds of its own; null where it inherits. */
export interface EditedCell {
  readonly staffGroup: string;
  readonly year: number;
  readonly own: Pick<UnplacedRow, 'operation' | 'value' | 'low' | 'high'> | null;
}

/** Cells of one parameter as they now stand at the unit itself; cells that are not named stay as stored. */
export interface EditedParameter {
  readonly parameter: string;
  readonly cells: readonly EditedCell[];
}

/** Decimals that a stored assumption keeps; an entry counts as it will be stored. */
const STORED_DECIMALS = 8;

/** An entered number with the decimals that it is stored with. */
function asStored(value: number): number {
  return Number(value.toFixed(STORED_DECIMALS));
}

const placeOf = (row: { readonly staffGroup: string; readonly year: number }): string =>
  `${row.staffGroup}|${row.year}`;

/** The stored rows with the unit's own ones replaced by what the cells now hold. */
function rowsWith(stored: readonly UnplacedRow[], cells: readonly EditedCell[]): readonly UnplacedRow[] {
  const edited = new Set(cells.map(placeOf));
  const kept = stored.filter(
    ({ scenarioDepth, organisationDepth, staffGroup, firstYear }) =>
      scenarioDepth > 0 || organisationDepth > 0 || !edited.has(placeOf({ staffGroup, year: firstYear })),
  );
  const entered = cells.flatMap(({ staffGroup, year, own }): UnplacedRow[] => {
    if (own === null) return [];
    const { operation, low, high } = own;
    const value = asStored(own.value);
    const range = { low: low === null ? null : asStored(low), high: high === null ? null : asStored(high) };
    return [
      { scenarioDepth: 0, organisationDepth: 0, staffGroup, firstYear: year, operation, value, ...range },
    ];
  });
  return [...kept, ...entered];
}

function resolve(
  { input, staffGroups }: WhatIfBase,
  parameter: ParameterDefinition,
  rows: readonly UnplacedRow[],
): ResolvedAssumptions[string] {
  const { cells } = resolveCascade({
    parameter,
    staffGroups,
    firstYear: input.calendar.firstYear - 1,
    years: input.calendar.years + 1,
    rows: rows.map((row) => ({ ...row, meta: null })),
  });
  const asked = Object.keys(input.assumptions[parameter.key] ?? {});
  return Object.fromEntries(asked.map((code) => [code, resolvedValueOf(cells[code] ?? [])]));
}

/**
 * The unit's input as it will be once the edits are saved: the edited parameters are resolved through the
 * same cascade as on the server, so that both project the same numbers.
 *
 * @throws RangeError for an unknown parameter
 */
export function inputWithEdits(base: WhatIfBase, edits: readonly EditedParameter[]): ProjectionInput {
  const resolved = edits.map(({ parameter: key, cells }) => {
    const parameter = parameterByKey(key);
    if (parameter === undefined) throw new RangeError(`There is no parameter ${key}.`);
    return [key, resolve(base, parameter, rowsWith(base.rows[key] ?? [], cells))] as const;
  });
  return { ...base.input, assumptions: { ...base.input.assumptions, ...Object.fromEntries(resolved) } };
}
