import type { EntityManager } from 'typeorm';
import type { AssumptionEdit } from './assumption-edit';
import { readAssumptionRows, type AssumptionRow } from './assumption-row.repository';
import { faultsOfEdits, type EditFault } from './edit-validation';
import { readScenarioChain } from './scenario-chain.repository';
import { readStaffGroups } from './staff-group.repository';
import { isActing } from './unit-context';

/** A stored value that the rules in force would not take as it is. */
export interface BrokenRule extends EditFault {
  readonly organisationId: string;
}

/**
 * The values entered in a scenario that break a rule in force: rules and plausible ranges change after a
 * value is saved. A value that is unusual and explained breaks none.
 *
 * @param organisationIds the nodes looked at
 * @throws NotFoundError for an unknown scenario
 */
export async function readBrokenRules(
  manager: EntityManager,
  scenarioId: string,
  organisationIds: readonly string[],
): Promise<readonly BrokenRule[]> {
  if (organisationIds.length === 0) return [];
  const rows = await readAssumptionRows(manager, { scenarioIds: [scenarioId], organisationIds });
  const acting = rows.filter(isActing);
  if (acting.length === 0) return [];
  const { round } = await readScenarioChain(manager, scenarioId);
  const staffGroups = await readStaffGroups(manager);
  const reasons = await readReasons(manager, acting);
  const projected = await readProjected(manager, round.id);
  return acting.flatMap((row) => {
    const { firstYear, years } = round;
    const context = {
      firstYear,
      years,
      staffGroups,
      isProjected: projected.has(row.organisationId),
      reason: reasons.get(row.id) ?? null,
    };
    return faultsOfEdits([editOf(row)], context).map((fault) => ({
      ...fault,
      organisationId: row.organisationId,
    }));
  });
}

function editOf({ parameter, staffGroup, firstYear, operation, ...row }: AssumptionRow): AssumptionEdit {
  const { value, low, high, basis, note, version } = row;
  return {
    parameter,
    staffGroup,
    year: firstYear,
    operation,
    value,
    low,
    high,
    basis,
    note,
    baseVersion: version,
  };
}

/** Why the current version of each value was saved, where that was said. */
async function readReasons(
  manager: EntityManager,
  rows: readonly AssumptionRow[],
): Promise<ReadonlyMap<string, string>> {
  const found: { id: string; reason: string }[] = await manager.query(
    `SELECT h.assumption_id AS id, h.reason FROM assumption_history h
       JOIN assumption a ON a.id = h.assumption_id AND a.version = h.version
      WHERE h.assumption_id IN (?) AND h.reason IS NOT NULL`,
    [rows.map(({ id }) => id)],
  );
  return new Map(found.map(({ id, reason }) => [id, reason]));
}

async function readProjected(manager: EntityManager, roundId: string): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await manager.query(
    'SELECT organisation_id AS id FROM round_participant WHERE round_id = ?',
    [roundId],
  );
  return new Set(rows.map(({ id }) => id));
}
