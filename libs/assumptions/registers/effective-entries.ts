import { registerByKey, REGISTERS, type RegisterDefinition, type Registers } from '#modules/register';
import type { EntityManager } from 'typeorm';
import { loadUnitContext, type UnitContext } from '../unit-context';
import { readRegisterRows, type RegisterRowOfNode } from './register-entry.repository';

/** An entry in force at a unit: it is not withdrawn. */
export type EffectiveEntry = RegisterRowOfNode & {
  readonly values: NonNullable<RegisterRowOfNode['values']>;
};

type Place = Pick<UnitContext, 'chain' | 'ancestry'>;

/**
 * The entries that act on a unit, by register: those of its own node, and of nodes above it where the
 * register reaches down. Of one entry the nearest scenario decides; one withdrawn there is gone.
 */
export function effectiveEntries(
  { chain, ancestry }: Place,
  rows: readonly RegisterRowOfNode[],
): ReadonlyMap<string, readonly EffectiveEntry[]> {
  const depth = new Map(chain.scenarios.map(({ id }, index) => [id, index]));
  const scenarioDepth = ({ scenarioId }: RegisterRowOfNode): number => depth.get(scenarioId) ?? Infinity;
  const deciding = new Map<string, RegisterRowOfNode>();
  for (const row of rows) {
    const definition = registerByKey(row.register);
    if (definition === undefined || !isInReach(definition, row, ancestry[0].id)) continue;
    const key = `${row.register} ${row.organisationId} ${row.entryKey}`;
    const known = deciding.get(key);
    if (known === undefined || scenarioDepth(row) < scenarioDepth(known)) deciding.set(key, row);
  }
  const inForce = [...deciding.values()].filter(isInForce);
  return new Map(
    REGISTERS.map(({ key }) => [key, inForce.filter(({ register }) => register === key)] as const),
  );
}

function isInReach(definition: RegisterDefinition, row: RegisterRowOfNode, organisationId: string): boolean {
  return definition.reach === 'subtree' || row.organisationId === organisationId;
}

function isInForce(row: RegisterRowOfNode): row is EffectiveEntry {
  return row.values !== null;
}

/** The entries in force at a node under a scenario, by register. */
export async function readEffectiveEntries(
  manager: EntityManager,
  context: Place,
): Promise<ReadonlyMap<string, readonly EffectiveEntry[]>> {
  const rows = await readRegisterRows(
    manager,
    context.chain.scenarios.map(({ id }) => id),
    context.ancestry.map(({ id }) => id),
  );
  return effectiveEntries(context, rows);
}

/**
 * The entries in force at a unit, by register. Call it in the transaction in which the input layers are
 * read.
 *
 * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree.
 */
export async function readRegistersOfUnit(
  manager: EntityManager,
  scenarioId: string,
  organisationId: string,
): Promise<ReadonlyMap<string, readonly EffectiveEntry[]>> {
  return readEffectiveEntries(manager, await loadUnitContext(manager, scenarioId, organisationId));
}

/** An entry that names a staff group which the organisation does not have. */
export interface LeftOutEntry {
  readonly register: string;
  readonly entryKey: string;
  readonly staffGroup: string;
}

/** Registers as a projection input holds them; entries for staff groups that are not there are left out. */
export function registersOfInput(
  entries: ReadonlyMap<string, readonly EffectiveEntry[]>,
  staffGroups: ReadonlySet<string>,
): { readonly registers: Registers; readonly leftOut: readonly LeftOutEntry[] } {
  const leftOut: LeftOutEntry[] = [];
  const registers: Record<string, Registers[string]> = {};
  for (const [register, list] of entries) {
    const codes = codeFieldsOf(register);
    const kept = list.filter((entry) => {
      const foreign = codes
        .map((field) => entry.values[field])
        .find((code): code is string => typeof code === 'string' && !staffGroups.has(code));
      if (foreign === undefined) return true;
      leftOut.push({ register, entryKey: entry.entryKey, staffGroup: foreign });
      return false;
    });
    if (kept.length > 0) registers[register] = kept.map(({ entryKey, values }) => ({ id: entryKey, values }));
  }
  return { registers, leftOut };
}

function codeFieldsOf(register: string): readonly string[] {
  const fields = registerByKey(register)?.fields ?? [];
  return fields.filter(({ kind }) => kind === 'staff-group').map(({ key }) => key);
}
