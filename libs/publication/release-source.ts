import type { EntityManager } from 'typeorm';
import { readYearEndFigures, type StoredYearEndFigure } from '#projections';
import type { OrganisationLevel } from './observation';

/** A year-end figure of a current roll-up, before any disclosure rule. */
export interface UnroundedFigure {
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly organisationLevel: OrganisationLevel;
  readonly systemCode: string | null;
  readonly regionCode: string | null;
  readonly staffGroupCode: string;
  readonly year: number;
  readonly value: number;
}

/** What a release is made from: the current roll-ups of one scenario and where they came from. */
export interface ReleaseSource {
  readonly scenario: { readonly id: string; readonly name: string; readonly roundName: string };
  readonly figures: readonly UnroundedFigure[];
  readonly provenance: {
    readonly rollUps: readonly { organisationCode: string; resultSha256: string; coverage: unknown }[];
    readonly runs: readonly {
      runId: string;
      inputSha256: string;
      engineVersion: string;
      seed: string;
      draws: number;
    }[];
  };
}

interface RollUpRow {
  code: string;
  name: string;
  level: OrganisationLevel;
  region_code: string | null;
  result_id: string;
}

/** What a release says of the year ends. */
const RELEASED_MEASURE = 'fte';

const ROLL_UPS = `
  SELECT period.ods_code AS code, period.name AS name, period.type AS level,
         region_period.ods_code AS region_code, roll_up.id AS result_id
    FROM roll_up
    JOIN scenario ON scenario.id = roll_up.scenario_id
    JOIN planning_round AS round ON round.id = scenario.round_id
    JOIN organisation_period AS period
      ON period.organisation_id = roll_up.organisation_id
     AND period.valid_from <= round.tree_as_at AND (period.valid_to IS NULL OR period.valid_to > round.tree_as_at)
    LEFT JOIN organisation_membership AS member
      ON member.organisation_id = roll_up.organisation_id AND member.relation = 'region'
     AND member.valid_from <= round.tree_as_at AND (member.valid_to IS NULL OR member.valid_to > round.tree_as_at)
    LEFT JOIN organisation_period AS region_period
      ON region_period.organisation_id = member.parent_id
     AND region_period.valid_from <= round.tree_as_at
     AND (region_period.valid_to IS NULL OR region_period.valid_to > round.tree_as_at)
   WHERE roll_up.scenario_id = ? AND roll_up.is_current = 1 AND period.type IN ('nation', 'region', 'system')
   ORDER BY FIELD(period.type, 'nation', 'region', 'system'), period.ods_code`;

/** Reads the current roll-ups of a scenario in release order: nation, regions, systems. */
export async function readReleaseSource(
  manager: EntityManager,
  scenarioId: string,
): Promise<ReleaseSource | null> {
  const [scenario] = await manager.query<{ id: string; name: string; round_name: string }[]>(
    `SELECT scenario.id, scenario.name, round.name AS round_name
       FROM scenario JOIN planning_round AS round ON round.id = scenario.round_id WHERE scenario.id = ?`,
    [scenarioId],
  );
  if (!scenario) return null;
  return {
    scenario: { id: scenario.id, name: scenario.name, roundName: scenario.round_name },
    figures: await figuresOf(manager, await manager.query<RollUpRow[]>(ROLL_UPS, [scenarioId])),
    provenance: { rollUps: await rollUpsOf(manager, scenarioId), runs: await runsOf(manager, scenarioId) },
  };
}

async function figuresOf(
  manager: EntityManager,
  rollUps: readonly RollUpRow[],
): Promise<readonly UnroundedFigure[]> {
  const staffGroups = await manager.query<{ code: string }[]>(
    'SELECT code FROM staff_group ORDER BY position',
  );
  const figures = await readYearEndFigures(
    manager,
    rollUps.map((rollUp) => rollUp.result_id),
  );
  return rollUps.flatMap((rollUp) => {
    const released = (figures.get(rollUp.result_id) ?? []).filter(
      ({ measure }) => measure === RELEASED_MEASURE,
    );
    return staffGroups.flatMap(({ code }) =>
      released
        .filter(({ staffGroup }) => staffGroup === code)
        .map((figure) => releasedFigure(rollUp, figure)),
    );
  });
}

function releasedFigure(rollUp: RollUpRow, figure: StoredYearEndFigure): UnroundedFigure {
  const isRegion = rollUp.level === 'region';
  return {
    organisationCode: rollUp.code,
    organisationName: rollUp.name,
    organisationLevel: rollUp.level,
    systemCode: rollUp.level === 'system' ? rollUp.code : null,
    regionCode: isRegion ? rollUp.code : rollUp.region_code,
    staffGroupCode: figure.staffGroup,
    year: figure.year,
    value: Number(figure.value),
  };
}

async function rollUpsOf(
  manager: EntityManager,
  scenarioId: string,
): Promise<ReleaseSource['provenance']['rollUps']> {
  const rows = await manager.query<{ code: string; result_sha256: string; coverage: string }[]>(
    `SELECT period.ods_code AS code, roll_up.result_sha256, roll_up.coverage
       FROM roll_up
       JOIN scenario ON scenario.id = roll_up.scenario_id
       JOIN planning_round AS round ON round.id = scenario.round_id
       JOIN organisation_period AS period ON period.organisation_id = roll_up.organisation_id
        AND period.valid_from <= round.tree_as_at AND (period.valid_to IS NULL OR period.valid_to > round.tree_as_at)
      WHERE roll_up.scenario_id = ? AND roll_up.is_current = 1
      ORDER BY period.type, period.ods_code`,
    [scenarioId],
  );
  return rows.map((row) => ({
    organisationCode: row.code,
    resultSha256: row.result_sha256,
    coverage: JSON.parse(row.coverage) as unknown,
  }));
}

async function runsOf(
  manager: EntityManager,
  scenarioId: string,
): Promise<ReleaseSource['provenance']['runs']> {
  const rows = await manager.query<
    { id: string; input_sha256: string; engine_version: string; seed: string; draws: number }[]
  >(
    `SELECT DISTINCT run.id, run.input_sha256, run.engine_version, run.seed, run.draws
       FROM roll_up
       JOIN roll_up_member AS member ON member.roll_up_id = roll_up.id
       JOIN projection_run AS run ON run.id = member.run_id
      WHERE roll_up.scenario_id = ? AND roll_up.is_current = 1 ORDER BY run.id`,
    [scenarioId],
  );
  return rows.map((row) => ({
    runId: row.id,
    inputSha256: row.input_sha256,
    engineVersion: row.engine_version,
    seed: row.seed,
    draws: row.draws,
  }));
}
