import type { EntityManager } from 'typeorm';

/** Classes of ethnicity of a projection, and the published ethnic groups that each holds. */
export const ETHNICITY_CLASSES = ['white', 'bme', 'not-known'] as const;
export type EthnicityClass = (typeof ETHNICITY_CLASSES)[number];

const CLASS_OF: Readonly<Record<string, EthnicityClass>> = {
  white: 'white',
  asian: 'bme',
  black: 'bme',
  chinese: 'bme',
  mixed: 'bme',
  other: 'bme',
  'unknown-and-not-stated': 'not-known',
  'discontinued-codes': 'not-known',
};

/** The share of a staff group's people in one band and class of ethnicity, England. */
export interface ProfileShare {
  readonly bandCode: string;
  readonly ethnicity: EthnicityClass;
  /** The shares of a staff group sum to 1. */
  readonly share: number;
}

export interface NationalProfiles {
  /** The day of the figures, `YYYY-MM-DD`; null when none are loaded. */
  readonly asAt: string | null;
  readonly byStaffGroup: ReadonlyMap<string, readonly ProfileShare[]>;
  /** Hashes of the files they come from. */
  readonly files: readonly string[];
}

interface CellRow {
  readonly staffGroupCode: string;
  readonly bandCode: string;
  readonly ethnicity: string;
  readonly headcount: string;
}

/** Where the people of a group without a national profile are put. */
export const UNKNOWN_PROFILE: readonly ProfileShare[] = [
  { bandCode: 'unknown', ethnicity: 'not-known', share: 1 },
];

/** The national profile by band and ethnicity of the latest day up to a date, else of the first day after it. */
export async function readNationalProfiles(manager: EntityManager, asAt: string): Promise<NationalProfiles> {
  const [day] = await manager.query<{ asAt: string | null }[]>(
    `SELECT COALESCE(MAX(CASE WHEN as_at <= ? THEN as_at END), MIN(as_at)) AS asAt FROM workforce_profile_cell`,
    [asAt],
  );
  if (day === undefined || day.asAt === null) return { asAt: null, byStaffGroup: new Map(), files: [] };
  const rows = await manager.query<CellRow[]>(
    `SELECT staff_group_code AS staffGroupCode, band_code AS bandCode, ethnicity, headcount
     FROM workforce_profile_cell WHERE as_at = ? AND headcount > 0
     ORDER BY staff_group_code, band_code, ethnicity`,
    [day.asAt],
  );
  const files = await manager.query<{ sha256: string }[]>(
    `SELECT DISTINCT f.sha256 FROM workforce_profile_cell c JOIN import_file f ON f.id = c.import_file_id
     WHERE c.as_at = ? ORDER BY f.sha256`,
    [day.asAt],
  );
  return { asAt: day.asAt, byStaffGroup: toShares(rows), files: files.map(({ sha256 }) => sha256) };
}

function toShares(rows: readonly CellRow[]): Map<string, ProfileShare[]> {
  const totals = new Map<string, number>();
  const cells = new Map<string, Map<string, ProfileShare>>();
  for (const { staffGroupCode, bandCode, ethnicity, headcount } of rows) {
    const people = Number(headcount);
    totals.set(staffGroupCode, (totals.get(staffGroupCode) ?? 0) + people);
    const group = cells.get(staffGroupCode) ?? new Map<string, ProfileShare>();
    const classOf = CLASS_OF[ethnicity] ?? 'not-known';
    const key = `${bandCode}|${classOf}`;
    const share = (group.get(key)?.share ?? 0) + people;
    cells.set(staffGroupCode, group.set(key, { bandCode, ethnicity: classOf, share }));
  }
  return new Map(
    [...cells].map(([code, group]) => [
      code,
      [...group.values()].map((cell) => ({ ...cell, share: cell.share / (totals.get(code) ?? 1) })),
    ]),
  );
}
