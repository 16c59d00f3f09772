import type { EntityManager } from 'typeorm';
import type { ProjectionNotice } from '#modules/projection';
import { ENGLAND_CODE, isEmployer, type OrganisationType } from '#organisations';
import { insertRows, numberToDecimal, type SqlValue } from '#persistence';
import { InvalidInputError, NotFoundError, canonicalJson, newId, sha256Hex } from '#platform';
import { readEmployerEvidence, readNationalFigures } from './baseline-evidence';
import { deriveFigures, type GroupFigure } from './baseline-figures';
import { UNKNOWN_PROFILE, readNationalProfiles, type NationalProfiles } from './national-profile';

/** Kept with a snapshot, shown beside what is built on it. */
export interface BaselineReport {
  readonly notices: readonly ProjectionNotice[];
  /** SHA-256 of the imported files that the figures come from. */
  readonly files: readonly string[];
}

export interface BaselineSnapshot {
  readonly id: string;
  /** SHA-256 of the canonical content: the same figures give the same hash. */
  readonly sha256: string;
  /** False when a snapshot with the same content was there. */
  readonly isNew: boolean;
  readonly report: BaselineReport;
}

/** One stored cell; null in a dimension means all of it. */
interface BaselineCell {
  readonly staffGroupCode: string;
  readonly bandCode: string | null;
  readonly ethnicity: string | null;
  readonly headcount: string;
  readonly fte: string | null;
  readonly basis: string;
  readonly profileSource: string | null;
}

interface Organisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: OrganisationType;
}

const SCALE = 6;

/**
 * Freezes the opening position of an employer, or of England, at a month end: headcount and FTE by staff
 * group with the basis of each, and the national profile by band and ethnicity. Snapshots are immutable; the
 * same content is stored once.
 *
 * @param asAt last day of the baseline month, `YYYY-MM-DD`
 * @throws NotFoundError when the organisation is not there or nothing is published for the month
 * @throws InvalidInputError for a region, system or unit: its opening position is the sum of its employers'
 */
export async function createBaselineSnapshot(
  manager: EntityManager,
  organisationId: string,
  asAt: string,
): Promise<BaselineSnapshot> {
  const organisation = await readOrganisation(manager, organisationId, asAt);
  const { figures, notices, files } = await readFigures(manager, organisation, asAt);
  if (figures.length === 0) {
    throw new NotFoundError(
      `Nothing is published for ${organisation.name} (${organisation.code}) at ${asAt}.`,
    );
  }
  const profiles = await readNationalProfiles(manager, asAt);
  const cells = figures.flatMap((figure) => toCells(figure, profiles));
  const report: BaselineReport = {
    notices: [...notices, ...profileNotices(profiles)],
    files: [...new Set([...files, ...profiles.files])].sort(),
  };
  const content = canonicalJson({ code: organisation.code, type: organisation.type, asAt, cells, report });
  const sha256 = sha256Hex(content);
  const existing = await findSnapshot(manager, organisationId, asAt, sha256);
  if (existing !== null) return { id: existing, sha256, isNew: false, report };
  const id = newId();
  await storeSnapshot(manager, {
    id,
    organisationId,
    asAt,
    sha256,
    report,
    source: sourceOf(figures, profiles),
  });
  await storeCells(manager, id, cells);
  return { id, sha256, isNew: true, report };
}

/** Latest month end up to a day for which figures of an organisation are published; null when there is none. */
export async function latestBaselineMonth(
  manager: EntityManager,
  organisationId: string,
  notAfter: string,
): Promise<string | null> {
  const [row] = await manager.query<{ monthEnd: string | null }[]>(
    `SELECT MAX(p.month_end) AS monthEnd FROM history_series s JOIN history_point p ON p.series_id = s.id
     WHERE s.organisation_id = ? AND s.measure IN ('fte', 'fte-days-available') AND p.month_end <= ?`,
    [organisationId, notAfter],
  );
  return row?.monthEnd ?? null;
}

async function readOrganisation(manager: EntityManager, id: string, asAt: string): Promise<Organisation> {
  const [organisation] = await manager.query<Organisation[]>(
    `SELECT organisation_id AS id, ods_code AS code, name, type FROM organisation_period
     WHERE organisation_id = ? ORDER BY valid_from <= ? DESC, valid_from DESC LIMIT 1`,
    [id, asAt],
  );
  if (organisation === undefined) throw new NotFoundError('There is no such organisation.');
  if (!isEmployer(organisation.type) && organisation.type !== 'nation') {
    throw new InvalidInputError([
      {
        pointer: '/organisationId',
        rule: 'has-own-staff',
        message: `${organisation.name} is a ${organisation.type}: it has no staff of its own.`,
        fix: 'Take a baseline of each employer in it.',
      },
    ]);
  }
  return organisation;
}

interface ReadFigures {
  readonly figures: readonly GroupFigure[];
  readonly notices: readonly ProjectionNotice[];
  readonly files: readonly string[];
}

async function readFigures(
  manager: EntityManager,
  organisation: Organisation,
  asAt: string,
): Promise<ReadFigures> {
  if (organisation.type === 'nation') {
    const { content, files } = await readNationalFigures(manager, organisation.id, asAt);
    return { figures: content, notices: [], files };
  }
  const englandId = await readEnglandId(manager);
  const { content, files } = await readEmployerEvidence(manager, organisation.id, englandId, asAt);
  const { figures, notices } = deriveFigures(content);
  return { figures, notices, files };
}

async function readEnglandId(manager: EntityManager): Promise<string> {
  const [england] = await manager.query<{ id: string }[]>(
    `SELECT organisation_id AS id FROM organisation_period WHERE ods_code = ? AND type = 'nation' LIMIT 1`,
    [ENGLAND_CODE],
  );
  if (england === undefined) throw new NotFoundError('The reference organisations are not loaded.');
  return england.id;
}

/** The group's own row, then its people by band and ethnicity. */
function toCells(figure: GroupFigure, profiles: NationalProfiles): BaselineCell[] {
  const { staffGroupCode, basis } = figure;
  const common = { staffGroupCode, basis };
  const shares = profiles.byStaffGroup.get(staffGroupCode) ?? UNKNOWN_PROFILE;
  const profileSource = profileLabel(profiles, profiles.byStaffGroup.has(staffGroupCode));
  return [
    {
      ...common,
      bandCode: null,
      ethnicity: null,
      headcount: numberToDecimal(figure.headcount, SCALE),
      fte: numberToDecimal(figure.fte, SCALE),
      profileSource: figure.note,
    },
    ...shares.map(({ bandCode, ethnicity, share }) => ({
      ...common,
      bandCode,
      ethnicity,
      headcount: numberToDecimal(figure.headcount * share, SCALE),
      fte: null,
      profileSource,
    })),
  ];
}

function profileLabel({ asAt }: NationalProfiles, hasProfile: boolean): string {
  return hasProfile
    ? `National profile by band and ethnicity, England, ${asAt ?? ''}; not local`
    : 'Not known: no national profile by band and ethnicity';
}

function profileNotices({ asAt }: NationalProfiles): ProjectionNotice[] {
  const message =
    asAt === null
      ? 'No profile by band and ethnicity is loaded: all staff are shown as not known.'
      : `Band and ethnicity are those of England at ${asAt}, by staff group; they are not local.`;
  return [{ code: 'national-profile', staffGroup: null, message, amount: null }];
}

const BASIS_LABELS: Readonly<Record<GroupFigure['basis'], string>> = {
  'staff-in-post': 'published staff in post',
  'absence-days': 'derived from absence days, not staff in post',
  'workforce-statistics': 'published workforce statistics',
};

function sourceOf(figures: readonly GroupFigure[], profiles: NationalProfiles): string {
  const bases = (Object.keys(BASIS_LABELS) as GroupFigure['basis'][]).flatMap((basis) => {
    const of = figures.filter((figure) => figure.basis === basis);
    const fte = of.reduce((sum, figure) => sum + figure.fte, 0);
    return of.length === 0
      ? []
      : [`${BASIS_LABELS[basis]}: ${of.length} staff groups, ${fte.toFixed(1)} FTE`];
  });
  return [...bases, profileLabel(profiles, profiles.asAt !== null)].join('; ');
}

async function findSnapshot(
  manager: EntityManager,
  organisationId: string,
  asAt: string,
  sha256: string,
): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    'SELECT id FROM baseline_snapshot WHERE organisation_id = ? AND as_at = ? AND sha256 = ?',
    [organisationId, asAt, sha256],
  );
  return row?.id ?? null;
}

interface StoredSnapshot {
  readonly id: string;
  readonly organisationId: string;
  readonly asAt: string;
  readonly sha256: string;
  readonly source: string;
  readonly report: BaselineReport;
}

async function storeSnapshot(manager: EntityManager, snapshot: StoredSnapshot): Promise<void> {
  await insertRows(
    manager,
    'baseline_snapshot',
    ['id', 'organisation_id', 'as_at', 'sha256', 'source', 'report', 'created_by', 'created_at'],
    [
      [
        snapshot.id,
        snapshot.organisationId,
        snapshot.asAt,
        snapshot.sha256,
        snapshot.source,
        JSON.stringify(snapshot.report),
        null,
        new Date(),
      ],
    ],
  );
}

async function storeCells(manager: EntityManager, id: string, cells: readonly BaselineCell[]): Promise<void> {
  const rows = cells.map((cell): SqlValue[] => [
    id,
    cell.staffGroupCode,
    cell.bandCode,
    null,
    cell.ethnicity,
    cell.headcount,
    cell.fte,
    cell.basis,
    cell.profileSource,
  ]);
  await insertRows(
    manager,
    'baseline_cell',
    [
      'snapshot_id',
      'staff_group_code',
      'band_code',
      'age_band',
      'ethnicity',
      'headcount',
      'fte',
      'basis',
      'profile_source',
    ],
    rows,
  );
}
