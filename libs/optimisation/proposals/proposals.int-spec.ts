import { Logger } from '@nestjs/common';
import { createWorker, until, workerEnvironment } from '../../../test/support/projection-worker.fixture';
import { openProjectionFixture, type ProjectionFixture } from '../../../test/support/projection.fixture';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { createTestRedis, type TestRedis } from '../../../test/support/test-redis';
import { WorkerProcess } from '../../../test/support/worker-process';
import { RegistersService } from '#assumptions';
import { SystemClock } from '#platform';
import { loadPolicy } from '#policy';
import type { ProjectionWorker } from '#projections';
import type { Asked, AskedPlan } from './asked';
import type { ProposalDetail } from './proposal';
import { ProposalsService } from './proposals.service';

const NURSES = 'nurses-and-health-visitors';
const YEARS = 5;
const LAST = 2026 + YEARS - 1;

const recruits = (most: number): AskedPlan['levers'][number] => ({
  lever: 'labour-market',
  staffGroup: NURSES,
  most: new Array<number>(YEARS).fill(most),
  ramp: null,
  leadMonths: 0,
  unitCost: 2000,
  pool: null,
});
const HALVED: AskedPlan = {
  kind: 'plan',
  objective: 'least-cost',
  staffGroups: [NURSES],
  limits: [{ kind: 'shortfall', staffGroup: NURSES, year: LAST, bound: 0.5, basis: 'of-planned' }],
  levers: [recruits(0.05)],
  draws: 20,
};

describe('a question to the optimiser', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let fixture: ProjectionFixture;
  let service: ProposalsService;
  const workers: ProjectionWorker[] = [];
  const processes: WorkerProcess[] = [];

  beforeEach(async () => {
    Logger.overrideLogger(['error']);
    database = await createTestDatabase();
    redis = createTestRedis();
    fixture = await openProjectionFixture(database.dataSource);
    const registers = new RegistersService(fixture.unitOfWork, new SystemClock(), loadPolicy());
    service = new ProposalsService(fixture.unitOfWork, fixture.assumptions, registers);
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.drain(4000)));
    await Promise.all(processes.splice(0).map((each) => each.kill()));
    await redis.close();
    await database.close();
  });

  async function startWorker(): Promise<ProjectionWorker> {
    const worker = await createWorker(fixture, { database, redis });
    workers.push(worker);
    worker.start();
    return worker;
  }

  const isProjected = async (): Promise<boolean> => {
    const [row]: { missing: string }[] = await database.dataSource.query(
      'SELECT SUM(published_run_id IS NULL) AS missing FROM projection_unit WHERE scenario_id = ?',
      [fixture.planId],
    );
    return Number(row?.missing ?? 1) === 0;
  };

  const ask = (asked: Asked, code = 'QWO'): Promise<ProposalDetail> =>
    service.start({
      scenarioId: fixture.planId,
      organisationId: fixture.organisation(code),
      asked,
      actor: fixture.editor,
    });

  async function answer(id: string): Promise<ProposalDetail> {
    await until('the answer', async () => !['waiting', 'running'].includes((await service.read(id)).state));
    return service.read(id);
  }

  it('is answered by a worker from the runs that it names, with lines, prices, frontier and regret', async () => {
    await startWorker();
    await until('figures', isProjected);
    const { id, state } = await ask(HALVED);
    expect(state).toBe('waiting');

    const { content, lines, base, engineVersion, ...rest } = await answer(id);
    expect(rest).toMatchObject({ state: 'done', outcome: 'solved', progress: 1, error: null });
    expect(base.map(({ organisation }) => organisation.code)).toEqual(['RR8', 'RWY']);
    expect(engineVersion).toMatch(/^[0-9a-f]{64}$/);
    if (content?.kind !== 'plan') throw new Error('no plan');
    const aim = content.aim!;
    expect(aim.confirmed).toBeLessThanOrEqual(aim.bound! * 1.005);
    expect(content.limits[0]!.label).toMatch(/^Shortfall of Nurses & health visitors in 2030\/31$/);
    expect(content.binding.some(({ kind, price }) => kind === 'limit' && price < 0)).toBe(true);
    expect(content.frontier.length).toBeGreaterThan(3);
    expect(content.regret?.worst.map(({ plan }) => plan).sort()).toContain('As planned');
    expect(content.drawn?.proposed.draws).toBe(20);
    expect(lines.map(({ organisation, label }) => [organisation.code, label])).toEqual([
      ['RR8', 'Recruits from outside the NHS'],
      ['RWY', 'Recruits from outside the NHS'],
    ]);
    expect(lines.every(({ accepted }) => accepted === null)).toBe(true);
  });

  it('is accepted in part into a what-if, each value marked, and refused where values moved on', async () => {
    await startWorker();
    await until('figures', isProjected);
    const coverage = { ...recruits(0.4), lever: 'flexible-working', unitCost: 1 };
    const asked = await ask({ ...HALVED, levers: [recruits(0.05), coverage], draws: 0 });
    const { lines, id } = await answer(asked.id);
    const leeds = lines.filter(({ organisation }) => organisation.code === 'RR8');
    expect(leeds.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Recruits from outside the NHS', 'Flexible working']),
    );
    const accept = (places: readonly number[] | null, scenarioName: string | null) =>
      service.accept({ proposalId: id, places, scenarioName, actor: fixture.editor });
    await expect(accept([999], null)).rejects.toMatchObject({ faults: [{ rule: 'lines-of-the-proposal' }] });

    const accepted = await accept(
      leeds.map(({ place }) => place),
      'Optimised',
    );
    const [first] = accepted.lines.filter((line) => line.accepted !== null);
    expect(first!.accepted!.scenario.name).toBe('Optimised');
    const { dataSource } = database;
    const scenarioId = first!.accepted!.scenario.id;
    const cells: { basis: string; value: string; year: number }[] = await dataSource.query(
      `SELECT basis, value, first_year AS year FROM assumption
        WHERE scenario_id = ? AND parameter_key = 'growth.joiners-wider-labour-market' ORDER BY first_year`,
      [scenarioId],
    );
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.every(({ basis }) => basis === 'proposed by optimiser')).toBe(true);
    const recruited = leeds.find(({ lever }) => lever.endsWith('labour-market'))?.amounts ?? [];
    for (const { year, value } of cells) {
      expect(Number(value)).toBeCloseTo(60 + (recruited[year - 2026] ?? 0), 5);
    }
    const entries: { note: string }[] = await dataSource.query(
      `SELECT note FROM register_entry WHERE scenario_id = ? AND register_key = 'retention.interventions'`,
      [scenarioId],
    );
    expect(entries.length).toBeGreaterThan(0);
    expect(entries[0]!.note).toBe('proposed by optimiser');
    await expect(accept([leeds[0]!.place], null)).rejects.toThrow('accepted already');

    await dataSource.query(
      `UPDATE assumption SET value = value + 5
        WHERE scenario_id = ? AND parameter_key = 'growth.joiners-wider-labour-market'`,
      [fixture.planId],
    );
    await expect(accept(null, null)).rejects.toMatchObject({
      details: {
        conflicts: expect.arrayContaining([expect.objectContaining({ startedFrom: 60 + 0 })]) as unknown,
      },
    });
    expect((await service.read(id)).lines.filter((line) => line.accepted !== null)).toHaveLength(
      leeds.length,
    );
  });

  it('that no plan meets is answered with the limits that conflict and the smallest relaxation', async () => {
    await startWorker();
    await until('figures', isProjected);
    const { id } = await ask({ ...HALVED, levers: [recruits(0.001)], draws: 0 });
    const { outcome, content } = await answer(id);
    expect(outcome).toBe('infeasible');
    if (content?.kind !== 'plan') throw new Error('no plan');
    expect(content.conflict?.between).toContain('Shortfall of Nurses & health visitors in 2030/31');
    expect(content.conflict?.alone[0]?.reachable).toBeGreaterThan(content.limits[0]?.bound ?? Infinity);
  });

  it('for one assumption is answered with its value', async () => {
    await startWorker();
    await until('figures', isProjected);
    const { id } = await ask({
      kind: 'goal',
      parameter: 'retention.leaver-rate',
      staffGroup: NURSES,
      low: 0.01,
      high: 0.2,
      fromYear: 2026,
      target: { figure: 'staff-in-post', year: LAST, sense: 'exactly', value: 2400 },
    });
    const { content, lines } = await answer(id);
    if (content?.kind !== 'goal') throw new Error('no goal');
    expect(content.outcome).toBe('solved');
    expect(content.answer.best.figure).toBeCloseTo(2400, 0);
    expect(lines).toHaveLength(2);
  });

  it('for apprenticeship starts is answered with those that leave no levy to expire', async () => {
    await startWorker();
    await until('figures', isProjected);
    const asked = {
      kind: 'goal',
      parameter: 'apprenticeship-levy.starts',
      staffGroup: NURSES,
      low: 0,
      high: 2000,
      fromYear: 2026,
      target: { figure: 'levy-expired', year: LAST, sense: 'at-most', value: 0 },
    } as const;
    await expect(ask({ ...asked, parameter: 'apprenticeship-levy.transfers' })).rejects.toMatchObject({
      faults: [{ rule: 'yearly-parameter' }],
    });
    const { content, lines, id } = await answer((await ask(asked)).id);
    if (content?.kind !== 'goal') throw new Error('no goal');
    expect(content.answer.current.figure).toBeGreaterThan(1000);
    expect(content).toMatchObject({ outcome: 'solved', label: 'Registered nurse degree apprentices' });
    expect(content.answer.best.figure).toBeLessThanOrEqual(100);
    const starts = lines.reduce((sum, { amounts }) => sum + (amounts[0] ?? 0), 0);
    expect(starts).toBeCloseTo(content.answer.best.value, 6);

    await service.accept({ proposalId: id, places: null, scenarioName: 'Levy', actor: fixture.editor });
    const entries: object[] = await database.dataSource.query(
      `SELECT id FROM register_entry WHERE register_key = 'apprenticeship-levy.starts'`,
    );
    expect(entries).toHaveLength(2);
  });

  it('that breaks rules is refused, each rule with its place', async () => {
    const broken = { ...HALVED, limits: [], levers: [{ ...recruits(1), lever: 'magic', most: [1] }] };
    await expect(ask(broken)).rejects.toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({ pointer: '/request/levers/0/lever', rule: 'known-lever' }),
        expect.objectContaining({ pointer: '/request/levers/0/most', rule: 'one-for-each-year' }),
        expect.objectContaining({ pointer: '/request/limits', rule: 'aims-at-something' }),
      ]) as unknown,
    });
    await expect(ask(HALVED)).rejects.toThrow('not calculated yet');
  });

  it('is asked once, however often it is sent under one key', async () => {
    await startWorker();
    await until('figures', isProjected);
    const send = (asked: Asked): Promise<ProposalDetail> =>
      service.start({
        scenarioId: fixture.planId,
        organisationId: fixture.organisation('QWO'),
        asked,
        actor: fixture.editor,
        idempotencyKey: 'ask-1',
      });
    const [first, ...again] = await Promise.all([send(HALVED), send(HALVED), send(HALVED)]);
    expect(again.map(({ id }) => id)).toEqual([first.id, first.id]);
    const rows: object[] = await database.dataSource.query('SELECT id FROM plan_proposal');
    expect(rows).toHaveLength(1);
    await expect(send({ ...HALVED, draws: 21 })).rejects.toMatchObject({
      faults: [{ rule: 'one-request-per-key' }],
    });
  });

  it('is ended by who cancels it, also in the middle, and the next one is answered', async () => {
    await startWorker();
    await until('figures', isProjected);
    const { id } = await ask({ ...HALVED, draws: 500 });
    await until('the beginning', async () => (await service.read(id)).state === 'running');
    expect((await service.cancel({ proposalId: id, actor: fixture.editor })).state).toBe('cancelled');
    await expect(service.cancel({ proposalId: id, actor: fixture.editor })).rejects.toThrow('ended already');

    const next = await ask({ ...HALVED, draws: 0 });
    expect((await answer(next.id)).state).toBe('done');
    const { state, content, lines } = await service.read(id);
    expect([state, content, lines]).toEqual(['cancelled', null, []]);
  });

  it('survives the death of its worker: another begins it again from what is stored', async () => {
    const dying = await WorkerProcess.start(workerEnvironment(database, redis));
    processes.push(dying);
    await until('figures', isProjected);
    const { id, inputSha256 } = await ask({ ...HALVED, draws: 500 });
    await until('the beginning', async () => (await service.read(id)).state === 'running');
    await dying.kill();
    processes.length = 0;
    await fixture.edit('RR8', 0.3);
    await startWorker();
    const found = await answer(id);
    expect(found).toMatchObject({ state: 'done', inputSha256 });
    const [row]: { attempts: number }[] = await database.dataSource.query(
      'SELECT attempts FROM plan_proposal WHERE id = ?',
      [id],
    );
    expect(row?.attempts).toBe(2);
  });
});
