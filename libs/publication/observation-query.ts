/** Filters of an observations request; each is an exact match. */
export interface ObservationFilter {
  readonly measure?: string;
  readonly organisation?: string;
  readonly system?: string;
  readonly region?: string;
  readonly staffGroup?: string;
  readonly year?: number;
  readonly scenario?: string;
}

const FILTER_COLUMNS: Readonly<Record<keyof ObservationFilter, string>> = {
  measure: 'measure',
  organisation: 'organisation_code',
  system: 'system_code',
  region: 'region_code',
  staffGroup: 'staff_group_code',
  year: 'year',
  scenario: 'scenario',
};

/** SQL conditions and values of a filter, in a fixed order. */
export function filterConditions(filter: ObservationFilter): { sql: string; values: (string | number)[] } {
  const present = (Object.keys(FILTER_COLUMNS) as (keyof ObservationFilter)[]).filter(
    (name) => filter[name] !== undefined,
  );
  return {
    sql: present.map((name) => ` AND ${FILTER_COLUMNS[name]} = ?`).join(''),
    values: present.map((name) => filter[name] ?? ''),
  };
}

/** True when the request wants the whole release. */
export function isUnfiltered(filter: ObservationFilter): boolean {
  return Object.values(filter).every((value) => value === undefined);
}
