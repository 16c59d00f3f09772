import { Logger } from '@nestjs/common';
import type { Doorbell } from '#queue';
import { SETTLED_SECONDS, type DueRanges } from './due-ranges';

/** A moment more than a sum needs to stand, so that it is found. */
const MARGIN_MILLISECONDS = 100;

/**
 * Rings for the ranges of a scenario as soon as they can be drawn: when its sums have stood long enough, and
 * when those below a sum are there. What it misses the reconciler finds.
 */
export class RangesBell {
  private readonly logger = new Logger(RangesBell.name);
  /** One for each scenario; a newer sum of it starts anew. */
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly due: DueRanges,
    private readonly doorbell: Doorbell,
  ) {}

  /** The sums of a scenario have changed. */
  afterSums(scenarioId: string): void {
    clearTimeout(this.timers.get(scenarioId));
    const wait = SETTLED_SECONDS * 1000 + MARGIN_MILLISECONDS;
    const timer = setTimeout(() => {
      this.timers.delete(scenarioId);
      void this.ring(scenarioId);
    }, wait);
    this.timers.set(scenarioId, timer.unref());
  }

  /** Rings for what can be drawn of a scenario now. */
  async ring(scenarioId: string): Promise<void> {
    try {
      await this.doorbell.ring(await this.due.findIn(scenarioId));
    } catch (error) {
      this.logger.warn(
        `Could not ring for ranges: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }
}
