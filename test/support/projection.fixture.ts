import { AssumptionsService, baselineScope, bumpLayer } from '#assumptions';
import { UnitOfWork, insertRows, upsertRows } from '#persistence';
import { SystemClock, newId, sha256Hex } from '#platform';
import type { DataSource, EntityManager } from 'typeorm';
import { PARTICIPANTS, openPlanningFixture, type PlanningFixture } from './planning.fixture';

/** The planning fixture with an opening position for each participant, ready to be projected. */
export interface ProjectionFixture extends PlanningFixture {
  readonly unitOfWork: UnitOfWork;
  readonly assumptions: AssumptionsService;
  /** Changes a leaver rate at an organisation of the submission, as a planner does. */
  edit(code: string, leaverRate: number): Promise<void>;
}

/** Staff of each participant, by staff group: people and FTE on 31 December 2025. */
const STAFF = [
  { staffGroup: 'nurses-and-health-visitors', headcount: 1200, fte: 1057.25 },
  { staffGroup: 'midwives', headcount: 140, fte: 118.5 },
  { staffGroup: 'hotel-property-and-estates', headcount: 310, fte: 233.4 },
] as const;
const BASELINE_MONTH = '2025-12-31';
const LEAVER_RATE = 'retention.leaver-rate';
const NURSES = 'nurses-and-health-visitors';

/** Opens the round in a migrated, empty database; nothing is in the outbox yet. @param codes of the trusts that take part */
export async function openProjectionFixture(
  dataSource: DataSource,
  codes: readonly string[] = PARTICIPANTS,
): Promise<ProjectionFixture> {
  const fixture = await openPlanningFixture(dataSource, codes);
  const unitOfWork = new UnitOfWork(dataSource);
  const assumptions = new AssumptionsService(unitOfWork, new SystemClock());
  await unitOfWork.run(async (manager) => {
    for (const [index, code] of codes.entries()) {
      await freeze(manager, fixture, { organisationId: fixture.organisation(code), scale: 1 + index / 3 });
    }
    await enterMoves(manager, fixture, codes);
  });
  return {
    ...fixture,
    unitOfWork,
    assumptions,
    edit: (code, rate) => edit(dataSource, { fixture, assumptions }, { code, rate }),
  };
}

interface Opening {
  readonly organisationId: string;
  readonly scale: number;
}

async function freeze(
  manager: EntityManager,
  { roundId }: PlanningFixture,
  { organisationId, scale }: Opening,
): Promise<void> {
  const id = newId();
  await insertRows(
    manager,
    'baseline_snapshot',
    ['id', 'organisation_id', 'as_at', 'sha256', 'source', 'report', 'created_at'],
    [
      [
        id,
        organisationId,
        BASELINE_MONTH,
        sha256Hex(organisationId),
        'Made for a test',
        '{"notices":[],"files":[]}',
        new Date(),
      ],
    ],
  );
  await insertRows(
    manager,
    'baseline_cell',
    ['snapshot_id', 'staff_group_code', 'band_code', 'ethnicity', 'headcount', 'fte', 'basis'],
    STAFF.flatMap(({ staffGroup, headcount, fte }) => [
      [id, staffGroup, null, null, headcount * scale, fte * scale, 'staff-in-post'],
      [id, staffGroup, 'band-5', 'white', headcount * scale * 0.6, null, 'staff-in-post'],
      [id, staffGroup, 'band-6', 'bme', headcount * scale * 0.4, null, 'staff-in-post'],
    ]),
  );
  await upsertRows(
    manager,
    'round_participant',
    ['round_id', 'organisation_id', 'baseline_snapshot_id'],
    [[roundId, organisationId, id]],
    ['baseline_snapshot_id'],
  );
  await bumpLayer(manager, 'baseline', baselineScope(roundId, organisationId));
}

/** Joiners, some of them from the same system, so that there is something to net. */
async function enterMoves(
  manager: EntityManager,
  { planId, organisation }: PlanningFixture,
  codes: readonly string[],
): Promise<void> {
  const rows = codes.flatMap((code) => [
    [code, 'growth.joiners-same-system', 24],
    [code, 'growth.joiners-wider-labour-market', 60],
  ]);
  await insertRows(
    manager,
    'assumption',
    [
      'id',
      'scenario_id',
      'organisation_id',
      'staff_group_code',
      'parameter_key',
      'first_year',
      'operation',
      'value',
      'version',
      'updated_at',
    ],
    rows.map(([code, parameter, value]) => [
      newId(),
      planId,
      organisation(String(code)),
      NURSES,
      parameter ?? '',
      2025,
      'set',
      value ?? 0,
      1,
      new Date(),
    ]),
  );
  for (const code of codes) {
    await bumpLayer(manager, 'assumptions', `${planId}:${organisation(code)}`);
  }
}

async function edit(
  dataSource: DataSource,
  { fixture, assumptions }: { readonly fixture: PlanningFixture; readonly assumptions: AssumptionsService },
  { code, rate }: { readonly code: string; readonly rate: number },
): Promise<void> {
  const [scenarioId, organisationId] = [fixture.planId, fixture.organisation(code)];
  const [row]: { version: number }[] = await dataSource.query(
    `SELECT version FROM assumption WHERE scenario_id = ? AND organisation_id = ? AND parameter_key = ?
        AND staff_group_code = ? AND first_year = 2026`,
    [scenarioId, organisationId, LEAVER_RATE, NURSES],
  );
  await assumptions.applyEdits({
    scenarioId,
    organisationId,
    actor: fixture.editor,
    origin: 'web',
    reason: 'For a test',
    edits: [
      {
        parameter: LEAVER_RATE,
        staffGroup: NURSES,
        year: 2026,
        operation: 'set',
        value: rate,
        baseVersion: row?.version ?? 0,
      },
    ],
  });
}
