import { Logger } from '@nestjs/common';
import { createWorker, until } from '../../test/support/projection-worker.fixture';
import { openProjectionFixture, type ProjectionFixture } from '../../test/support/projection.fixture';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { createTestRedis, type TestRedis } from '../../test/support/test-redis';
import { ProjectionsService } from './projections.service';
import type { ProjectionWorker } from './worker/projection-worker';

describe('projections', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let fixture: ProjectionFixture;
  let service: ProjectionsService;
  const workers: ProjectionWorker[] = [];

  beforeAll(() => {
    Logger.overrideLogger(['error']);
  });

  beforeEach(async () => {
    database = await createTestDatabase();
    redis = createTestRedis();
    fixture = await openProjectionFixture(database.dataSource);
    service = new ProjectionsService(fixture.unitOfWork);
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.drain(4000)));
    await redis.close();
    await database.close();
  });

  const startWorker = async (settings: Record<string, string> = {}): Promise<ProjectionWorker> => {
    const worker = await createWorker(fixture, { database, redis, settings });
    workers.push(worker);
    worker.start();
    return worker;
  };
  const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    database.dataSource.query(sql, parameters);
  const england = () => fixture.organisation('ENG');
  const stateOf = async (code: string) =>
    (await service.status(fixture.planId, fixture.organisation(code))).freshness.state;
  const untilFresh = (code = 'ENG') =>
    until(`${code} to be up to date`, async () => (await stateOf(code)) === 'up-to-date');
  const published = (code: string) =>
    query<{ version: number; runId: string }>(
      `SELECT published_version AS version, published_run_id AS runId FROM projection_unit
        WHERE scenario_id = ? AND organisation_id = ?`,
      [fixture.planId, fixture.organisation(code)],
    ).then(([row]) => row ?? { version: 0, runId: '' });

  it('publishes every unit and the sums above, and says so', async () => {
    expect(await stateOf('ENG')).toBe('recalculating');
    await startWorker();
    await untilFresh();
    const status = await service.status(fixture.planId, england());
    expect(status.units.map(({ freshness }) => freshness.state)).toEqual([
      'up-to-date',
      'up-to-date',
      'up-to-date',
    ]);
    const overview = await service.overview(fixture.planId, england());
    expect(overview.years.map(({ label }) => label)).toEqual([
      '2025/26',
      '2026/27',
      '2027/28',
      '2028/29',
      '2029/30',
      '2030/31',
    ]);
    expect(overview.result?.kind).toBe('roll-up');
    expect(overview.coverage.organisationsIncluded).toBe(3);
  });

  it('shows an edit in the unit, its system and England, and nothing else', async () => {
    await startWorker();
    await untilFresh();
    const before = await published('RWY');
    const staff = async (code: string) =>
      (await service.overview(fixture.planId, fixture.organisation(code))).staffGroups[0]?.lines
        .staffInPost[5] ?? 0;
    const [unit, system, other, nation] = [
      await staff('RR8'),
      await staff('QWO'),
      await staff('QJ2'),
      await staff('ENG'),
    ];
    await fixture.edit('RR8', 0.2);
    expect(await stateOf('RR8')).toBe('recalculating');
    expect(await stateOf('QWO')).toBe('recalculating');
    await untilFresh();
    const change = (await staff('RR8')) - unit;
    expect(change).toBeLessThan(-1);
    expect((await staff('QWO')) - system).toBeCloseTo(change, 6);
    expect((await staff('ENG')) - nation).toBeCloseTo(change, 6);
    expect(await staff('QJ2')).toBe(other);
    expect(await published('RWY')).toEqual(before);
  });

  it('sums organisations to England, and nets moves within a system in the flows only', async () => {
    await startWorker();
    await untilFresh();
    const overviewOf = (code: string) => service.overview(fixture.planId, fixture.organisation(code));
    const [nation, ...units] = await Promise.all(['ENG', 'RR8', 'RWY', 'RTG'].map(overviewOf));
    expect(nation?.staffGroups.filter(({ isLeaf }) => isLeaf)).toHaveLength(3);
    for (const group of nation?.staffGroups ?? []) {
      const parts = units.map((unit) => unit.staffGroups.find(({ code }) => code === group.code));
      group.lines.staffInPost.forEach((fte, year) => {
        const sum = parts.reduce((total, part) => total + (part?.lines.staffInPost[year] ?? 0), 0);
        expect(fte).toBeCloseTo(sum, 6);
      });
      expect(group.vacancyRate).toEqual(group.vacancyRate.map(() => null));
    }
    const partOf = (overview: (typeof units)[number] | undefined, code: string) =>
      overview?.bridge?.parts.find((part) => part.code === code)?.value ?? 0;
    const gross = units.reduce((sum, unit) => sum + partOf(unit, 'joiners-same-system'), 0);
    // One trust of Derby and Derbyshire takes part: its moves within the system are with trusts that do not.
    expect((await overviewOf('QJ2')).netting.joiners).toBe(0);
    expect(nation?.netting.joiners).toBeGreaterThan(10);
    expect(partOf(nation, 'joiners-same-system')).toBeLessThan(gross - 10);
    expect(nation?.netting).toEqual((await overviewOf('QWO')).netting);
    for (const bridge of [nation, ...units].flatMap((overview) => Object.values(overview?.bridges ?? {}))) {
      const micro = (value: number) => Math.round(value * 1e6);
      const parts = bridge.parts.reduce((sum, { value }) => sum + micro(value), 0);
      expect(micro(bridge.opening.value) + parts).toBe(micro(bridge.closing.value));
    }
  });

  it('tells followers of every change, without Redis', async () => {
    await startWorker();
    await untilFresh();
    const seen: string[] = [];
    const codes = new Map(['RR8', 'RWY', 'QWO', 'ENG'].map((code) => [fixture.organisation(code), code]));
    const following = service.events(fixture.planId).subscribe(({ organisationId, state }) => {
      seen.push(`${codes.get(organisationId) ?? 'other'} ${state}`);
    });
    await until('the state of all', () => Promise.resolve(seen.length >= 7));
    expect(seen.every((event) => event.endsWith('up-to-date'))).toBe(true);
    seen.length = 0;
    await fixture.edit('RR8', 0.2);
    await until('the new figures', () =>
      Promise.resolve(
        ['RR8 up-to-date', 'QWO up-to-date', 'ENG up-to-date'].every((event) => seen.includes(event)),
      ),
    );
    expect(seen.filter((event) => event.startsWith('RWY'))).toEqual([]);
    following.unsubscribe();
  });

  it('has nothing to show before the first publication, and says what is missing', async () => {
    const overview = await service.overview(fixture.planId, fixture.organisation('QWO'));
    expect(overview).toMatchObject({ result: null, staffGroups: [], bridge: null, baseline: null });
    expect(overview.years).toHaveLength(6);
    expect(overview.coverage.organisationsIncluded).toBe(0);
    expect(overview.coverage.missing.map(({ code }) => code)).toEqual(expect.arrayContaining(['RR8', 'RWY']));
    await expect(service.overview(fixture.planId, fixture.planId)).rejects.toThrow('not part of the round');
  });

  it('publishes once however often a unit is run', async () => {
    await startWorker();
    await startWorker({ WHOLETIME_WORKER_CONCURRENCY: '8' });
    const { planId: scenarioId } = fixture;
    const organisationId = fixture.organisation('RR8');
    const payload = JSON.stringify({ scenarioId, organisationId });
    await query(
      `INSERT INTO outbox (topic, payload, created_at) VALUES ${Array(30).fill("('projection.requested', ?, NOW(6))").join(',')}`,
      Array<string>(30).fill(payload),
    );
    await untilFresh();
    await until('the outbox to be empty', async () => {
      const rows = await query('SELECT 1 FROM outbox WHERE relayed_at IS NULL');
      return rows.length === 0;
    });
    const log = await query<{ n: number }>(
      'SELECT COUNT(*) AS n FROM publish_log GROUP BY scenario_id, organisation_id',
    );
    expect(log.map(({ n }) => Number(n))).toEqual([1, 1, 1]);
    const runs = await query<{ state: string }>('SELECT state FROM projection_run');
    expect(runs.map(({ state }) => state)).toEqual(['published', 'published', 'published']);
  });

  it('converges when Redis has lost everything between the commit and the job', async () => {
    const worker = await createWorker(fixture, { database, redis });
    await fixture.edit('RR8', 0.2);
    await query('UPDATE outbox SET relayed_at = NOW(6)');
    workers.push(worker);
    worker.start();
    await untilFresh();
    await fixture.edit('RTG', 0.15);
    const keys = await redis.client.keys(`${redis.prefix}*`);
    if (keys.length > 0) await redis.client.del(...keys);
    await untilFresh();
  });

  it('comes out the same to the bit when it is calculated again, and the audit trail says so', async () => {
    await startWorker();
    await untilFresh();
    const runs = await query<{ id: string; state: string }>(
      'SELECT id, state FROM projection_run ORDER BY id',
    );
    expect(await service.requestRun(fixture.planId, england(), fixture.editor)).toBe(3);
    await until('three confirmations', async () => {
      const rows = await query("SELECT 1 FROM audit_entry WHERE action = 'projection.confirmed'");
      return rows.length === 3;
    });
    expect(await query('SELECT id, state FROM projection_run ORDER BY id')).toEqual(runs);
    expect(await stateOf('ENG')).toBe('up-to-date');
  });

  it('finds a result that was tampered with', async () => {
    await startWorker();
    await untilFresh('RR8');
    const { runId } = await published('RR8');
    const [row] = await query<{ content: Buffer }>(
      "SELECT content FROM projection_series WHERE result_id = ? AND staff_group_code = 'midwives'",
      [runId],
    );
    const content = Buffer.from(row?.content ?? '');
    const [months, nameBytes] = [content.readUInt16LE(4), content.readUInt16LE(12)];
    const names = content
      .toString('ascii', 16, 16 + nameBytes)
      .trimEnd()
      .split(' ');
    const at = 16 + nameBytes + 8 * (names.indexOf('headcount') * months + 7);
    content.writeDoubleLE(content.readDoubleLE(at) + 1, at);
    await query(
      "UPDATE projection_series SET content = ? WHERE result_id = ? AND staff_group_code = 'midwives'",
      [content, runId],
    );
    await service.requestRun(fixture.planId, fixture.organisation('RR8'));
    let detail = '';
    await until('a contradiction', async () => {
      const [entry] = await query<{ detail: string }>(
        "SELECT detail FROM audit_entry WHERE action = 'projection.contradicted' AND entity_id = ?",
        [runId],
      );
      detail = entry?.detail ?? '';
      return detail !== '';
    });
    expect(JSON.parse(detail)).toMatchObject({
      isSame: false,
      differenceCount: 1,
      differences: [{ staffGroup: 'midwives', measure: 'headcount', month: '2026-07' }],
    });
  });

  it('recalculates everything when another reference set comes into force', async () => {
    await startWorker();
    await untilFresh();
    const before = await published('RR8');
    await query("UPDATE input_layer SET version = version + 1 WHERE kind = 'policy'");
    await untilFresh();
    expect((await published('RR8')).version).toBe(Number(before.version) + 1);
  });
});
