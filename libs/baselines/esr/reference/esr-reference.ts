import { readReferenceTable } from '#organisations';
import { canonicalJson, sha256Hex } from '#platform';
import { ETHNICITY_CLASSES, type EthnicityClass } from '../../snapshots/national-profile';
import { readAssignmentRules, type AssignmentRules } from './assignment-rules';
import { readEsrColumns, type EsrColumn } from './esr-columns';
import type { ValuePattern } from '../../reading/value-patterns';

export const DISABILITY_CLASSES = ['disabled', 'not-disabled', 'not-known'] as const;
export type DisabilityClass = (typeof DISABILITY_CLASSES)[number];

/** Where leavers went, as far as the system can tell. */
export const LEAVING_PLACES = ['same-system', 'nhs', 'outside', 'not-known'] as const;
export type LeavingPlace = (typeof LEAVING_PLACES)[number];

/** How an extract is read: the shipped tables of `config/reference/esr`. */
export interface EsrReference {
  readonly columns: readonly EsrColumn[];
  readonly rules: AssignmentRules;
  /** Pattern of a pay grade to a band code. */
  readonly payGrades: readonly ValuePattern<string>[];
  readonly ethnicOrigins: readonly ValuePattern<EthnicityClass>[];
  readonly disabilities: readonly ValuePattern<DisabilityClass>[];
  readonly destinations: readonly ValuePattern<LeavingPlace>[];
  /** Pattern of a leaving reason to a cause of exit. */
  readonly leavingReasons: readonly ValuePattern<string>[];
  /** Changes with any of the tables: the same file read by other tables is another import. */
  readonly sha256: string;
}

/** @throws Error when a table holds what the import does not know */
export function readEsrReference(): EsrReference {
  const content = {
    columns: readEsrColumns(),
    rules: readAssignmentRules(),
    payGrades: readPatterns('pay-grades', 'band_code'),
    ethnicOrigins: readClasses('ethnic-origins', 'class', ETHNICITY_CLASSES),
    disabilities: readClasses('disabilities', 'class', DISABILITY_CLASSES),
    destinations: readClasses('leaving-destinations', 'place', LEAVING_PLACES),
    leavingReasons: readPatterns('leaving-reasons', 'cause'),
  };
  return { ...content, sha256: sha256Hex(canonicalJson(content)) };
}

function readPatterns<Column extends string>(table: string, column: Column): ValuePattern<string>[] {
  const rows: readonly Record<string, string>[] = readReferenceTable(`esr/${table}.csv`, ['pattern', column]);
  return rows.map((row) => ({ pattern: row['pattern'] ?? '', value: row[column] ?? '' }));
}

function readClasses<T extends string>(
  table: string,
  column: string,
  classes: readonly T[],
): ValuePattern<T>[] {
  return readPatterns(table, column).map(({ pattern, value }) => {
    const known = classes.find((one) => one === value);
    if (known === undefined) throw new Error(`config/reference/esr/${table}.csv: no ${column} ${value}.`);
    return { pattern, value: known };
  });
}
