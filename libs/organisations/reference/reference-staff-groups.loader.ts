import type { EntityManager } from 'typeorm';
import { upsertRows } from '#persistence';
import { orNull, readReferenceTable } from './reference-table';

const FOLDER = 'staff-groups';

/** Loads the staff-group tree, the mappings of published and ESR labels, and the bands. Idempotent. */
export async function loadReferenceStaffGroups(manager: EntityManager): Promise<void> {
  await loadStaffGroups(manager);
  await loadMappings(manager);
  await loadBands(manager);
}

async function loadStaffGroups(manager: EntityManager): Promise<void> {
  const flags = ['is_leaf', 'is_registered', 'is_medical'] as const;
  const columns = ['code', 'parent_code', 'name', 'position', ...flags] as const;
  const rows = readReferenceTable(`${FOLDER}/staff-groups.csv`, columns).map((row) => [
    row.code,
    orNull(row.parent_code),
    row.name,
    Number(row.position),
    ...flags.map((flag) => Number(row[flag])),
  ]);
  await upsertRows(manager, 'staff_group', columns, rows, columns.slice(1));
}

async function loadMappings(manager: EntityManager): Promise<void> {
  const columns = [
    'scheme',
    'label',
    'staff_group_code',
    'weight',
    'valid_from',
    'valid_to',
    'source',
  ] as const;
  const rows = readReferenceTable(`${FOLDER}/mappings.csv`, columns).map((row) => [
    row.scheme,
    row.label,
    row.staff_group_code,
    row.weight,
    row.valid_from,
    orNull(row.valid_to),
    row.source,
  ]);
  await upsertRows(manager, 'staff_group_mapping', columns, rows, ['label', 'weight', 'valid_to', 'source']);
}

async function loadBands(manager: EntityManager): Promise<void> {
  const columns = ['code', 'name', 'scheme', 'position'] as const;
  const rows = readReferenceTable(`${FOLDER}/bands.csv`, columns).map((row) => [
    row.code,
    row.name,
    row.scheme,
    Number(row.position),
  ]);
  await upsertRows(manager, 'band', columns, rows, ['name', 'scheme', 'position']);
}
