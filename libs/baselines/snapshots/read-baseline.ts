import type { EntityManager } from 'typeorm';
import type { AgeBandInput, BaselineBasis, ProjectionNotice, StaffGroupInput } from '#modules/projection';
import { NotFoundError } from '#platform';
import { ageBandsOf, ageSharesOf, type AgedPeople } from './age-shares';
import { ETHNICITY_CLASSES } from './national-profile';
import type { BaselineReport } from './snapshot.repository';

/** A snapshot as a projection takes it. */
export interface Baseline {
  readonly organisationId: string;
  /** `YYYY-MM`. */
  readonly baselineMonth: string;
  readonly sha256: string;
  /** What the figures rest on, in a sentence. */
  readonly source: string;
  /** All bands, ascending, the same for every organisation. */
  readonly bands: readonly string[];
  readonly ethnicities: readonly string[];
  /** Those of the ESR extract; one class without width where published data lack age. */
  readonly ageBands: readonly AgeBandInput[];
  readonly staffGroups: readonly StaffGroupInput[];
  readonly notices: readonly ProjectionNotice[];
}

interface SnapshotRow {
  readonly organisationId: string;
  readonly asAt: string;
  readonly sha256: string;
  readonly source: string;
  readonly report: string;
}

interface CellRow {
  readonly code: string;
  readonly name: string;
  readonly isRegistered: number;
  readonly isMedical: number;
  readonly bandCode: string | null;
  readonly ageBand: string | null;
  readonly ethnicity: string | null;
  readonly headcount: string;
  readonly fte: string | null;
  readonly establishment: string | null;
  readonly basis: BaselineBasis;
  readonly profileSource: string | null;
}

/**
 * Reads a snapshot.
 *
 * @throws NotFoundError when there is none under this id
 */
export async function readBaseline(manager: EntityManager, snapshotId: string): Promise<Baseline> {
  const [snapshot] = await manager.query<SnapshotRow[]>(
    `SELECT organisation_id AS organisationId, as_at AS asAt, sha256, source, report
     FROM baseline_snapshot WHERE id = ?`,
    [snapshotId],
  );
  if (snapshot === undefined) throw new NotFoundError('There is no such baseline.');
  const bands = await readBands(manager);
  const cells = await readCells(manager, snapshotId);
  const ageBands = ageBandsOf(cells);
  const everyone = agedPeople(cells);
  return {
    organisationId: snapshot.organisationId,
    baselineMonth: snapshot.asAt.slice(0, 7),
    sha256: snapshot.sha256,
    source: snapshot.source,
    bands,
    ethnicities: ETHNICITY_CLASSES,
    ageBands,
    staffGroups: cells
      .filter(({ bandCode }) => bandCode === null)
      .map((group) => {
        const own = cells.filter(({ code, bandCode }) => code === group.code && bandCode !== null);
        const ageShares = ageSharesOf(ageBands, agedPeople(own), everyone);
        return { ...toStaffGroup(group, own, bands), ageShares };
      }),
    notices: (JSON.parse(snapshot.report) as BaselineReport).notices,
  };
}

async function readBands(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ code: string }[]>('SELECT code FROM band ORDER BY position');
  return rows.map(({ code }) => code);
}

async function readCells(manager: EntityManager, snapshotId: string): Promise<CellRow[]> {
  return manager.query<CellRow[]>(
    `SELECT g.code, g.name, g.is_registered AS isRegistered, g.is_medical AS isMedical, c.band_code AS bandCode,
       c.age_band AS ageBand, c.ethnicity, c.headcount, c.fte, c.establishment, c.basis, c.profile_source AS profileSource
     FROM baseline_cell c JOIN staff_group g ON g.code = c.staff_group_code
     WHERE c.snapshot_id = ? ORDER BY g.position, c.seq`,
    [snapshotId],
  );
}

function toStaffGroup(
  group: CellRow,
  cells: readonly CellRow[],
  bands: readonly string[],
): Omit<StaffGroupInput, 'ageShares'> {
  const width = ETHNICITY_CLASSES.length;
  const people = new Array<number>(bands.length * width).fill(0);
  // A group of second assignments only has WTE and no people of its own.
  const hasPeople = Number(group.headcount) > 0;
  for (const { bandCode, ethnicity, headcount, fte } of cells) {
    const band = bands.indexOf(bandCode ?? '');
    const column = ETHNICITY_CLASSES.findIndex((known) => known === ethnicity);
    const index = band * width + column;
    people[index] = (people[index] ?? 0) + Number(hasPeople ? headcount : fte);
  }
  const total = people.reduce((sum, value) => sum + value, 0);
  const joint = people.map((value) => value / total);
  const sumOf = (belongs: (index: number) => boolean): number =>
    joint.reduce((sum, share, index) => (belongs(index) ? sum + share : sum), 0);
  const notes = [group.profileSource, cells[0]?.profileSource ?? null].filter((note) => note !== null);
  return {
    code: group.code,
    name: group.name,
    registered: Boolean(group.isRegistered),
    medical: Boolean(group.isMedical),
    basis: group.basis,
    headcount: Number(group.headcount),
    fte: Number(group.fte ?? 0),
    ...(group.establishment === null ? {} : { establishment: Number(group.establishment) }),
    bandShares: bands.map((_, band) => sumOf((index) => Math.floor(index / width) === band)),
    ethnicityShares: ETHNICITY_CLASSES.map((_, column) => sumOf((index) => index % width === column)),
    bandByEthnicity: joint,
    profileSource: [...new Set(notes)].join('; '),
  };
}

function agedPeople(cells: readonly CellRow[]): AgedPeople[] {
  return cells
    .filter(({ bandCode }) => bandCode !== null)
    .map(({ ageBand, headcount }) => ({ ageBand, people: Number(headcount) }));
}
