import type { EntityManager } from 'typeorm';
import type { ProjectionNotice } from '#modules/projection';
import { ENGLAND_CODE, isEmployer, type OrganisationType } from '#organisations';
import { numberToDecimal } from '#persistence';
import { InvalidInputError, NotFoundError } from '#platform';
import { readEmployerEvidence, readNationalFigures } from './baseline-evidence';
import { deriveFigures, type GroupFigure } from './baseline-figures';
import { readEsrBaseline } from './esr-baseline';
import { withEstablishment } from './ledger-establishment';
import { UNKNOWN_PROFILE, readNationalProfiles, type NationalProfiles } from './national-profile';
import {
  keepSnapshot,
  type BaselineCell,
  type BaselineReport,
  type BaselineSnapshot,
} from './snapshot.repository';

/** What a baseline can be taken from. */
export const BASELINE_ORIGINS = ['esr-extract', 'published-files'] as const;

/** `own-data-first`: the organisation's own extract of that day if one is imported and mapped, else published files. */
export type BaselineOrigin = (typeof BASELINE_ORIGINS)[number] | 'own-data-first';

interface Organisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: OrganisationType;
}

const SCALE = 6;

/**
 * Freezes the opening position of an employer, or of England, at a month end: headcount and FTE by staff
 * group with the basis of each, by band, age and ethnicity of its own staff (ESR extract) or by the national
 * profile of band and ethnicity. Funded posts are those of the employer's ledger where one is imported. Snapshots are immutable; the same content is stored once.
 *
 * @param asAt last day of the baseline month, `YYYY-MM-DD`
 * @throws NotFoundError when the organisation is not there, or there is nothing of that origin for the month
 * @throws InvalidInputError for a region, system or unit: its opening position is the sum of its employers'
 */
export async function createBaselineSnapshot(
  manager: EntityManager,
  organisationId: string,
  asAt: string,
  origin: BaselineOrigin = 'own-data-first',
): Promise<BaselineSnapshot> {
  const organisation = await readOrganisation(manager, organisationId, asAt);
  const own = origin === 'published-files' ? null : await readEsrBaseline(manager, organisationId, asAt);
  if (own !== null) {
    return keepSnapshot(manager, await withEstablishment(manager, { organisation, asAt, ...own }));
  }
  if (origin === 'esr-extract') {
    throw new NotFoundError(`No extract of ${organisation.name} at ${asAt} can serve as a baseline.`);
  }
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
  const source = sourceOf(figures, profiles);
  return keepSnapshot(
    manager,
    await withEstablishment(manager, { organisation, asAt, source, cells, report }),
  );
}

/** Latest month end up to a day that a baseline of an organisation can be taken of; null when there is none. */
export async function latestBaselineMonth(
  manager: EntityManager,
  organisationId: string,
  notAfter: string,
): Promise<string | null> {
  const [row] = await manager.query<{ monthEnd: string | null }[]>(
    `SELECT MAX(monthEnd) AS monthEnd FROM (
       SELECT p.month_end AS monthEnd FROM history_series s JOIN history_point p ON p.series_id = s.id
       WHERE s.organisation_id = ? AND s.measure IN ('fte', 'fte-days-available')
       UNION ALL SELECT as_at FROM esr_extract WHERE organisation_id = ? AND is_blocked = 0) available
     WHERE monthEnd <= ?`,
    [organisationId, organisationId, notAfter],
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
      ageBand: null,
      ethnicity: null,
      headcount: numberToDecimal(figure.headcount, SCALE),
      fte: numberToDecimal(figure.fte, SCALE),
      establishment: null,
      profileSource: figure.note,
    },
    ...shares.map(({ bandCode, ethnicity, share }) => ({
      ...common,
      bandCode,
      ageBand: null,
      ethnicity,
      headcount: numberToDecimal(figure.headcount * share, SCALE),
      fte: null,
      establishment: null,
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
  'esr-extract': 'ESR extract',
};

function sourceOf(figures: readonly GroupFigure[], profiles: NationalProfiles): string {
  const bases = (Object.keys(BASIS_LABELS) as GroupFigure['basis'][]).flatMap((basis) => {
    const of = figures.filter((figure) => figure.basis === basis);
    const fte = of.reduce((sum, figure) => sum + figure.fte, 0);
    return of.length === 0
      ? []
      : [`${BASIS_LABELS[basis]}: ${of.length} staff groups, ${fte.toFixed(1)} WTE`];
  });
  return [...bases, profileLabel(profiles, profiles.asAt !== null)].join('; ');
}
