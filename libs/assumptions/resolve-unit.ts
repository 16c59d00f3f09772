import type { ParameterDefinition } from '#modules/registry';
import { resolveCascade, type CascadeProvenance, type ResolvedCell } from '#modules/cascade';
import type { ResolvedAssumptions } from '#modules/projection';
import { resolvedValueOf } from '#modules/what-if';
import type { AssumptionRow } from './assumption-row.repository';
import { defaultFor, staffGroupsOf } from './grid';
import { cascadeRowsOf, type UnitContext } from './unit-context';

/** Where one resolved value of a run comes from. */
export type ResolvedProvenance =
  | { readonly level: 'national-default'; readonly source: string }
  | {
      readonly level: 'scenario';
      readonly assumptionId: string;
      readonly version: number;
      readonly scenarioId: string;
      readonly organisationId: string;
      readonly staffGroup: string;
      readonly firstYear: number;
      readonly basis: string | null;
    }
  | { readonly level: 'sum' };

/** A value that an addition or a factor would have carried past the parameter's bounds, and is held there. */
export interface HeldValue {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly year: number;
  readonly bound: 'minimum' | 'maximum';
  readonly value: number;
}

/** All assumptions of one projection, resolved. */
export interface ResolvedUnit {
  /** By parameter and leaf staff group (`all-staff` for the whole organisation); index 0 is `firstYear - 1`. */
  readonly assumptions: ResolvedAssumptions;
  /** In the same shape: one entry per year. */
  readonly provenance: Readonly<Record<string, Readonly<Record<string, readonly ResolvedProvenance[]>>>>;
  readonly held: readonly HeldValue[];
}

/**
 * Resolves every parameter for every leaf staff group and year of a unit.
 *
 * @param rows all rows at the chain's scenarios and the unit's ancestry.
 */
export function resolveUnit(
  context: UnitContext,
  parameters: readonly ParameterDefinition[],
  rows: readonly AssumptionRow[],
): ResolvedUnit {
  const byParameter = rowsByParameter(rows);
  const answers = parameters.map((parameter) => ({
    parameter,
    groups: resolveParameter(context, parameter, byParameter.get(parameter.key) ?? []),
  }));
  const keyed = <T>(
    read: (cells: readonly ResolvedCell<AssumptionRow>[], parameter: ParameterDefinition) => T,
  ) =>
    Object.fromEntries(
      answers.map(({ parameter, groups }) => [
        parameter.key,
        Object.fromEntries(groups.map(([code, cells]) => [code, read(cells, parameter)])),
      ]),
    );
  return {
    assumptions: keyed(resolvedValueOf),
    provenance: keyed((cells, parameter) => cells.map((cell) => markOf(cell.provenance, parameter))),
    held: answers.flatMap(({ parameter, groups }) =>
      groups.flatMap(([code, cells]) => heldOf(parameter, code, cells)),
    ),
  };
}

function rowsByParameter(rows: readonly AssumptionRow[]): ReadonlyMap<string, readonly AssumptionRow[]> {
  const byParameter = new Map<string, AssumptionRow[]>();
  for (const row of rows) {
    const list = byParameter.get(row.parameter);
    if (list === undefined) byParameter.set(row.parameter, [row]);
    else list.push(row);
  }
  return byParameter;
}

function resolveParameter(
  context: UnitContext,
  parameter: ParameterDefinition,
  rows: readonly AssumptionRow[],
): readonly (readonly [string, readonly ResolvedCell<AssumptionRow>[]])[] {
  const { firstYear, years } = context.chain.round;
  const { cells } = resolveCascade<AssumptionRow>({
    parameter,
    staffGroups: staffGroupsOf(parameter, context.staffGroups),
    firstYear: firstYear - 1,
    years: years + 1,
    rows: cascadeRowsOf(context, rows),
  });
  return staffGroupsOf(parameter, context.staffGroups)
    .filter((group) => !parameter.perStaffGroup || group.isLeaf)
    .map(({ code }) => [code, cells[code] ?? []] as const);
}

function markOf(
  provenance: CascadeProvenance<AssumptionRow>,
  parameter: ParameterDefinition,
): ResolvedProvenance {
  if (provenance.level === 'sum') return { level: 'sum' };
  if (provenance.level === 'national-default') {
    return { level: 'national-default', source: defaultFor(parameter, provenance.staffGroup).source };
  }
  const { meta } = provenance.decidedBy;
  return {
    level: 'scenario',
    assumptionId: meta.id,
    version: meta.version,
    scenarioId: meta.scenarioId,
    organisationId: meta.organisationId,
    staffGroup: meta.staffGroup,
    firstYear: meta.firstYear,
    basis: meta.basis,
  };
}

function heldOf(
  parameter: ParameterDefinition,
  staffGroup: string,
  cells: readonly ResolvedCell<AssumptionRow>[],
): readonly HeldValue[] {
  return cells.flatMap(({ year, value, heldAt }) =>
    heldAt === null ? [] : [{ parameter: parameter.key, staffGroup, year, bound: heldAt, value }],
  );
}
