import { Logger } from '@nestjs/common';
import { isFaultOfDatabase } from '#persistence';
import { failpoint, observeRun } from '#platform';
import type { ProjectionUnit } from '#queue';
import { ComputationStoppedError } from '../compute/compute-errors';
import type { EngineBundle } from '../compute/engine-bundle';
import type { EngineThreads } from '../compute/engine-threads';
import type { NothingToDo } from './claim-decision';
import type { CannotDo, ClaimedRun, RunClaimRepository } from './run-claim.repository';
import type { RunEndRepository } from './run-end.repository';
import { RunHeartbeat } from './run-heartbeat';
import type { RunInputRepository } from './run-input.repository';
import type { RunLeaseRepository } from './run-lease.repository';
import type { PublicationOutcome, RunPublicationRepository } from './run-publication.repository';

/** What became of one ring for a unit. */
export type ProjectionOutcome =
  PublicationOutcome | NothingToDo | CannotDo | 'failed' | 'outdated' | 'handed-back';

/** What a runner works with. */
export interface RunnerParts {
  readonly claims: RunClaimRepository;
  readonly inputs: RunInputRepository;
  readonly leases: RunLeaseRepository;
  readonly publications: RunPublicationRepository;
  readonly ends: RunEndRepository;
  readonly threads: EngineThreads;
}

/** What every run of this process has in common. */
export interface RunnerOptions {
  readonly bundle: EngineBundle;
  readonly leaseMilliseconds: number;
}

/** Claims in a row that may each meet a newer input; then the reconciler rings again. */
const CLAIMS_PER_RING = 5;
const CENTRAL_CASE = { seed: '0', draws: 0 };
const INPUT_READ = 0.1;
const COMPUTED = 0.95;

/** Claims a unit's run, computes it off the main thread, and publishes it. */
export class ProjectionRunner {
  private readonly logger = new Logger(ProjectionRunner.name);
  private readonly inHand = new Set<AbortController>();
  private isEnding = false;

  constructor(
    private readonly parts: RunnerParts,
    private readonly options: RunnerOptions,
  ) {}

  /** Projects a unit on its newest input, unless that is published, in hand, cancelled or quarantined. */
  async project(unit: ProjectionUnit): Promise<ProjectionOutcome> {
    const identity = { engineVersion: this.options.bundle.version, ...CENTRAL_CASE };
    failpoint('worker.job-taken');
    for (let claim = 0; claim < CLAIMS_PER_RING; claim += 1) {
      const outcome = await this.parts.claims.claim(unit, identity);
      if (outcome.kind !== 'claimed') {
        return outcome.kind === 'quarantined' ? 'quarantined' : outcome.reason;
      }
      const started = performance.now();
      const ended = await this.work(outcome.run);
      observeRun(ended, (performance.now() - started) / 1000);
      if (ended !== 'outdated') {
        return ended;
      }
    }
    return 'outdated';
  }

  /** Stops what is being computed and leaves it to other workers. */
  handBackAll(): void {
    this.isEnding = true;
    this.inHand.forEach((controller) => controller.abort());
  }

  private async work(run: ClaimedRun): Promise<ProjectionOutcome> {
    const controller = new AbortController();
    const { leaseMilliseconds } = this.options;
    const heartbeat = new RunHeartbeat(run, this.parts.leases, {
      leaseMilliseconds,
      onLost: () => controller.abort(),
    });
    this.inHand.add(controller);
    try {
      return await this.computeAndPublish(run, controller.signal, (share) => heartbeat.report(share));
    } catch (error) {
      return await this.end(run, error instanceof Error ? error : new Error(String(error)));
    } finally {
      heartbeat.stop();
      this.inHand.delete(controller);
    }
  }

  private async computeAndPublish(
    run: ClaimedRun,
    signal: AbortSignal,
    report: (share: number) => void,
  ): Promise<ProjectionOutcome> {
    const input = await this.parts.inputs.read(run);
    if (input === null) {
      await this.parts.ends.endOutdated(run);
      return 'outdated';
    }
    failpoint('worker.input-read');
    await this.parts.inputs.store(run, input);
    report(INPUT_READ);
    const task = { bundlePath: this.options.bundle.path, input: input.text };
    const onProgress = (share: number): void => report(INPUT_READ + share * (COMPUTED - INPUT_READ));
    const result = await this.parts.threads.compute(task, { signal, onProgress });
    report(COMPUTED);
    const outcome = await this.parts.publications.publish(run, {
      ...result,
      notices: [...input.notices, ...result.notices],
    });
    failpoint('worker.after-commit');
    return outcome;
  }

  private async end(run: ClaimedRun, error: Error): Promise<ProjectionOutcome> {
    if (error instanceof ComputationStoppedError) {
      if (!this.isEnding) {
        return 'lost';
      }
      await this.parts.ends.handBack(run);
      return 'handed-back';
    }
    if (isFaultOfDatabase(error)) {
      // Not the unit's doing: it must not be held back for it. While even this cannot be written, the lease runs out.
      await this.parts.ends.handBack(run);
      throw error;
    }
    this.logger.error(`Run ${run.id}, attempt ${run.attempt}, failed: ${error.message}`);
    const isQuarantined = await this.parts.ends.endFailed(run, error);
    return isQuarantined ? 'quarantined' : 'failed';
  }
}
