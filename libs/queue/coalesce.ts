import { canonicalJson } from '#platform';
import type { QueuedJob } from './job.catalogue';

/** Same for two jobs that ask for the same work, whatever the order of their keys. */
export function jobKey(job: { readonly name: string; readonly payload: unknown }): string {
  return `${job.name} ${canonicalJson(job.payload)}`;
}

/**
 * The jobs without repetitions, in the order in which each was first asked for.
 *
 * @param jobs what was asked for
 * @param alreadyWaiting keys of jobs that nobody has taken yet: they will read the newest input when taken
 */
export function coalesce(
  jobs: readonly QueuedJob[],
  alreadyWaiting: ReadonlySet<string> = new Set(),
): readonly QueuedJob[] {
  const firstByKey = new Map<string, QueuedJob>();
  for (const job of jobs) {
    const key = jobKey(job);
    if (!alreadyWaiting.has(key) && !firstByKey.has(key)) {
      firstByKey.set(key, job);
    }
  }
  return [...firstByKey.values()];
}
