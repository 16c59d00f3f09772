import { JOB_NAMES, type JobName, type JobPayloads } from './job.catalogue';

/** Does the work of a job. A handler that throws has failed; the reconciler rings again for what is due. */
export type JobHandler<N extends JobName> = (payload: JobPayloads[N]) => Promise<void>;

/** The handler of each job; a process with a job too many or too few does not start. */
export class JobHandlers {
  private readonly handlers = new Map<JobName, JobHandler<JobName>>();

  /** @throws when the job has a handler already */
  register<N extends JobName>(name: N, handler: JobHandler<N>): this {
    if (this.handlers.has(name)) {
      throw new Error(`The job ${name} has two handlers.`);
    }
    this.handlers.set(name, handler as JobHandler<JobName>);
    return this;
  }

  /** @throws unless each job of the catalogue has its handler */
  assertComplete(): void {
    const missing = JOB_NAMES.filter((name) => !this.handlers.has(name));
    if (missing.length > 0) {
      throw new Error(`No handler for the job ${missing.join(', ')}.`);
    }
  }

  /** @throws for a job that is not in the catalogue */
  async handle(name: string, payload: unknown): Promise<void> {
    const handler = this.handlers.get(name as JobName);
    if (handler === undefined) {
      throw new Error(`There is no job ${name}.`);
    }
    await handler(payload as JobPayloads[JobName]);
  }
}
