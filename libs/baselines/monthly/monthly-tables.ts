import type { EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '#platform';
import { ValuePatterns, type ValuePattern } from '../reading/value-patterns';
import type { Place } from './monthly-file';
import { LEFT_OUT, readPlace, type MonthlyMapping } from './store/monthly-mapping';

/** Everything that the rows of one file are read by. */
export interface MonthlyTables {
  /** Cost centre to its division, or `left-out`. */
  readonly costCentres: ValuePatterns<string>;
  readonly subjectiveCodes: ValuePatterns<Place>;
  /** Label of a staff group to its code. */
  readonly staffGroups: ValuePatterns<string>;
  /** Leaf staff groups in their order. */
  readonly groupOrder: readonly string[];
  /** Of everything above: the same file read by other tables is another import. */
  readonly sha256: string;
}

interface LabelRow {
  readonly label: string;
  readonly code: string;
}

/** The staff groups by code, name and published label, and above them the organisation's own mapping. */
export async function loadMonthlyTables(
  manager: EntityManager,
  mapping: MonthlyMapping,
): Promise<MonthlyTables> {
  const groups = await manager.query<{ code: string; name: string }[]>(
    'SELECT code, name FROM staff_group WHERE is_leaf = 1 ORDER BY position',
  );
  const published = await manager.query<LabelRow[]>(
    `SELECT DISTINCT m.label, m.staff_group_code AS code FROM staff_group_mapping m
      JOIN staff_group g ON g.code = m.staff_group_code AND g.is_leaf = 1
      WHERE m.scheme = 'sickness-absence-benchmarking' ORDER BY m.label`,
  );
  const labels: ValuePattern<string>[] = [
    ...published.map(({ label, code }) => ({ pattern: label, value: code })),
    ...groups.flatMap(({ code, name }) => [code, name].map((pattern) => ({ pattern, value: code }))),
    ...Object.entries(mapping.staffGroups).map(([pattern, value]) => ({ pattern, value })),
  ];
  return {
    costCentres: new ValuePatterns(
      Object.entries(mapping.costCentres).map(([pattern, value]) => ({ pattern, value })),
    ),
    subjectiveCodes: new ValuePatterns(
      Object.entries(mapping.subjectiveCodes).map(([pattern, text]) => ({
        pattern,
        value: readPlace(text) ?? LEFT_OUT,
      })),
    ),
    staffGroups: new ValuePatterns(labels),
    groupOrder: groups.map(({ code }) => code),
    sha256: sha256Hex(canonicalJson({ mapping, labels })),
  };
}
