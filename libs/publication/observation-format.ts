import type { Observation } from './observation';

/** Column order of the CSV form, which is also the order of the table schema in the dictionary. */
export const CSV_COLUMNS = [
  'measure',
  'organisation_code',
  'organisation_name',
  'organisation_level',
  'system_code',
  'region_code',
  'staff_group_code',
  'year',
  'period_end',
  'scenario',
  'plan_status',
  'band_cluster',
  'equality_class',
  'value',
  'status',
  'unit',
] as const;

export const CSV_HEADER = `${CSV_COLUMNS.join(',')}\r\n`;

/** A row as it appears in JSON answers and, one a line, in NDJSON files. */
export function observationAsJson(row: Observation): Readonly<Record<string, unknown>> {
  return {
    measure: row.measure,
    organisation: { code: row.organisationCode, name: row.organisationName, level: row.organisationLevel },
    system: row.systemCode,
    region: row.regionCode,
    staffGroup: row.staffGroupCode,
    year: row.year,
    periodEnd: periodEnd(row.year),
    scenario: row.scenario,
    planStatus: row.planStatus,
    bandCluster: row.bandCluster,
    equalityClass: row.equalityClass,
    value: row.value,
    status: row.status === '' ? null : row.status,
    unit: row.unit,
  };
}

/** A row of the CSV form (RFC 4180), with its line end. A hidden value reads `c` or `w`, never 0 and never blank. */
export function observationAsCsv(row: Observation): string {
  const fields = [
    row.measure,
    row.organisationCode,
    row.organisationName,
    row.organisationLevel,
    row.systemCode ?? '',
    row.regionCode ?? '',
    row.staffGroupCode,
    String(row.year),
    periodEnd(row.year),
    row.scenario,
    row.planStatus,
    row.bandCluster ?? '',
    row.equalityClass ?? '',
    row.value === null ? row.status : String(row.value),
    row.status,
    row.unit,
  ];
  return `${fields.map(csvField).join(',')}\r\n`;
}

/** 31 March that ends the financial year. */
function periodEnd(year: number): string {
  return `${year + 1}-03-31`;
}

/** Quotes where RFC 4180 asks for it; text that a spreadsheet would run as a formula gets an apostrophe. */
function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
