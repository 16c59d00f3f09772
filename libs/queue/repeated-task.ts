import { Logger } from '@nestjs/common';

/** What to repeat and how often. */
export interface TaskDescription {
  /** For the log. */
  readonly name: string;
  /** Pause after a round that found nothing to do. */
  readonly pauseMilliseconds: number;
  /** One round. @returns true when there may be more to do at once */
  readonly run: () => Promise<boolean>;
}

const LONGEST_PAUSE_AFTER_FAILURE_MILLISECONDS = 5000;

/** Runs one thing over and over, never twice at a time; a failure is logged and slows it down. */
export class RepeatedTask {
  private readonly logger = new Logger('RepeatedTask');
  private failures = 0;
  private isStopping = false;
  private wakeUp: (() => void) | undefined;
  private wokenWhileRunning = false;
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly task: TaskDescription) {}

  start(): void {
    this.isStopping = false;
    this.ended = this.repeat();
  }

  /** Cuts the pause short: something has just become due. */
  wake(): void {
    this.wokenWhileRunning = true;
    this.wakeUp?.();
  }

  /** Ends after the round in hand. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.wakeUp?.();
    await this.ended;
  }

  private async repeat(): Promise<void> {
    while (!this.isStopping) {
      this.wokenWhileRunning = false;
      const hasMore = await this.runOnce();
      if (!hasMore && !this.isStopping && !this.wokenWhileRunning) {
        await this.pause();
      }
    }
  }

  private async runOnce(): Promise<boolean> {
    try {
      const hasMore = await this.task.run();
      this.failures = 0;
      return hasMore;
    } catch (error) {
      if (this.failures === 0) {
        this.logger.error(`${this.task.name} failed and will be tried again: ${String(error)}`);
      }
      this.failures += 1;
      return false;
    }
  }

  private async pause(): Promise<void> {
    const slowed = this.task.pauseMilliseconds * 2 ** Math.min(this.failures, 10);
    const ceiling = Math.max(this.task.pauseMilliseconds, LONGEST_PAUSE_AFTER_FAILURE_MILLISECONDS);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(slowed, ceiling));
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = undefined;
  }
}
