import type { ClaimedRun } from './run-claim.repository';
import type { RunLeaseRepository } from './run-lease.repository';

/** A cancelled run is noticed within this time, however long leases are. */
const LONGEST_BEAT_MILLISECONDS = 1000;

/**
 * Renews the lease of a run while it is worked on, and aborts the work when the run has been taken away.
 * A renewal that fails is tried again at the next beat: the lease outlasts three.
 */
export class RunHeartbeat {
  private readonly timer: NodeJS.Timeout;
  private progress = 0;
  private isBeating = false;

  constructor(
    private readonly run: ClaimedRun,
    private readonly leases: RunLeaseRepository,
    private readonly options: { readonly leaseMilliseconds: number; readonly onLost: () => void },
  ) {
    const pause = Math.min(options.leaseMilliseconds / 3, LONGEST_BEAT_MILLISECONDS);
    this.timer = setInterval(() => void this.beat(), pause);
  }

  /** @param share done, 0 to 1; written with the next beat */
  report(share: number): void {
    this.progress = share;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async beat(): Promise<void> {
    if (this.isBeating) {
      return;
    }
    this.isBeating = true;
    try {
      if (!(await this.leases.renew(this.run, this.progress))) {
        this.options.onLost();
      }
    } catch {
      // The database is away; publication will say so if it stays away.
    } finally {
      this.isBeating = false;
    }
  }
}
