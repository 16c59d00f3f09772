import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditSealer } from '#access';
import { AssumptionsService } from '#assumptions';
import { ActualsService, WatchedFolder } from '#monitoring';
import { openProposalWork } from '#optimisation/proposals';
import { UnitOfWork } from '#persistence';
import { Clock, Configuration, newId } from '#platform';
import { ProjectionWorker } from '#projections';
import { ReleaseDrafts } from '#publication';
import { LeaseRepository, RepeatedTask } from '#queue';

/** Work in hand gets this long to end before it is left to other workers. */
const DRAIN_MILLISECONDS = 8_000;
const SEAL_MILLISECONDS = 1_000;
const SEALER_LEASE = 'audit-sealer';
const FOLDER_LEASE = 'watched-folder';
/** Looks at a folder are this much more frequent than the time that files need to settle. */
const LOOKS_WHILE_SETTLING = 4;
/** What a killed publication left is removed this late at most, unless the next one does it. */
const CLEAN_MILLISECONDS = 600_000;

/** Starts the worker with its process and drains it before the database connections close. */
@Injectable()
export class WorkerLifecycle implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly holder = newId();
  private readonly leases: LeaseRepository;
  private readonly sealing: RepeatedTask;
  private readonly cleaning: RepeatedTask;
  private readonly watching: RepeatedTask | undefined;
  private worker: ProjectionWorker | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly assumptions: AssumptionsService,
    private readonly sealer: AuditSealer,
    private readonly configuration: Configuration,
    clock: Clock,
  ) {
    this.leases = new LeaseRepository(dataSource);
    this.sealing = new RepeatedTask({
      name: 'The audit sealer',
      pauseMilliseconds: SEAL_MILLISECONDS,
      run: () => this.seal(),
    });
    const drafts = new ReleaseDrafts(dataSource);
    this.cleaning = new RepeatedTask({
      name: 'The removal of unfinished releases',
      pauseMilliseconds: CLEAN_MILLISECONDS,
      run: async () => {
        await drafts.clean();
        return false;
      },
    });
    this.watching = this.watchedFolder(clock);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { dataSource, unitOfWork, assumptions, configuration } = this;
    const furtherWork = [await openProposalWork(dataSource, unitOfWork, configuration)];
    this.worker = await ProjectionWorker.create({
      dataSource,
      unitOfWork,
      assumptions,
      configuration,
      furtherWork,
    });
    this.worker.start();
    this.sealing.start();
    this.cleaning.start();
    this.watching?.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.drain(DRAIN_MILLISECONDS);
    await Promise.all([this.sealing.stop(), this.cleaning.stop(), this.watching?.stop()]);
    for (const lease of [SEALER_LEASE, FOLDER_LEASE]) {
      await this.leases.release(lease, this.holder).catch(() => undefined);
    }
  }

  /** Takes files from the watched folder, if there is one; one process at a time does. */
  private watchedFolder(clock: Clock): RepeatedTask | undefined {
    const { watchedFolder: root, settleMilliseconds, leaseMilliseconds } = this.configuration;
    if (root === undefined) return undefined;
    const actuals = new ActualsService(this.unitOfWork, clock);
    const folder = new WatchedFolder({
      dataSource: this.dataSource,
      actuals,
      clock,
      root,
      settleMilliseconds,
    });
    return new RepeatedTask({
      name: 'The watched folder',
      pauseMilliseconds: Math.ceil(settleMilliseconds / LOOKS_WHILE_SETTLING),
      run: async () =>
        (await this.leases.acquire(FOLDER_LEASE, this.holder, leaseMilliseconds)) && (await folder.look()),
    });
  }

  /** One process at a time chains the audit trail. */
  private async seal(): Promise<boolean> {
    const { leaseMilliseconds } = this.configuration;
    if (!(await this.leases.acquire(SEALER_LEASE, this.holder, leaseMilliseconds))) {
      return false;
    }
    const { hasMore } = await this.sealer.seal();
    return hasMore;
  }
}
