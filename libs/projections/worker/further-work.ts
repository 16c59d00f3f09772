import type { DueWork, JobHandlers } from '#queue';

/** Work of another library that a worker does beside projections. */
export interface FurtherWork {
  /** Registers the handlers of its jobs. */
  readonly register: (handlers: JobHandlers) => void;
  /** What is due and in nobody's hands. */
  readonly due: DueWork;
  /** Stops what is in hand: another worker begins it again. */
  readonly handBackAll: () => void;
  readonly close: () => Promise<void>;
}
