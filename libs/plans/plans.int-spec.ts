import { OrganisationTree } from '#organisations';
import { UnitOfWork } from '#persistence';
import { ConflictError, InvalidInputError, NotFoundError } from '#platform';
import { ProjectionsService } from '#projections';
import { openPlanningFixture, PARTICIPANTS, type PlanningFixture } from '../../test/support/planning.fixture';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { createPlan } from './create-plan';
import { PlansService } from './plans.service';

describe('rounds, scenarios and plans', () => {
  let database: TestDatabase;
  let fixture: PlanningFixture;
  let unitOfWork: UnitOfWork;
  let service: PlansService;
  let planId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    fixture = await openPlanningFixture(database.dataSource);
    unitOfWork = new UnitOfWork(database.dataSource);
    service = new PlansService(unitOfWork, new ProjectionsService(unitOfWork));
    planId = await begin(fixture.organisation('QWO', 'system'));
  });

  afterAll(() => database.close());

  const begin = (organisationId: string): Promise<string> =>
    unitOfWork.run((manager) =>
      createPlan(manager, { organisationId, scenarioId: fixture.planId, createdBy: null }),
    );

  it('lists a round with what it covers, its scenarios and its plans in draft', async () => {
    const [round] = await service.rounds(() => true);

    expect(round).toMatchObject({ name: '2026/27 to 2030/31', firstYear: 2026, years: 5, state: 'open' });
    expect(round?.coverage).toBe(
      'NHS trusts of Derby and Derbyshire and West Yorkshire (3 organisations); ' +
        'not general practice, social care, subsidiaries or hosted staff.',
    );
    expect(round?.scenarios.map(({ name, kind, baseScenarioId }) => [name, kind, baseScenarioId])).toEqual([
      ['Plan submission', 'plan', fixture.calibratedId],
      ['Calibrated defaults', 'calibration', null],
    ]);
    expect(round?.plans).toMatchObject([
      {
        id: planId,
        organisation: { code: 'QWO', type: 'system' },
        state: 'draft',
        version: 1,
        organisations: 2,
      },
    ]);
    expect(round?.plans[0]?.freshness.state).toBe('never-run');
  });

  it('shows only the plans that may be seen', async () => {
    const [round] = await service.rounds(({ organisationId }) => organisationId === 'somewhere else');
    expect(round?.plans).toEqual([]);
  });

  it("shows a plan with the system's projected organisations only", async () => {
    const plan = await service.plan(planId);

    expect(plan.round).toMatchObject({ firstYear: 2026, years: 5 });
    expect(plan.organisations.map(({ code }) => code)).toEqual(['RR8', 'RWY']);
    expect(plan.organisations.every(({ freshness }) => freshness.state === 'never-run')).toBe(true);
    await expect(service.plan(fixture.roundId)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('begins one plan for each system, and none for a trust', async () => {
    await expect(begin(fixture.organisation('RR8'))).rejects.toBeInstanceOf(InvalidInputError);
    await expect(begin(fixture.organisation('QWO', 'system'))).rejects.toBeInstanceOf(ConflictError);
  });

  it('makes a what-if over a base, and asks for the projection of every participant under it', async () => {
    const name = 'Two points less turnover';
    const scenario = { name: `  ${name} `, baseScenarioId: fixture.planId, actor: fixture.editor };
    const made = await service.createScenario(scenario);

    expect(made).toMatchObject({ name, kind: 'what-if', baseScenarioId: fixture.planId });
    const tree = await OrganisationTree.load(database.dataSource.manager, '2026-04-01');
    const rung: { payload: string }[] = await database.dataSource.query('SELECT payload FROM outbox');
    const units = rung.map(
      ({ payload }) => JSON.parse(payload) as { scenarioId: string; organisationId: string },
    );
    expect(units.every(({ scenarioId }) => scenarioId === made.id)).toBe(true);
    expect(units.map(({ organisationId }) => tree.node(organisationId)?.code).sort()).toEqual(
      [...PARTICIPANTS].sort(),
    );
    await expect(service.createScenario(scenario)).rejects.toBeInstanceOf(ConflictError);
    await expect(service.createScenario({ ...scenario, name: ' ' })).rejects.toBeInstanceOf(
      InvalidInputError,
    );
  });
});
