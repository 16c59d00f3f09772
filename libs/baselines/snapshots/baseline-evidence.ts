import type { EntityManager } from 'typeorm';
import type { HistoryMeasure } from '../formats/published-format';
import type { GroupEvidence, GroupFigure, OrganisationEvidence } from './baseline-figures';

interface GroupRow {
  readonly code: string;
  readonly isMedical: number;
}

interface ValueRow {
  readonly staffGroupCode: string;
  readonly measure: HistoryMeasure;
  readonly value: string | null;
  readonly sha256: string;
}

interface ParticipationRow {
  readonly staffGroupCode: string;
  readonly monthEnd: string;
  readonly fte: string;
  readonly headcount: string;
}

/** What was published about an organisation at a month end, and the hashes of the files that say so. */
export interface PublishedEvidence<T> {
  readonly content: T;
  readonly files: readonly string[];
}

/** Leaf staff groups in their order. */
export async function readLeafGroups(manager: EntityManager): Promise<GroupRow[]> {
  return manager.query<GroupRow[]>(
    'SELECT code, is_medical AS isMedical FROM staff_group WHERE is_leaf = 1 ORDER BY position',
  );
}

/** Staff in post and absence days of an employer at a month end. */
export async function readEmployerEvidence(
  manager: EntityManager,
  organisationId: string,
  englandId: string,
  monthEnd: string,
): Promise<PublishedEvidence<OrganisationEvidence>> {
  const rows = await readValues(manager, organisationId, monthEnd);
  const valueOf = new Map(rows.map((row) => [`${row.staffGroupCode}|${row.measure}`, row.value]));
  const days = Number(monthEnd.slice(8));
  const absenceFte = (code: string): number | null | undefined => {
    const value = valueOf.get(`${code}|fte-days-available`);
    return value === undefined || value === null ? value : Number(value) / days;
  };
  const participation = await readParticipation(manager, englandId, monthEnd);
  const groups = (await readLeafGroups(manager)).map(({ code, isMedical }): GroupEvidence => {
    const [headcount, fte] = [valueOf.get(`${code}|headcount`), valueOf.get(`${code}|fte`)];
    const isPublished = typeof headcount === 'string' && typeof fte === 'string';
    return {
      staffGroupCode: code,
      isMedical: Boolean(isMedical),
      staffInPost: isPublished ? { headcount: Number(headcount), fte: Number(fte) } : null,
      absenceFte: absenceFte(code),
      participation: participation.get(code) ?? null,
    };
  });
  const files = [...new Set(rows.map(({ sha256 }) => sha256))].sort();
  return { content: { groups, absenceFteAllStaff: absenceFte('all-staff') ?? null }, files };
}

/** Published FTE and headcount of a nation by staff group; groups that were not published are left out. */
export async function readNationalFigures(
  manager: EntityManager,
  organisationId: string,
  monthEnd: string,
): Promise<PublishedEvidence<GroupFigure[]>> {
  const rows = await readValues(manager, organisationId, monthEnd);
  const valueOf = new Map(rows.map((row) => [`${row.staffGroupCode}|${row.measure}`, row.value]));
  const content = (await readLeafGroups(manager)).flatMap(({ code }): GroupFigure[] => {
    const [headcount, fte] = [valueOf.get(`${code}|headcount`), valueOf.get(`${code}|fte`)];
    if (typeof headcount !== 'string' || typeof fte !== 'string') return [];
    return [
      {
        staffGroupCode: code,
        headcount: Number(headcount),
        fte: Number(fte),
        basis: 'workforce-statistics',
        note: null,
      },
    ];
  });
  return { content, files: [...new Set(rows.map(({ sha256 }) => sha256))].sort() };
}

async function readValues(
  manager: EntityManager,
  organisationId: string,
  monthEnd: string,
): Promise<ValueRow[]> {
  return manager.query<ValueRow[]>(
    `SELECT s.staff_group_code AS staffGroupCode, s.measure, p.value, f.sha256
     FROM history_series s
     JOIN history_point p ON p.series_id = s.id AND p.month_end = ?
     JOIN import_file f ON f.id = p.import_file_id
     WHERE s.organisation_id = ? AND s.measure IN ('fte', 'headcount', 'fte-days-available')`,
    [monthEnd, organisationId],
  );
}

/** National FTE per head by staff group, of the latest month up to the baseline. */
async function readParticipation(
  manager: EntityManager,
  englandId: string,
  monthEnd: string,
): Promise<Map<string, NonNullable<GroupEvidence['participation']>>> {
  const rows = await manager.query<ParticipationRow[]>(
    `SELECT f.staff_group_code AS staffGroupCode, fp.month_end AS monthEnd, fp.value AS fte, hp.value AS headcount
     FROM history_series f
     JOIN history_series h ON h.organisation_id = f.organisation_id AND h.staff_group_code = f.staff_group_code
       AND h.measure = 'headcount'
     JOIN history_point fp ON fp.series_id = f.id AND fp.value > 0
     JOIN history_point hp ON hp.series_id = h.id AND hp.month_end = fp.month_end AND hp.value > 0
     WHERE f.organisation_id = ? AND f.measure = 'fte' AND fp.month_end = (
       SELECT MAX(p.month_end) FROM history_point p WHERE p.series_id = f.id AND p.month_end <= ?)`,
    [englandId, monthEnd],
  );
  return new Map(
    rows.map(({ staffGroupCode, monthEnd: month, fte, headcount }) => [
      staffGroupCode,
      { ftePerHead: Number(fte) / Number(headcount), month: month.slice(0, 7) },
    ]),
  );
}
