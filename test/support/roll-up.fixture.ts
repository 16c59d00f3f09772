import type { EntityManager } from 'typeorm';
import { insertYearEndSeries } from './year-end-series.fixture';
import { newId, sha256Hex } from '#platform';

const PLACES = [
  { type: 'nation', code: 'ENG', name: 'England', parent: null, relation: 'nation' },
  { type: 'region', code: 'Y63', name: 'North East and Yorkshire', parent: 'ENG', relation: 'nation' },
  { type: 'system', code: 'QWO', name: 'West Yorkshire', parent: 'Y63', relation: 'region' },
] as const;

const FIGURES = [
  { staffGroup: 'nurses-and-health-visitors', value: 1003.4 },
  { staffGroup: 'midwives', value: 3.2 },
] as const;

/**
 * One scenario with current roll-ups for a system, its region and England, each with one year end of two
 * staff groups: 1,003.4 and 3.2 FTE. Returns the scenario's id.
 */
export async function insertRollUps(manager: EntityManager): Promise<string> {
  await insertStaffGroups(manager);
  const scenarioId = await insertScenario(manager);
  const ids = new Map<string, string>();
  for (const place of PLACES) {
    const id = await insertOrganisation(manager, place);
    ids.set(place.code, id);
    const parentId = place.parent === null ? undefined : ids.get(place.parent);
    if (parentId !== undefined) {
      await manager.query(
        `INSERT INTO organisation_membership (id, organisation_id, parent_id, relation, valid_from, valid_to)
         VALUES (?, ?, ?, ?, '2020-04-01', NULL)`,
        [newId(), id, parentId, place.relation],
      );
    }
    await insertRollUp(manager, scenarioId, id);
  }
  return scenarioId;
}

async function insertStaffGroups(manager: EntityManager): Promise<void> {
  for (const [position, { staffGroup }] of FIGURES.entries()) {
    await manager.query(
      `INSERT IGNORE INTO staff_group (code, parent_code, name, position, is_leaf, is_registered, is_medical)
       VALUES (?, NULL, ?, ?, 1, 1, 0)`,
      [staffGroup, staffGroup, position],
    );
  }
}

async function insertScenario(manager: EntityManager): Promise<string> {
  const roundId = newId();
  await manager.query(
    `INSERT INTO planning_round (id, name, first_year, years, tree_as_at, state, created_at)
     VALUES (?, 'Round', 2026, 5, '2026-04-01', 'open', UTC_TIMESTAMP(6))`,
    [roundId],
  );
  const scenarioId = newId();
  await manager.query(
    `INSERT INTO scenario (id, round_id, base_scenario_id, name, kind, is_current, created_by, created_at)
     VALUES (?, ?, NULL, 'Plan submission', 'plan', 1, NULL, UTC_TIMESTAMP(6))`,
    [scenarioId, roundId],
  );
  return scenarioId;
}

async function insertOrganisation(
  manager: EntityManager,
  place: { readonly type: string; readonly code: string; readonly name: string },
): Promise<string> {
  const id = newId();
  await manager.query('INSERT INTO organisation (id, created_at) VALUES (?, UTC_TIMESTAMP(6))', [id]);
  await manager.query(
    `INSERT INTO organisation_period (id, organisation_id, ods_code, name, type, sector, valid_from, valid_to)
     VALUES (?, ?, ?, ?, ?, 'nhs', '2020-04-01', NULL)`,
    [newId(), id, place.code, place.name, place.type],
  );
  return id;
}

async function insertRollUp(
  manager: EntityManager,
  scenarioId: string,
  organisationId: string,
): Promise<void> {
  const id = newId();
  await manager.query(
    `INSERT INTO roll_up (id, scenario_id, organisation_id, members_sha256, result_sha256, coverage, is_current, created_at)
     VALUES (?, ?, ?, ?, ?, '{"statement":"NHS trusts and ICB"}', 1, UTC_TIMESTAMP(6))`,
    [id, scenarioId, organisationId, sha256Hex(id), sha256Hex(`result ${id}`)],
  );
  for (const { staffGroup, value } of FIGURES) {
    await insertYearEndSeries(manager, id, { staffGroup, year: 2026, values: { fte: value } });
  }
}
