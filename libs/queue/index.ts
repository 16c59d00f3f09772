export { BullDoorbell, type QueueLocation } from './bullmq.doorbell';
export { BullWorkers, type QueueConcurrency } from './bullmq.workers';
export { Doorbell } from './doorbell';
export {
  JOB_CATALOGUE,
  JOB_NAMES,
  type JobName,
  type JobPayloads,
  type QueuedJob,
  type ProjectionUnit,
} from './job.catalogue';
export { JobHandlers, type JobHandler } from './job-handlers';
export { Lanes } from './lanes';
export { LeaseRepository } from './lease.repository';
export { OutboxRelay } from './outbox-relay';
export { appendOutbox, appendOutboxRows, type OutboxTopic, type OutboxTopics } from './outbox';
export { QueueInspector, assertOutboxMoves, readOutboxLine, type WaitingLine } from './queue-inspector';
export { Reconciler, type DueWork } from './reconciler';
export { RepeatedTask, type TaskDescription } from './repeated-task';
export { SLOT_STATES, type PastSlot, type SlotState } from './schedule-history';
export { CATCH_UPS, Scheduler, type CatchUp } from './scheduler';
export { SchedulesService, type NewSchedule, type ScheduleSummary } from './schedules.service';
