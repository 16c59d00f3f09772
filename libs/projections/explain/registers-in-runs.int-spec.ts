import { Logger } from '@nestjs/common';
import { RegistersService, type RegisterEdit } from '#assumptions';
import { ConflictError, InvalidInputError, loadConfiguration, NotFoundError, SystemClock } from '#platform';
import { loadPolicy } from '#policy';
import { createWorker, until } from '../../../test/support/projection-worker.fixture';
import { openProjectionFixture, type ProjectionFixture } from '../../../test/support/projection.fixture';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { createTestRedis, type TestRedis } from '../../../test/support/test-redis';
import type { AnalysisService } from '../analysis/analysis.service';
import { openAnalyses } from '../analysis/open-analyses';
import { ComputationStoppedError } from '../compute/compute-errors';
import { ProjectionsService } from '../projections.service';
import type { ProjectionWorker } from '../worker/projection-worker';

const SCHEMES = 'efficiency.schemes';
const NURSES = 'nurses-and-health-visitors';
const SCHEME = {
  name: 'Ward reconfiguration',
  kind: 'cash-releasing',
  staffGroup: NURSES,
  wte: 10,
  start: '2027-04',
  recurrence: 'recurrent',
  owner: 'Chief nurse',
  deliveryRisk: 'medium',
  qualityImpact: 'agreed',
};

const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'not refused',
    (error: unknown) => error,
  );

describe('register entries', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let fixture: ProjectionFixture;
  let registers: RegistersService;
  let projections: ProjectionsService;
  let analyses: AnalysisService;
  let worker: ProjectionWorker;

  beforeAll(async () => {
    Logger.overrideLogger(['error']);
    database = await createTestDatabase();
    redis = createTestRedis();
    fixture = await openProjectionFixture(database.dataSource);
    registers = new RegistersService(fixture.unitOfWork, new SystemClock(), loadPolicy());
    projections = new ProjectionsService(fixture.unitOfWork);
    analyses = openAnalyses(database.dataSource, loadConfiguration({}));
    worker = await createWorker(fixture, { database, redis });
    worker.start();
    await untilFresh();
  });

  afterAll(async () => {
    await worker.drain(4000);
    await analyses.onModuleDestroy();
    await redis.close();
    await database.close();
  });

  const at = (scenarioId = fixture.planId) => ({ scenarioId, organisationId: fixture.organisation('RR8') });
  const save = (edits: readonly RegisterEdit[], scenarioId?: string) =>
    registers.apply({ ...at(scenarioId), actor: fixture.editor, origin: 'web', reason: 'Tried out', edits });
  const enter = (changes: Partial<RegisterEdit> = {}): RegisterEdit => ({
    register: SCHEMES,
    entryKey: null,
    values: SCHEME,
    baseVersion: 0,
    ...changes,
  });
  const listed = async () => {
    const { entries } = await registers.list(fixture.planId, fixture.organisation('RR8'), SCHEMES);
    return entries;
  };
  const untilFresh = () =>
    until('RR8 to be up to date', async () => {
      const { freshness } = await projections.status(fixture.planId, fixture.organisation('RR8'));
      return freshness.state === 'up-to-date';
    });
  const establishment = () =>
    projections.explain(
      { scenarioId: fixture.planId, organisationId: fixture.organisation('RR8') },
      {
        staffGroup: NURSES,
        measure: 'establishment',
        month: '2028-03',
        span: 'year',
      },
    );

  it('move the figures, and the explanation of the figure names them and who entered them', async () => {
    const before = await establishment();
    const { entryKeys, unitsReached } = await save([enter({ note: 'Board paper 7' })]);
    await untilFresh();
    const after = await establishment();

    expect(unitsReached).toBe(1);
    expect(after.explanation.value).toBeCloseTo(before.explanation.value - 10, 6);
    expect(before.entries).toEqual([]);
    expect(after.entries).toMatchObject([
      {
        register: SCHEMES,
        entryId: entryKeys[0],
        values: SCHEME,
        author: 'Edith Planner',
        note: 'Board paper 7',
      },
    ]);
    const growth = after.origins[`growth.establishment-growth ${NURSES}`];
    expect(growth?.map(({ level }) => level)).toContain('national-default');
  });

  it('are listed with where they come from, changed under their version, and refused when stale', async () => {
    const [entry] = await listed();
    expect(entry).toMatchObject({ own: true, version: 1, author: 'Edith Planner', values: SCHEME });
    const entryKey = entry?.entryKey ?? '';

    await save([enter({ entryKey, values: { ...SCHEME, wte: 4 }, baseVersion: 1 })]);
    const stale = await refusal(save([enter({ entryKey, values: { ...SCHEME, wte: 5 }, baseVersion: 1 })]));

    expect(stale).toBeInstanceOf(ConflictError);
    expect((stale as ConflictError).details).toMatchObject({
      conflicts: [{ mine: { values: { wte: 5 } }, theirs: { version: 2, values: { wte: 4 } } }],
    });
    expect(await listed()).toMatchObject([{ version: 2, values: { wte: 4 } }]);
  });

  it('are all left out when one breaks a rule, and each rule is named with its field', async () => {
    const before = await listed();
    const wrong = await refusal(
      save([enter(), enter({ values: { ...SCHEME, wte: -1, staffGroup: 'astronauts' } })]),
    );
    expect(wrong).toBeInstanceOf(InvalidInputError);
    expect((wrong as InvalidInputError).faults.map(({ pointer, rule }) => [pointer, rule])).toEqual([
      ['/edits/1/values/staffGroup', 'known-code'],
      ['/edits/1/values/wte', 'within-bounds'],
    ]);
    expect(await listed()).toEqual(before);
  });

  it('are refused where they contradict entries that are in force, with the edit and the field', async () => {
    const line = (commitment: string, share: number): RegisterEdit =>
      enter({
        register: 'growth.service-commitments',
        values: { commitment, statement: 'workforce-line', staffGroup: NURSES, share },
      });
    await save([line('cancer', 0.7)]);
    const tooMuch = await refusal(save([enter(), line('mental-health', 0.4)]));
    expect((tooMuch as InvalidInputError).faults).toEqual([
      {
        pointer: '/edits/1/values/share',
        rule: 'shares-at-most-1',
        message: `the shares of ${NURSES} sum to 110.0 % with this entry; all its work is 100 %`,
        fix: `lower the shares of ${NURSES} by 10.0 % in total`,
      },
    ]);
    expect(await listed()).toHaveLength(1);
    expect((await save([line('mental-health', 0.3)])).entryKeys).toHaveLength(1);
  });

  it('of a base scenario act on what is built on it, until they are withdrawn there', async () => {
    const { entryKeys } = await save(
      [enter({ values: { ...SCHEME, name: 'Inherited' } })],
      fixture.calibratedId,
    );
    const inherited = (await listed()).find(({ values }) => values['name'] === 'Inherited');
    expect(inherited).toMatchObject({ own: false, version: 0, scenario: { id: fixture.calibratedId } });

    await save([enter({ entryKey: entryKeys[0] ?? '', values: null })]);

    expect((await listed()).map(({ values }) => values['name'])).toEqual(['Ward reconfiguration']);
  });

  it('are asked about by reports, which the engine of the run works out once', async () => {
    await untilFresh();
    const question = { kind: 'report', module: 'efficiency' } as const;
    const unit = { scenarioId: fixture.planId, organisationId: fixture.organisation('RR8') };
    const [first, second] = await Promise.all([
      analyses.answerForUnit(unit, question),
      analyses.answerForUnit(unit, question),
    ]);
    expect(second).toEqual(first);
    expect(first.answer).toMatchObject({ module: 'efficiency' });
    expect(JSON.stringify(first.answer)).toContain('Ward reconfiguration');
    const kept = await database.dataSource.query<unknown[]>(
      'SELECT 1 FROM projection_analysis WHERE run_id = ?',
      [first.runId],
    );
    expect(kept).toHaveLength(1);
    const nowhere = await refusal(
      analyses.answerForUnit({ ...unit, organisationId: fixture.organisation('QWO', 'system') }, question),
    );
    expect(nowhere).toBeInstanceOf(NotFoundError);
  });

  it('are worked out for whoever still waits, and stopped when nobody does', async () => {
    await untilFresh();
    const unit = { scenarioId: fixture.planId, organisationId: fixture.organisation('RR8') };
    const figure = { staffGroup: NURSES, measure: 'headcount', month: '2028-03', span: 'month' } as const;
    const question = { kind: 'tornado', figure } as const;
    const [leaving, alone] = [new AbortController(), new AbortController()];
    const left = analyses.answerForUnit(unit, question, leaving.signal);
    const waited = analyses.answerForUnit(unit, question);
    leaving.abort();
    // Who leaves before the other has asked leaves alone, and is stopped; the one who waits is answered either way.
    const [answered, other] = await Promise.allSettled([waited, left]);
    expect(answered).toMatchObject({ status: 'fulfilled' });
    if (other.status === 'fulfilled') expect(other).toEqual(answered);
    else expect(other.reason).toBeInstanceOf(ComputationStoppedError);

    alone.abort();
    const asked = { ...question, figure: { ...figure, month: '2029-03' } };
    const stopped = analyses.answerForUnit(unit, asked, alone.signal);
    await expect(stopped).rejects.toBeInstanceOf(ComputationStoppedError);
    expect(await analyses.answerForUnit(unit, asked)).toMatchObject({ runId: (await waited).runId });
  });

  it('and assumptions are what a change between two scenarios is traced to, to the bit', async () => {
    await untilFresh();
    const organisationId = fixture.organisation('RR8');
    const figure = { staffGroup: NURSES, measure: 'establishment', month: '2028-03', span: 'month' } as const;
    const unit = { scenarioId: fixture.planId, baseScenarioId: fixture.planId, organisationId };
    const same = await analyses.attributionForUnit(unit, figure);
    expect(same.answer).toMatchObject({ parts: [] });

    const tornado = await analyses.answerForUnit(unit, { kind: 'tornado', figure });
    const { bars } = tornado.answer as { bars: { parameter: string; swing: number[] }[] };
    expect(bars.slice(0, 2).map(({ parameter }) => parameter)).toEqual([
      'growth.vacancy-rate-at-start',
      'growth.establishment-growth',
    ]);
    expect(bars[1]?.swing[0]).toBeGreaterThan(1);

    const nobody = { kind: 'tornado', figure: { ...figure, staffGroup: 'astronauts' } } as const;
    const refused = await refusal(analyses.answerForUnit(unit, nobody));
    expect(refused).toBeInstanceOf(InvalidInputError);
    expect((refused as InvalidInputError).faults[0]?.message).toContain('astronauts');
  });
});
