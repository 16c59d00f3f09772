import { Logger } from '@nestjs/common';
import { createWorker, until } from '../../../test/support/projection-worker.fixture';
import { openProjectionFixture, type ProjectionFixture } from '../../../test/support/projection.fixture';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { createTestRedis, type TestRedis } from '../../../test/support/test-redis';
import { RegistersService } from '#assumptions';
import { SystemClock } from '#platform';
import { loadPolicy } from '#policy';
import type { ProjectionWorker } from '#projections';
import type { AskedPlan } from './asked';
import type { ProposalDetail } from './proposal';
import { ProposalsService } from './proposals.service';
import type { SolvedPlan } from './solved';

const NURSES = 'nurses-and-health-visitors';
const YEARS = 5;
const LAST = 2026 + YEARS - 1;
const ALL_YEARS = new Array<number>(YEARS).fill(0);

const HALVED: AskedPlan = {
  kind: 'plan',
  objective: 'least-cost',
  staffGroups: [NURSES],
  limits: [{ kind: 'shortfall', staffGroup: NURSES, year: LAST, bound: 0.5, basis: 'of-planned' }],
  levers: [
    {
      lever: 'labour-market',
      staffGroup: NURSES,
      most: ALL_YEARS.map(() => 0.05),
      ramp: null,
      leadMonths: 0,
      unitCost: 2000,
      pool: ALL_YEARS.map(() => 400),
    },
  ],
  draws: 0,
};

describe('a question about a nation', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let fixture: ProjectionFixture;
  let service: ProposalsService;
  let worker: ProjectionWorker;

  beforeAll(async () => {
    Logger.overrideLogger(['error']);
    database = await createTestDatabase();
    redis = createTestRedis();
    fixture = await openProjectionFixture(database.dataSource);
    const registers = new RegistersService(fixture.unitOfWork, new SystemClock(), loadPolicy());
    service = new ProposalsService(fixture.unitOfWork, fixture.assumptions, registers);
    worker = await createWorker(fixture, { database, redis });
    worker.start();
    await until('figures', async () => {
      const [row]: { missing: string }[] = await database.dataSource.query(
        'SELECT SUM(published_run_id IS NULL) AS missing FROM projection_unit WHERE scenario_id = ?',
        [fixture.planId],
      );
      return Number(row?.missing ?? 1) === 0;
    });
  });

  afterAll(async () => {
    await worker.drain(4000);
    await redis.close();
    await database.close();
  });

  const ask = (asked: AskedPlan): Promise<ProposalDetail> =>
    service.start({
      scenarioId: fixture.planId,
      organisationId: fixture.organisation('ENG', 'nation'),
      asked,
      actor: fixture.editor,
    });

  async function answerTo(asked: AskedPlan): Promise<{ detail: ProposalDetail; plan: SolvedPlan }> {
    const { id } = await ask(asked);
    await until('the answer', async () => !['waiting', 'running'].includes((await service.read(id)).state));
    const detail = await service.read(id);
    if (detail.content?.kind !== 'plan') throw new Error(detail.error ?? detail.state);
    return { detail, plan: detail.content };
  }

  it('is planned system by system, within one aim and one pool of all', async () => {
    const { detail, plan } = await answerTo(HALVED);
    expect(detail).toMatchObject({ state: 'done', outcome: 'solved' });
    expect(detail.lines.map(({ organisation }) => organisation.code)).toEqual(['RTG', 'RR8', 'RWY']);
    expect(plan.nation?.systems.map(({ code }) => code)).toEqual(['QJ2', 'QWO']);
    expect(plan.nation?.gap.share).toBeLessThan(0.02);
    const { aim, pools } = sharedLimits(plan);
    expect(aim.confirmed).toBeLessThanOrEqual(aim.bound * 1.005);
    expect(aim.bound).toBeCloseTo(0.5 * aim.asPlanned, 6);
    expect(pools).toHaveLength(YEARS);
    for (const { confirmed } of pools) expect(confirmed).toBeLessThanOrEqual(400 * 1.005);
    expect(sumOverSystems(plan)).toBeCloseTo(aim.confirmed, 6);
    expect(plan.binding[0]?.words).toContain('all systems together');
  });

  it('says which shared limits conflict and how far each would have to give way', async () => {
    const few = HALVED.levers.map((lever) => ({ ...lever, pool: ALL_YEARS.map(() => 1) }));
    const { plan } = await answerTo({ ...HALVED, levers: few });
    expect(plan.outcome).toBe('infeasible');
    expect(plan.conflict?.between).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Shortfall/u), expect.stringMatching(/^Pool of/u)]),
    );
    const aim = plan.conflict?.alone.find(({ key }) => key.startsWith('shortfall'));
    expect(aim?.reachable).toBeGreaterThan(aim?.bound ?? Infinity);
  });

  it('names the system that cannot keep a limit that each must keep', async () => {
    const limits = HALVED.limits.map((limit) => ({
      ...limit,
      bound: 0,
      basis: 'amount' as const,
      keptBy: 'each-system' as const,
    }));
    const levers = HALVED.levers.map((lever) => ({ ...lever, most: ALL_YEARS.map(() => 1e-5), pool: null }));
    const { plan } = await answerTo({ ...HALVED, limits, levers });
    expect(plan.outcome).toBe('infeasible');
    expect(plan.conflict?.between.some((words) => words.includes('West Yorkshire'))).toBe(true);
  });

  it('is refused where it asks for the least risk of a sum', async () => {
    await expect(ask({ ...HALVED, objective: 'least-risk' })).rejects.toMatchObject({
      faults: [{ rule: 'risk-of-one-system' }],
    });
  });
});

/** The first shared limit, summed over the systems. */
function sumOverSystems({ nation }: SolvedPlan): number {
  return (nation?.systems ?? []).reduce((sum, { shared }) => sum + (shared[0]?.confirmed ?? 0), 0);
}

function sharedLimits({ limits }: SolvedPlan) {
  const [aim, ...pools] = limits;
  if (aim === undefined) throw new Error('the plan has no limit');
  return { aim, pools };
}
