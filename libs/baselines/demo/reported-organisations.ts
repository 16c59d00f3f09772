import { benchmarkGroupOf, readReferenceTable } from '#organisations';

/** An employer as the reference describes it. */
export interface ReportedOrganisation {
  readonly code: string;
  readonly name: string;
  /** Kind of organisation, see `benchmarkGroupOf`. */
  readonly benchmarkGroup: string;
  readonly system: string | null;
}

const AREAS: ReadonlySet<string> = new Set(['nation', 'region', 'system']);

/** Descriptions of employers as at a day (or the nearest before it); one that the reference lacks is `other`. */
export function readReportedOrganisations(asAt: string): (code: string) => ReportedOrganisation {
  const systems = new Map(
    readReferenceTable('organisations/memberships.csv', [
      'code',
      'type',
      'parent_code',
      'parent_type',
      'valid_from',
    ])
      .filter((row) => !AREAS.has(row.type) && row.parent_type === 'system' && row.valid_from <= asAt)
      .map((row) => [row.code, row.parent_code]),
  );
  const described = new Map(
    readReferenceTable('organisations/organisations.csv', ['code', 'type', 'name', 'sector', 'valid_from'])
      .filter((row) => !AREAS.has(row.type) && row.valid_from <= asAt)
      .toSorted((left, right) => left.valid_from.localeCompare(right.valid_from))
      .map((row) => [row.code, { name: row.name, sector: row.sector }]),
  );
  return (code) => {
    const { name, sector } = described.get(code) ?? { name: code, sector: '' };
    return { code, name, benchmarkGroup: benchmarkGroupOf(sector), system: systems.get(code) ?? null };
  };
}
