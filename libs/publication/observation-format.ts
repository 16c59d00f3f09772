import type { Observation } from './observation';
import { OBSERVATION_COLUMNS, periodEnd } from './observation-columns';

/** Column order of the CSV form. */
export const CSV_COLUMNS: readonly string[] = OBSERVATION_COLUMNS.map(({ name }) => name);

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

/**
 * A line of the NDJSON form without its line end: canonical JSON (RFC 8785), so that equal rows have equal bytes. Keys
 * are named in their order here, since sorting them for each of a million rows takes most of the time.
 */
export function observationAsLine(row: Observation): string {
  return JSON.stringify({
    bandCluster: row.bandCluster,
    equalityClass: row.equalityClass,
    measure: row.measure,
    organisation: { code: row.organisationCode, level: row.organisationLevel, name: row.organisationName },
    periodEnd: periodEnd(row.year),
    planStatus: row.planStatus,
    region: row.regionCode,
    scenario: row.scenario,
    staffGroup: row.staffGroupCode,
    status: row.status === '' ? null : row.status,
    system: row.systemCode,
    unit: row.unit,
    value: row.value,
    year: row.year,
  });
}

/** A row of the CSV form (RFC 4180), with its line end. A hidden value reads as its mark, never 0 and never blank. */
export function observationAsCsv(row: Observation): string {
  const fields = OBSERVATION_COLUMNS.map(({ name, valueOf }) => {
    const value = valueOf(row);
    if (value === null) return name === 'value' ? row.status : '';
    return typeof value === 'number' ? String(value) : csvField(value);
  });
  return `${fields.join(',')}\r\n`;
}

/** Quotes where RFC 4180 asks for it; text that a spreadsheet would run as a formula gets an apostrophe. */
function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
