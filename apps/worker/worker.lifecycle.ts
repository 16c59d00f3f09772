import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditSealer } from '#access';
import { AssumptionsService } from '#assumptions';
import { openProposalWork } from '#optimisation/proposals';
import { UnitOfWork } from '#persistence';
import { Configuration, newId } from '#platform';
import { ProjectionWorker } from '#projections';
import { ReleaseDrafts } from '#publication';
import { LeaseRepository, RepeatedTask } from '#queue';
import { openWebhookWork } from '#webhooks';

/** Work in hand gets this long to end before it is left to other workers. */
const DRAIN_MILLISECONDS = 8_000;
const SEAL_MILLISECONDS = 1_000;
const SEALER_LEASE = 'audit-sealer';
/** What a killed publication left is removed this late at most, unless the next one does it. */
const CLEAN_MILLISECONDS = 600_000;

/** Starts the worker with its process and drains it before the database connections close. */
@Injectable()
export class WorkerLifecycle implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly holder = newId();
  private readonly leases: LeaseRepository;
  private readonly sealing: RepeatedTask;
  private readonly cleaning: RepeatedTask;
  private worker: ProjectionWorker | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly assumptions: AssumptionsService,
    private readonly sealer: AuditSealer,
    private readonly configuration: Configuration,
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
  }

  async onApplicationBootstrap(): Promise<void> {
    const { dataSource, unitOfWork, assumptions, configuration } = this;
    const furtherWork = [
      await openProposalWork(dataSource, unitOfWork, configuration),
      await openWebhookWork(dataSource, unitOfWork, configuration),
    ];
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
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.drain(DRAIN_MILLISECONDS);
    await Promise.all([this.sealing.stop(), this.cleaning.stop()]);
    await this.leases.release(SEALER_LEASE, this.holder).catch(() => undefined);
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
