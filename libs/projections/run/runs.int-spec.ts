import { join } from 'node:path';
import { loadPolicy } from '#policy';
import { loadConfiguration } from '#platform';
import { openProjectionFixture, type ProjectionFixture } from '../../../test/support/projection.fixture';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import type { ComputedResult } from '../compute/computed-result';
import { readEngineBundle, type EngineBundle } from '../compute/engine-bundle';
import { EngineThreads } from '../compute/engine-threads';
import { putReferenceSetInForce } from '../compute/reference-set';
import { JobsService } from '../jobs/jobs.service';
import { ProjectionsService } from '../projections.service';
import { DueProjections } from './due-work';
import { ProjectionRunner } from './projection-runner';
import { RunClaimRepository, type ClaimedRun } from './run-claim.repository';
import { RunEndRepository } from './run-end.repository';
import { RunInputRepository } from './run-input.repository';
import { RunLeaseRepository } from './run-lease.repository';
import { RunPublicationRepository } from './run-publication.repository';
import { UnitInputs } from './unit-inputs';

const LEASE_MILLISECONDS = 60_000;
const REFERENCE_SET = 'reference-set-of-the-test';

describe('runs of a unit', () => {
  let database: TestDatabase;
  let fixture: ProjectionFixture;
  let bundle: EngineBundle;
  const threads = new EngineThreads(1);

  beforeAll(async () => {
    bundle = await readEngineBundle(loadConfiguration({}).enginePath);
  });

  beforeEach(async () => {
    database = await createTestDatabase();
    fixture = await openProjectionFixture(database.dataSource);
    await fixture.unitOfWork.run((manager) => putReferenceSetInForce(manager, REFERENCE_SET));
  });

  afterEach(() => database.close());
  afterAll(() => threads.close());

  const unit = (code = 'RR8') => ({ scenarioId: fixture.planId, organisationId: fixture.organisation(code) });
  const identity = () => ({ engineVersion: bundle.version, seed: '0', draws: 0 });
  const partsOf = (name: string, referenceSet = REFERENCE_SET) => {
    const { unitOfWork, assumptions } = fixture;
    const inputs = new UnitInputs(assumptions, loadPolicy());
    const claimant = { name, leaseMilliseconds: LEASE_MILLISECONDS, referenceSet };
    return {
      claims: new RunClaimRepository(unitOfWork, inputs, claimant),
      inputs: new RunInputRepository(unitOfWork, inputs),
      leases: new RunLeaseRepository(database.dataSource, LEASE_MILLISECONDS),
      publications: new RunPublicationRepository(unitOfWork),
      ends: new RunEndRepository(unitOfWork),
      threads,
    };
  };
  const runnerOf = (name: string) =>
    new ProjectionRunner(partsOf(name), { bundle, leaseMilliseconds: LEASE_MILLISECONDS });

  const claim = async (worker: string): Promise<ClaimedRun> => {
    const outcome = await partsOf(worker).claims.claim(unit(), identity());
    if (outcome.kind !== 'claimed') throw new Error(`${worker} could not claim: ${JSON.stringify(outcome)}`);
    return outcome.run;
  };
  const compute = async (run: ClaimedRun): Promise<ComputedResult> => {
    const input = await partsOf('reader').inputs.read(run);
    if (input === null) throw new Error('the input has moved on');
    await partsOf('reader').inputs.store(run, input);
    const control = { signal: new AbortController().signal, onProgress: () => undefined };
    return threads.compute({ bundlePath: bundle.path, input: input.text }, control);
  };
  const publish = (run: ClaimedRun, result: ComputedResult) =>
    partsOf('publisher').publications.publish(run, result);
  const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    database.dataSource.query(sql, parameters);
  const publishedVersion = async () => {
    const [row] = await query<{ version: number }>(
      'SELECT published_version AS version FROM projection_unit WHERE scenario_id = ? AND organisation_id = ?',
      [unit().scenarioId, unit().organisationId],
    );
    return Number(row?.version);
  };
  const stateOf = async (run: ClaimedRun) =>
    (await query<{ state: string }>('SELECT state FROM projection_run WHERE id = ?', [run.id]))[0]?.state;
  const loseWorker = (run: ClaimedRun) =>
    query('UPDATE projection_run SET lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = ?', [
      run.id,
    ]);
  const dueCodes = async () => {
    const due = await new DueProjections(fixture.unitOfWork).find();
    return due.map(({ payload }) =>
      ['RR8', 'RWY', 'RTG'].find(
        (code) => 'organisationId' in payload && payload.organisationId === unit(code).organisationId,
      ),
    );
  };

  it('gives a run to one worker at a time', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, worker) => partsOf(`worker-${worker}`).claims.claim(unit(), identity())),
    );
    expect(outcomes.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'reason' in outcome && outcome.reason === 'in-hand')).toHaveLength(5);
    expect(await dueCodes()).toEqual(expect.not.arrayContaining(['RR8']));
  });

  it('does not let an older run publish over a newer one', async () => {
    const older = await claim('slow');
    const olderResult = await compute(older);
    await fixture.edit('RR8', 0.2);
    const newer = await claim('quick');
    expect(newer.inputVersion).toBeGreaterThan(older.inputVersion);
    expect(await publish(newer, await compute(newer))).toBe('published');
    expect(await publish(older, olderResult)).toBe('superseded');
    expect(await publishedVersion()).toBe(newer.inputVersion);
    expect(await stateOf(older)).toBe('superseded');
    expect(await query('SELECT 1 FROM projection_series WHERE result_id = ?', [older.id])).toEqual([]);
  });

  it('refuses a worker that comes back after another has taken over', async () => {
    const zombie = await claim('zombie');
    const result = await compute(zombie);
    await loseWorker(zombie);
    const heir = await claim('heir');
    expect(heir).toMatchObject({ id: zombie.id, attempt: 2 });
    expect(await publish(zombie, result)).toBe('lost');
    expect(await partsOf('zombie').leases.renew(zombie, 0.5)).toBe(false);
    expect(await publish(heir, result)).toBe('published');
    expect(await publish(zombie, result)).toBe('lost');
    expect(await query('SELECT 1 FROM publish_log')).toHaveLength(1);
  });

  it('quarantines a unit whose workers die three times, and lets its next input through', async () => {
    for (const attempt of [1, 2, 3]) {
      const run = await claim(`victim-${attempt}`);
      expect(run.attempt).toBe(attempt);
      await loseWorker(run);
    }
    expect(await dueCodes()).toContain('RR8');
    expect(await partsOf('fourth').claims.claim(unit(), identity())).toEqual({ kind: 'quarantined' });
    expect(await dueCodes()).not.toContain('RR8');
    expect(await dueCodes()).toContain('RWY');
    const service = new ProjectionsService(fixture.unitOfWork);
    const status = await service.status(unit().scenarioId, unit().organisationId);
    expect(status.freshness).toMatchObject({ state: 'failed' });
    expect(status.units[0]?.quarantineReason).toContain('the worker process ended');
    await fixture.edit('RR8', 0.2);
    expect(await dueCodes()).toContain('RR8');
    expect(await runnerOf('fifth').project(unit())).toBe('published');
    expect((await service.status(unit().scenarioId, unit().organisationId)).freshness.state).toBe(
      'up-to-date',
    );
  });

  it('quarantines what the engine refuses, with its reason, and blocks nobody', async () => {
    await query(
      `UPDATE baseline_cell c JOIN round_participant p ON p.baseline_snapshot_id = c.snapshot_id
          SET c.headcount = -c.headcount WHERE p.organisation_id = ? AND c.band_code = 'band-6'`,
      [unit().organisationId],
    );
    const runner = runnerOf('worker');
    expect(await runner.project(unit())).toBe('failed');
    expect(await runner.project(unit('RWY'))).toBe('published');
    expect(await runner.project(unit())).toBe('failed');
    expect(await runner.project(unit())).toBe('quarantined');
    expect(await runner.project(unit())).toBe('quarantined');
    const [row] = await query<{ reason: string }>(
      'SELECT quarantine_reason AS reason FROM projection_unit WHERE quarantine_reason IS NOT NULL',
    );
    expect(row?.reason).toMatch(/attempts did not end in a result: .*negative/);
    expect(await query("SELECT 1 FROM audit_entry WHERE action = 'projection.quarantined'")).toHaveLength(1);
  });

  it('tries a quarantined unit again, three times, when a person asks', async () => {
    for (const attempt of [1, 2, 3]) await loseWorker(await claim(`worker-${attempt}`));
    expect(await partsOf('fourth').claims.claim(unit(), identity())).toEqual({ kind: 'quarantined' });
    const jobs = new JobsService(fixture.unitOfWork);
    const stateOf = async () => (await jobs.overview(new Set([unit().organisationId]))).jobs[0];
    expect(await stateOf()).toMatchObject({ state: 'quarantined', attempts: 3 });
    expect((await stateOf())?.waitingSince).not.toBeNull();

    await jobs.retry(unit(), { id: fixture.editor.id, correlationId: null });

    expect(await stateOf()).toMatchObject({ state: 'failed' });
    for (const attempt of [4, 5]) await loseWorker(await claim(`worker-${attempt}`));
    expect(await runnerOf('sixth').project(unit())).toBe('published');
    expect(await stateOf()).toMatchObject({ state: 'up-to-date', waitingSince: null, attempts: 6 });
  });

  it('stops at a cancellation, and starts again when it is asked for', async () => {
    const service = new ProjectionsService(fixture.unitOfWork);
    const run = await claim('worker');
    const result = await compute(run);
    expect(await service.cancelRun(run.id, fixture.editor)).toBe(true);
    expect(await partsOf('worker').leases.renew(run, 0.5)).toBe(false);
    expect(await publish(run, result)).toBe('lost');
    expect(await dueCodes()).not.toContain('RR8');
    expect(await runnerOf('other').project(unit())).toBe('cancelled');
    expect(await service.cancelRun(run.id)).toBe(false);
    await service.requestRun(unit().scenarioId, unit().organisationId, fixture.editor);
    expect(await runnerOf('other').project(unit())).toBe('published');
  });

  it('counts an attempt that was handed back at shutdown for nothing', async () => {
    for (const attempt of [1, 2, 3, 4]) {
      const run = await claim(`worker-${attempt}`);
      await partsOf('worker').ends.handBack(run);
    }
    expect(await runnerOf('last').project(unit())).toBe('published');
  });

  it('leaves the work to the workers of the reference set in force', async () => {
    const outcome = await partsOf('old', 'an older set').claims.claim(unit(), identity());
    expect(outcome).toEqual({ kind: 'nothing-to-do', reason: 'other-version' });
  });

  it('does not try to project an organisation without an opening position', async () => {
    await query('UPDATE round_participant SET baseline_snapshot_id = NULL WHERE organisation_id = ?', [
      unit().organisationId,
    ]);
    expect(await runnerOf('worker').project(unit())).toBe('no-baseline');
    expect(await dueCodes()).toEqual(
      ['RWY', 'RTG'].sort((a, b) => (unit(a).organisationId < unit(b).organisationId ? -1 : 1)),
    );
  });

  it('ends as superseded what an older worker left running', async () => {
    const abandoned = await claim('gone');
    await fixture.edit('RR8', 0.2);
    expect(await runnerOf('worker').project(unit())).toBe('published');
    await loseWorker(abandoned);
    await new DueProjections(fixture.unitOfWork).find();
    expect(await stateOf(abandoned)).toBe('superseded');
  });
});

describe('EngineThreads', () => {
  const folder = join(__dirname, '../../../test/support/bundles');
  const control = (signal = new AbortController().signal) => ({ signal, onProgress: () => undefined });
  const task = (name: string) => ({ bundlePath: join(folder, name), input: '{}' });

  it('ends a computation that does not end, and goes on with the next', async () => {
    const threads = new EngineThreads(1, { milliseconds: 5000, heapMegabytes: 64 });
    await expect(threads.compute(task('endless.cjs'), control())).rejects.toThrow('No result after 5000 ms');
    await expect(threads.compute(task('refusing.cjs'), control())).rejects.toThrow('refused for a test');
    await threads.close();
  });

  it('outlives a computation that takes all memory', async () => {
    const threads = new EngineThreads(1, { milliseconds: 30_000, heapMegabytes: 32 });
    await expect(threads.compute(task('greedy.cjs'), control())).rejects.toThrow(/memory/);
    await expect(threads.compute(task('refusing.cjs'), control())).rejects.toThrow('refused for a test');
    await threads.close();
  });

  it('stops when it is told to', async () => {
    const threads = new EngineThreads(1, { milliseconds: 30_000, heapMegabytes: 64 });
    const controller = new AbortController();
    const computation = threads.compute(task('endless.cjs'), control(controller.signal));
    controller.abort();
    await expect(computation).rejects.toThrow('stopped');
    await threads.close();
  });
});
