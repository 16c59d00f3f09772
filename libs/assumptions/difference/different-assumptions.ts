import { PARAMETERS, type ParameterDefinition } from '#modules/registry';
import type { AssumptionRow } from '../assumption-row.repository';
import type { AssumptionCell } from '../cell';
import { gridRows, gridYears, type GridRow } from '../grid';
import type { UnitContext } from '../unit-context';
import type { DifferenceCell, DifferentAssumption } from './scenario-difference';

/** One side: what decides its values at the node compared. */
export interface DifferenceSide {
  readonly context: UnitContext;
  readonly rows: readonly AssumptionRow[];
}

/**
 * The assumptions whose values in force differ, in the order of the registry. A staff group that only
 * follows the one above it is left out, and so is a sum: the one above, or the parts, say it.
 */
export function differentAssumptions(
  base: DifferenceSide,
  changed: DifferenceSide,
): readonly DifferentAssumption[] {
  const keys = enteredOnOneSide(base, changed);
  return PARAMETERS.filter(({ key }) => keys.has(key)).flatMap((definition) => {
    const left = new Map(rowsOf(base, definition).map((row) => [row.staffGroup.code, row]));
    const pairs = rowsOf(changed, definition).flatMap((row): Pair[] => {
      const other = left.get(row.staffGroup.code);
      return other === undefined || isSame(other, row) ? [] : [{ base: other, changed: row }];
    });
    return tellingPairs(pairs).map((pair) => described(pair, definition, changed.context));
  });
}

interface Pair {
  readonly base: GridRow;
  readonly changed: GridRow;
}

/** Only what a scenario decides that the other side does not read can make a difference. */
function enteredOnOneSide(base: DifferenceSide, changed: DifferenceSide): ReadonlySet<string> {
  const own = ({ rows }: DifferenceSide, { context }: DifferenceSide): readonly string[] => {
    const theirs = new Set(context.chain.scenarios.map(({ id }) => id));
    return rows.filter(({ scenarioId }) => !theirs.has(scenarioId)).map(({ parameter }) => parameter);
  };
  return new Set([...own(base, changed), ...own(changed, base)]);
}

function rowsOf({ context, rows }: DifferenceSide, definition: ParameterDefinition): readonly GridRow[] {
  const own = rows.filter(({ parameter }) => parameter === definition.key);
  return gridRows({ context, definition, rows: own, evidence: new Map() });
}

function isSame(left: GridRow, right: GridRow): boolean {
  return left.cells.every((cell, index) => {
    const other = right.cells[index];
    return other !== undefined && textOf(cell) === textOf(other);
  });
}

const textOf = ({ value, low, high }: AssumptionCell): string => `${value} ${low} ${high}`;

function tellingPairs(pairs: readonly Pair[]): readonly Pair[] {
  const byCode = new Map(pairs.map((pair) => [pair.changed.staffGroup.code, pair]));
  return pairs.filter((pair) => {
    if (pair.changed.cells.some(({ provenance }) => provenance.level === 'sum')) return false;
    const above = byCode.get(pair.changed.staffGroup.parentCode ?? '');
    return above === undefined || !isSame(above.base, pair.base) || !isSame(above.changed, pair.changed);
  });
}

function described(
  { base, changed }: Pair,
  parameter: ParameterDefinition,
  { chain }: UnitContext,
): DifferentAssumption {
  const { code, name } = changed.staffGroup;
  return {
    parameter,
    staffGroup: { code, name },
    years: gridYears(parameter, chain.round.firstYear, chain.round.years),
    base: base.cells.map(sideOf),
    changed: changed.cells.map(sideOf),
  };
}

function sideOf({ year, value, low, high, provenance, source, note }: AssumptionCell): DifferenceCell {
  return { year, value, low, high, provenance, source, note };
}
