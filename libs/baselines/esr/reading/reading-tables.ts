import type { EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '#platform';
import { ETHNICITY_CLASSES } from '../../snapshots/national-profile';
import type { ExtractAxes } from '../extract/assignment';
import { compileRules, type AssignmentRule, type FieldRules } from '../reference/assignment-rules';
import {
  DISABILITY_CLASSES,
  LEAVING_PLACES,
  type EsrReference,
  type LeavingPlace,
} from '../reference/esr-reference';
import { ValuePatterns, normalised, type ValuePattern } from '../../reading/value-patterns';
import type { EsrMapping } from '../store/esr-mapping';
import { ESR_AGE_BANDS } from './esr-values';

/** Everything that the rows of one import are read by. */
export interface ReadingTables {
  readonly axes: ExtractAxes;
  readonly rules: readonly AssignmentRule[];
  readonly fieldRules: readonly FieldRules[];
  /** Occupation code to index of the staff group. */
  readonly occupationCodes: ValuePatterns<number>;
  /** Pay grade to index of the band. */
  readonly payGrades: ValuePatterns<number>;
  readonly unknownBand: number;
  readonly ethnicOrigins: ValuePatterns<number>;
  readonly unknownEthnicity: number;
  readonly disabilities: ValuePatterns<number>;
  readonly unknownDisability: number;
  readonly destinations: ValuePatterns<LeavingPlace>;
  readonly leavingReasons: ValuePatterns<string>;
  /** Staff groups that an ESR staff group falls into, by its normalised label. */
  readonly esrStaffGroups: ReadonlyMap<string, ReadonlySet<number>>;
  /** Of everything above: the same file read by other tables is another import. */
  readonly sha256: string;
}

interface MappingRow {
  readonly scheme: string;
  readonly label: string;
  readonly code: string;
}

/**
 * The shipped tables and the organisation's own mapping; where both say something, the own one counts.
 *
 * @param asAt day of the extract: mappings are dated
 */
export async function loadReadingTables(
  manager: EntityManager,
  reference: EsrReference,
  mapping: EsrMapping,
  asAt: string,
): Promise<ReadingTables> {
  const axes = await loadAxes(manager);
  const rows = await loadMappings(manager, asAt);
  const own = { rules: reference.rules.rules, matches: [...reference.rules.matches, ...mapping.rules] };
  const shipped = rows
    .filter(({ scheme }) => scheme === 'nhs-occupation-code')
    .map(({ label, code }) => ({ pattern: label, value: code }));
  return {
    axes,
    rules: reference.rules.rules,
    fieldRules: compileRules(own),
    occupationCodes: indexed([...shipped, ...entries(mapping.occupationCodes)], axes.staffGroups),
    payGrades: indexed([...reference.payGrades, ...entries(mapping.payGrades)], axes.bands),
    unknownBand: axes.bands.indexOf('unknown'),
    ethnicOrigins: indexed(reference.ethnicOrigins, axes.ethnicities),
    unknownEthnicity: axes.ethnicities.indexOf('not-known'),
    disabilities: indexed(reference.disabilities, axes.disabilities),
    unknownDisability: axes.disabilities.indexOf('not-known'),
    destinations: new ValuePatterns([...reference.destinations, ...places(mapping.destinations)]),
    leavingReasons: new ValuePatterns(reference.leavingReasons),
    esrStaffGroups: groupsByLabel(rows, axes),
    sha256: sha256Hex(canonicalJson({ reference: reference.sha256, mapping, rows })),
  };
}

async function loadAxes(manager: EntityManager): Promise<ExtractAxes> {
  const groups = await manager.query<{ code: string }[]>(
    'SELECT code FROM staff_group WHERE is_leaf = 1 ORDER BY position',
  );
  const bands = await manager.query<{ code: string }[]>('SELECT code FROM band ORDER BY position');
  return {
    staffGroups: groups.map(({ code }) => code),
    bands: bands.map(({ code }) => code),
    ageBands: ESR_AGE_BANDS.map(({ code }) => code),
    ethnicities: ETHNICITY_CLASSES,
    disabilities: DISABILITY_CLASSES,
  };
}

/** ESR groups are compared, not dated: their rows say since when the shares are known. */
async function loadMappings(manager: EntityManager, asAt: string): Promise<MappingRow[]> {
  const rows = await manager.query<MappingRow[]>(
    `SELECT scheme, label, staff_group_code AS code FROM staff_group_mapping
     WHERE scheme = 'esr-staff-group' OR (scheme = 'nhs-occupation-code' AND valid_from <= ?
       AND (valid_to IS NULL OR valid_to > ?)) ORDER BY seq`,
    [asAt, asAt],
  );
  return rows.map(({ scheme, label, code }) => ({ scheme, label, code }));
}

function indexed(patterns: readonly ValuePattern<string>[], codes: readonly string[]): ValuePatterns<number> {
  return new ValuePatterns(
    patterns
      .map(({ pattern, value }) => ({ pattern, value: codes.indexOf(value) }))
      .filter(({ value }) => value >= 0),
  );
}

function entries(values: Readonly<Record<string, string>>): ValuePattern<string>[] {
  return Object.entries(values).map(([pattern, value]) => ({ pattern, value }));
}

function places(values: Readonly<Record<string, string>>): ValuePattern<LeavingPlace>[] {
  return entries(values).flatMap(({ pattern, value }) => {
    const place = LEAVING_PLACES.find((one) => one === value);
    return place === undefined ? [] : [{ pattern, value: place }];
  });
}

function groupsByLabel(
  rows: readonly MappingRow[],
  { staffGroups }: ExtractAxes,
): Map<string, ReadonlySet<number>> {
  const groups = new Map<string, Set<number>>();
  for (const { scheme, label, code } of rows) {
    if (scheme !== 'esr-staff-group') continue;
    const key = normalised(label);
    groups.set(key, (groups.get(key) ?? new Set()).add(staffGroups.indexOf(code)));
  }
  return groups;
}
