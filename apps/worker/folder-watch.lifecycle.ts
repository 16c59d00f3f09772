import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActualsService, WatchedFolder } from '#monitoring';
import { UnitOfWork } from '#persistence';
import { Clock, Configuration, newId } from '#platform';
import { LeaseRepository, RepeatedTask } from '#queue';

const LEASE = 'watched-folder';
/** Looks at a folder are this much more frequent than the time that files need to settle. */
const LOOKS_WHILE_SETTLING = 4;

/** Takes files from the watched folder, if there is one; one process at a time does. */
@Injectable()
export class FolderWatchLifecycle implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly holder = newId();
  private readonly leases: LeaseRepository;
  private readonly watching: RepeatedTask | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {
    this.leases = new LeaseRepository(dataSource);
    this.watching = this.task();
  }

  onApplicationBootstrap(): void {
    this.watching?.start();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.watching === undefined) return;
    await this.watching.stop();
    await this.leases.release(LEASE, this.holder).catch(() => undefined);
  }

  private task(): RepeatedTask | undefined {
    const { dataSource, clock } = this;
    const { watchedFolder: root, settleMilliseconds, leaseMilliseconds } = this.configuration;
    if (root === undefined) return undefined;
    const actuals = new ActualsService(this.unitOfWork, clock);
    const folder = new WatchedFolder({ dataSource, actuals, clock, root, settleMilliseconds });
    return new RepeatedTask({
      name: 'The watched folder',
      pauseMilliseconds: Math.ceil(settleMilliseconds / LOOKS_WHILE_SETTLING),
      run: async () =>
        (await this.leases.acquire(LEASE, this.holder, leaseMilliseconds)) && (await folder.look()),
    });
  }
}
