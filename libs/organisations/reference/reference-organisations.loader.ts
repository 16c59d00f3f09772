import type { EntityManager } from 'typeorm';
import { insertRows, upsertRows } from '#persistence';
import { newId } from '#platform';
import { orNull, readReferenceTable } from './reference-table';
import { loadReferenceStaffGroups } from './reference-staff-groups.loader';

const FOLDER = 'organisations';

/** Ids by code and type: a system and its board as an employer share their code. */
type OrganisationIds = ReadonlyMap<string, string>;

const keyOf = (code: string, type: string): string => `${type}:${code}`;

/**
 * Loads the reference organisations with their names, memberships and successions over time, and the
 * staff groups and bands. Idempotent: rows that are there keep their ids, and get the values of the
 * reference; nothing is deleted.
 */
export async function loadReferenceOrganisations(manager: EntityManager): Promise<void> {
  await loadReferenceStaffGroups(manager);
  const ids = await loadOrganisations(manager);
  await loadMemberships(manager, ids);
  await loadSuccessions(manager, ids);
}

async function loadOrganisations(manager: EntityManager): Promise<OrganisationIds> {
  const columns = ['code', 'type', 'name', 'sector', 'valid_from', 'valid_to'] as const;
  const periods = readReferenceTable(`${FOLDER}/organisations.csv`, columns);
  const ids = await readIds(manager);
  const created = new Map<string, string>();
  for (const { code, type } of periods) {
    const key = keyOf(code, type);
    if (!ids.has(key) && !created.has(key)) created.set(key, newId());
  }
  const now = new Date();
  await insertRows(
    manager,
    'organisation',
    ['id', 'created_at'],
    [...created.values()].map((id) => [id, now]),
  );
  const all = new Map([...ids, ...created]);
  await upsertRows(
    manager,
    'organisation_period',
    ['id', 'organisation_id', 'ods_code', 'name', 'type', 'sector', 'valid_from', 'valid_to'],
    periods.map(({ code, type, name, sector, valid_from: from, valid_to: to }) => [
      newId(),
      idOf(all, code, type),
      code,
      name,
      type,
      sector,
      from,
      orNull(to),
    ]),
    ['ods_code', 'name', 'type', 'sector', 'valid_to'],
  );
  return all;
}

async function readIds(manager: EntityManager): Promise<OrganisationIds> {
  const rows = await manager.query<{ code: string; type: string; id: string }[]>(
    'SELECT DISTINCT ods_code AS code, type, organisation_id AS id FROM organisation_period',
  );
  return new Map(rows.map(({ code, type, id }) => [keyOf(code, type), id]));
}

async function loadMemberships(manager: EntityManager, ids: OrganisationIds): Promise<void> {
  const memberships = readReferenceTable(`${FOLDER}/memberships.csv`, [
    'code',
    'type',
    'relation',
    'parent_code',
    'parent_type',
    'valid_from',
    'valid_to',
  ]);
  await upsertRows(
    manager,
    'organisation_membership',
    ['id', 'organisation_id', 'parent_id', 'relation', 'valid_from', 'valid_to'],
    memberships.map((row) => [
      newId(),
      idOf(ids, row.code, row.type),
      idOf(ids, row.parent_code, row.parent_type),
      row.relation,
      row.valid_from,
      orNull(row.valid_to),
    ]),
    ['parent_id', 'valid_to'],
  );
}

async function loadSuccessions(manager: EntityManager, ids: OrganisationIds): Promise<void> {
  const successions = readReferenceTable(`${FOLDER}/successions.csv`, [
    'predecessor_code',
    'predecessor_type',
    'successor_code',
    'successor_type',
    'effective_on',
    'kind',
  ]);
  await upsertRows(
    manager,
    'organisation_succession',
    ['id', 'predecessor_id', 'successor_id', 'effective_on', 'kind'],
    successions.map((row) => [
      newId(),
      idOf(ids, row.predecessor_code, row.predecessor_type),
      idOf(ids, row.successor_code, row.successor_type),
      row.effective_on,
      row.kind,
    ]),
    ['kind'],
  );
}

function idOf(ids: OrganisationIds, code: string, type: string): string {
  const id = ids.get(keyOf(code, type));
  if (id === undefined) throw new Error(`The reference names ${code} (${type}) but does not describe it.`);
  return id;
}
