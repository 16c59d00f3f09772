import { Logger } from '@nestjs/common';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { AssumptionsService } from '#assumptions';
import type { UnitOfWork } from '#persistence';
import { newId, type Configuration } from '#platform';
import { loadPolicy } from '#policy';
import {
  BullDoorbell,
  BullWorkers,
  JobHandlers,
  LeaseRepository,
  OutboxRelay,
  Reconciler,
  RepeatedTask,
  Scheduler,
} from '#queue';
import { EngineBundleRepository } from '../compute/engine-bundle.repository';
import { readEngineBundle, type EngineBundle } from '../compute/engine-bundle';
import { EngineThreads } from '../compute/engine-threads';
import { putReferenceSetInForce, referenceSetSha256 } from '../compute/reference-set';
import { ReplayService } from '../replay/replay.service';
import { DueRanges } from '../ranges/due-ranges';
import { RangesBell } from '../ranges/ranges-bell';
import { RangeSetRepository } from '../ranges/range-set.repository';
import { RangesRunner } from '../ranges/ranges-runner';
import { DueRollUps } from '../roll-up/due-roll-ups';
import { RollUpService } from '../roll-up/roll-up.service';
import { DueProjections } from '../run/due-work';
import { ProjectionRunner } from '../run/projection-runner';
import { RunClaimRepository } from '../run/run-claim.repository';
import { RunEndRepository } from '../run/run-end.repository';
import { RunInputRepository } from '../run/run-input.repository';
import { RunLeaseRepository } from '../run/run-lease.repository';
import { RunPublicationRepository } from '../run/run-publication.repository';
import { UnitInputs } from '../run/unit-inputs';
import type { FurtherWork } from './further-work';
import { Recalculation } from './recalculation';
import { SystemLanes } from './system-lanes';

/** What a worker is built on. */
export interface WorkerSurroundings {
  readonly dataSource: DataSource;
  readonly unitOfWork: UnitOfWork;
  readonly assumptions: AssumptionsService;
  readonly configuration: Configuration;
  /** What a worker does beside projections: work of libraries that build on them. */
  readonly furtherWork: readonly FurtherWork[];
}

/** A schedule is noticed within this time of coming due. */
const SCHEDULE_POLL_MILLISECONDS = 1000;
/** Roll-ups of one scenario wait for each other; those of different scenarios need not. */
const ROLL_UPS_AT_A_TIME = 2;
/** Drawing takes a core and much memory: one set at a time in a process, on a thread of its own. */
const RANGES_AT_A_TIME = 1;
const PROPOSALS_AT_A_TIME = 1;
/** An attempt waits for somebody else's server. */
const WEBHOOKS_AT_A_TIME = 8;
const RANGES_LIMITS = { milliseconds: 1_800_000, heapMegabytes: 1024 };
/** Part of every set's identity; all organisations of a nation share it, or their draws would not go together. */
const SEED = '0';

/** Everything one worker process does: relay, reconciler, schedules, runs and sums. */
export class ProjectionWorker {
  private readonly logger = new Logger(ProjectionWorker.name);

  private constructor(
    private readonly parts: WorkerParts,
    private readonly tasks: readonly RepeatedTask[],
  ) {}

  /**
   * Puts the program's reference set in force, and sets everything up without starting it.
   *
   * @throws Error when the engine has not been built or a job has no handler
   */
  static async create(surroundings: WorkerSurroundings): Promise<ProjectionWorker> {
    const parts = await createParts(surroundings);
    const { configuration } = surroundings;
    const relay = new RepeatedTask({
      name: 'The relay',
      pauseMilliseconds: configuration.relayPollMilliseconds,
      run: () => parts.relay.relayBatch(),
    });
    const tasks = [
      relay,
      new RepeatedTask({
        name: 'The reconciler',
        pauseMilliseconds: configuration.reconcileMilliseconds,
        run: async () => (await parts.reconciler.reconcile(), false),
      }),
      new RepeatedTask({
        name: 'The scheduler',
        pauseMilliseconds: SCHEDULE_POLL_MILLISECONDS,
        run: async () => (await parts.scheduler.fireDue(), false),
      }),
    ];
    registerHandlers(parts, () => relay.wake());
    return new ProjectionWorker(parts, tasks);
  }

  start(): void {
    this.parts.workers.start();
    this.tasks.forEach((task) => task.start());
  }

  /**
   * Takes no more work, gives what is in hand half of the time to end, and hands the rest back.
   *
   * @param limitMilliseconds after which this returns in any case
   */
  async drain(limitMilliseconds: number): Promise<void> {
    const { workers, runner, ranges, threads, rangesBell, rangeThreads, furtherWork, doorbell, scheduler } =
      this.parts;
    rangesBell.close();
    ranges.handBackAll();
    for (const work of furtherWork) work.handBackAll();
    const handBack = setTimeout(() => runner.handBackAll(), limitMilliseconds / 2);
    const stopping = Promise.all(this.tasks.map((task) => task.stop()));
    await workers.drain(limitMilliseconds * 0.8);
    clearTimeout(handBack);
    await Promise.race([
      stopping,
      new Promise((resolve) => setTimeout(resolve, limitMilliseconds * 0.1).unref()),
    ]);
    await scheduler.release().catch(() => undefined);
    await Promise.all([
      threads.close(),
      rangeThreads.close(),
      ...furtherWork.map((work) => work.close()),
      doorbell.close(),
    ]);
    this.logger.log('Drained.');
  }
}

interface WorkerParts {
  readonly doorbell: BullDoorbell;
  readonly relay: OutboxRelay;
  readonly reconciler: Reconciler;
  readonly scheduler: Scheduler;
  readonly threads: EngineThreads;
  readonly runner: ProjectionRunner;
  readonly recalculation: Recalculation;
  readonly rollUps: RollUpService;
  readonly rangesBell: RangesBell;
  readonly ranges: RangesRunner;
  readonly rangeThreads: EngineThreads;
  readonly furtherWork: readonly FurtherWork[];
  readonly handlers: JobHandlers;
  readonly workers: BullWorkers;
}

async function createParts(surroundings: WorkerSurroundings): Promise<WorkerParts> {
  const { dataSource, unitOfWork, configuration, furtherWork } = surroundings;
  const bundles = new EngineBundleRepository(join(configuration.dataDirectory, 'engines'));
  const bundle = await readEngineBundle(configuration.enginePath);
  const threads = new EngineThreads(configuration.workerThreads);
  const runner = await createRunner(surroundings, { bundle, bundles, threads });
  const location = { redisUrl: configuration.redisUrl, prefix: configuration.queuePrefix };
  const doorbell = new BullDoorbell(location, new SystemLanes(dataSource));
  const handlers = new JobHandlers();
  const leases = new LeaseRepository(dataSource);
  const identity = { holder: processName(), leaseMilliseconds: configuration.leaseMilliseconds };
  const dueProjections = new DueProjections(unitOfWork);
  const dueRollUps = new DueRollUps(dataSource);
  const rangeThreads = new EngineThreads(configuration.workerThreads, RANGES_LIMITS);
  const dueRanges = new DueRanges(unitOfWork, {
    engineVersion: bundle.version,
    seed: SEED,
    draws: configuration.draws,
  });
  const rangesBell = new RangesBell(dueRanges, doorbell);
  return {
    doorbell,
    relay: new OutboxRelay(dataSource, doorbell),
    reconciler: new Reconciler(doorbell, [
      () => dueProjections.find(),
      () => dueRollUps.find(),
      () => dueRanges.find(),
      ...furtherWork.map(({ due }) => due),
    ]),
    scheduler: new Scheduler(dataSource, leases, identity),
    threads,
    runner,
    recalculation: new Recalculation(runner, new ReplayService(dataSource, bundles, threads), unitOfWork),
    rollUps: new RollUpService(unitOfWork),
    ranges: new RangesRunner(
      {
        unitOfWork,
        due: dueRanges,
        sets: new RangeSetRepository(dataSource, unitOfWork, {
          name: identity.holder,
          leaseMilliseconds: identity.leaseMilliseconds,
        }),
        threads: rangeThreads,
        bell: rangesBell,
      },
      { bundle, draws: configuration.draws, seed: SEED },
    ),
    rangesBell,
    rangeThreads,
    furtherWork,
    handlers,
    workers: new BullWorkers(location, handlers, {
      projections: configuration.workerConcurrency,
      'roll-ups': ROLL_UPS_AT_A_TIME,
      ranges: RANGES_AT_A_TIME,
      proposals: PROPOSALS_AT_A_TIME,
      webhooks: WEBHOOKS_AT_A_TIME,
    }),
  };
}

interface EngineParts {
  readonly bundle: EngineBundle;
  readonly bundles: EngineBundleRepository;
  readonly threads: EngineThreads;
}

async function createRunner(
  { dataSource, unitOfWork, assumptions, configuration }: WorkerSurroundings,
  { bundle, bundles, threads }: EngineParts,
): Promise<ProjectionRunner> {
  const policy = loadPolicy();
  const referenceSet = referenceSetSha256(bundle, policy);
  await unitOfWork.run(async (manager) => {
    await bundles.store(manager, bundle);
    await putReferenceSetInForce(manager, referenceSet);
  });
  const inputs = new UnitInputs(assumptions, policy);
  const { leaseMilliseconds } = configuration;
  const claimant = { name: processName(), leaseMilliseconds, referenceSet };
  return new ProjectionRunner(
    {
      claims: new RunClaimRepository(unitOfWork, inputs, claimant),
      inputs: new RunInputRepository(unitOfWork, inputs),
      leases: new RunLeaseRepository(dataSource, leaseMilliseconds),
      publications: new RunPublicationRepository(unitOfWork),
      ends: new RunEndRepository(unitOfWork),
      threads,
    },
    { bundle, leaseMilliseconds },
  );
}

/** @param published called after a publication, which has left a message in the outbox */
function registerHandlers(parts: WorkerParts, published: () => void): void {
  parts.handlers
    .register('project-unit', async (unit) => {
      if ((await parts.runner.project(unit)) === 'published') {
        published();
      }
    })
    .register('recalculate-unit', async (unit) => {
      if (await parts.recalculation.recalculate(unit)) {
        published();
      }
    })
    .register('roll-up-scenario', async ({ scenarioId }) => {
      if ((await parts.rollUps.rollUp(scenarioId)) > 0) parts.rangesBell.afterSums(scenarioId);
    })
    .register('draw-ranges', async ({ rollUpId }) => {
      await parts.ranges.draw(rollUpId);
    });
  for (const work of parts.furtherWork) work.register(parts.handlers);
}

const PROCESS_ID = newId().slice(-8);

/** Tells this process from every other on any machine, also from an earlier one with the same number. */
function processName(): string {
  return `${hostname().slice(0, 20)}:${process.pid}:${PROCESS_ID}`;
}
