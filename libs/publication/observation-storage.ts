import { createHash } from 'node:crypto';
import type { SqlValue } from '#persistence';
import type { Observation } from './observation';

/** Between the parts of a key: a character that is in none of them. */
const SEPARATOR = '\u001f';

/** A column of `published_observation` that holds a part of a row. */
interface StoredColumn {
  readonly name: string;
  /** Whether it says what the row is about; the others are its content. */
  readonly isIdentity: boolean;
  readonly valueOf: (row: Observation) => SqlValue;
}

const STORED: readonly StoredColumn[] = [
  identity('measure', (row) => row.measure),
  identity('organisation_level', (row) => row.organisationLevel),
  identity('organisation_code', (row) => row.organisationCode),
  identity('staff_group_code', (row) => row.staffGroupCode),
  identity('year', (row) => row.year),
  identity('scenario', (row) => row.scenario),
  identity('band_cluster', (row) => row.bandCluster),
  identity('equality_class', (row) => row.equalityClass),
  content('plan_status', (row) => row.planStatus),
  content('organisation_name', (row) => row.organisationName),
  content('system_code', (row) => row.systemCode),
  content('region_code', (row) => row.regionCode),
  content('value', (row) => row.value),
  content('status', (row) => row.status),
  content('unit', (row) => row.unit),
];

/** A row as the database returns it. */
export interface ObservationRow {
  readonly seq: number;
  readonly measure: string;
  readonly organisation_code: string;
  readonly organisation_name: string;
  readonly organisation_level: Observation['organisationLevel'];
  readonly system_code: string | null;
  readonly region_code: string | null;
  readonly staff_group_code: string;
  readonly year: number;
  readonly scenario: string;
  readonly plan_status: Observation['planStatus'];
  readonly band_cluster: string | null;
  readonly equality_class: string | null;
  readonly value: string | null;
  readonly status: Observation['status'];
  readonly unit: string;
}

/** What a query must select to read rows. */
export const SELECTED_COLUMNS: readonly string[] = ['seq', ...STORED.map(({ name }) => name)];

/** Columns that make up the content of a row: where one differs, the row was revised. */
export const CONTENT_COLUMNS: readonly string[] = STORED.filter(({ isIdentity }) => !isIdentity).map(
  ({ name }) => name,
);

/** Columns and values of a row as it is inserted. */
export const INSERTED_COLUMNS: readonly string[] = ['release_id', 'row_key', ...SELECTED_COLUMNS];

export function insertedValues(releaseId: string, row: Observation): readonly SqlValue[] {
  return [releaseId, rowKey(row), row.seq, ...STORED.map(({ valueOf }) => valueOf(row))];
}

/**
 * What a row is about, as the first 16 bytes of a SHA-256: the same in every release. Empty parts are left out, so
 * that a dimension added later keeps the keys of rows that have none of it.
 */
export function rowKey(row: Observation): Buffer {
  const parts = STORED.filter(({ isIdentity }) => isIdentity)
    .map(({ valueOf }) => valueOf(row))
    .filter((part) => part !== null);
  return createHash('sha256').update(parts.join(SEPARATOR)).digest().subarray(0, 16);
}

export function observationOf(row: ObservationRow): Observation {
  return {
    seq: row.seq,
    measure: row.measure,
    organisationCode: row.organisation_code,
    organisationName: row.organisation_name,
    organisationLevel: row.organisation_level,
    systemCode: row.system_code,
    regionCode: row.region_code,
    staffGroupCode: row.staff_group_code,
    year: row.year,
    scenario: row.scenario,
    planStatus: row.plan_status,
    bandCluster: row.band_cluster,
    equalityClass: row.equality_class,
    value: row.value === null ? null : Number(row.value),
    status: row.status,
    unit: row.unit,
  };
}

function identity(name: string, valueOf: StoredColumn['valueOf']): StoredColumn {
  return { name, valueOf, isIdentity: true };
}

function content(name: string, valueOf: StoredColumn['valueOf']): StoredColumn {
  return { name, valueOf, isIdentity: false };
}
