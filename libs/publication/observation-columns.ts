import type { Observation } from './observation';

/** A column of the tabular forms (CSV, Parquet), with what CSVW and the data package say of it. */
export interface ObservationColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'date';
  readonly title: string;
  /** Whether it may be empty. */
  readonly isOptional: boolean;
  /** Null for an empty field. */
  readonly valueOf: (row: Observation) => string | number | null;
}

/** Marks on cells and what they mean. */
export const OBSERVATION_MARKS = [
  { mark: 'c', meaning: 'Hidden by disclosure control: 0 to 4 people.' },
  { mark: 'w', meaning: 'Withheld so that no hidden value can be worked out; it may be any number.' },
  { mark: 'x', meaning: 'Zero by construction.' },
] as const;

/** Marks that stand in the CSV's value column in place of a number. */
export const HIDDEN_MARKS = ['c', 'w'] as const;

/** Columns of the tabular forms, in their order: CSV, Parquet, their schemas and the dictionary come from here. */
export const OBSERVATION_COLUMNS: readonly ObservationColumn[] = [
  column('measure', 'string', 'Measure', (row) => row.measure),
  column('organisation_code', 'string', 'ODS code of the place', (row) => row.organisationCode),
  column('organisation_name', 'string', 'Name of the place', (row) => row.organisationName),
  column('organisation_level', 'string', 'Kind of place', (row) => row.organisationLevel),
  optional('system_code', 'string', 'ODS code of the system', (row) => row.systemCode),
  optional('region_code', 'string', 'ODS code of the region', (row) => row.regionCode),
  column('staff_group_code', 'string', 'Staff group', (row) => row.staffGroupCode),
  column('year', 'integer', 'Financial year by its first calendar year', (row) => row.year),
  column('period_end', 'date', 'Last day of the financial year', (row) => periodEnd(row.year)),
  column('scenario', 'string', 'Scenario', (row) => row.scenario),
  column('plan_status', 'string', 'How far the plan behind the row has come', (row) => row.planStatus),
  optional('band_cluster', 'string', 'Band cluster of an equality table', (row) => row.bandCluster),
  optional('equality_class', 'string', 'Class of the protected characteristic', (row) => row.equalityClass),
  optional('value', 'number', 'Value; hidden where the status says so', (row) => row.value),
  optional('status', 'string', 'Mark of a hidden value', (row) => (row.status === '' ? null : row.status)),
  column('unit', 'string', 'Unit of the value', (row) => row.unit),
];

/** 31 March that ends the financial year. */
export function periodEnd(year: number): string {
  return `${year + 1}-03-31`;
}

function column(
  name: string,
  type: ObservationColumn['type'],
  title: string,
  valueOf: ObservationColumn['valueOf'],
): ObservationColumn {
  return { name, type, title, valueOf, isOptional: false };
}

function optional(...[name, type, title, valueOf]: Parameters<typeof column>): ObservationColumn {
  return { ...column(name, type, title, valueOf), isOptional: true };
}
