import { JOB_TEXTS, jobText, type Job, type JobState } from '#views/lists';
import type { StateWord } from '../../words/states';

const COLOURS: Readonly<Record<JobState, StateWord['colour']>> = {
  running: 'blue',
  waiting: 'yellow',
  failed: 'orange',
  quarantined: 'red',
  cancelled: 'grey',
  'no-baseline': 'grey',
  'up-to-date': 'green',
};

/** How a job stands, with how far it is. */
export function jobWord(job: Pick<Job, 'state' | 'progress'>): StateWord {
  return { text: jobText(job), colour: COLOURS[job.state] };
}

/** The states to choose from, worst first. */
export const JOB_STATES: readonly { readonly value: JobState; readonly label: string }[] = (
  ['quarantined', 'failed', 'running', 'waiting', 'cancelled', 'no-baseline', 'up-to-date'] as const
).map((value) => ({ value, label: JOB_TEXTS[value] }));

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A wait in words: `12 s`, `5 min`, `3 h 20 min`, `2 days`. */
export function waitText(since: string | null, now: string): string {
  if (since === null) return '';
  const seconds = Math.max(0, Math.round((Date.parse(now) - Date.parse(since)) / 1000));
  if (seconds < MINUTE) return `${seconds} s`;
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h ${Math.floor((seconds % HOUR) / MINUTE)} min`;
  const days = Math.floor(seconds / DAY);
  return days === 1 ? '1 day' : `${days} days`;
}

const UNDER_WAY: readonly JobState[] = ['running', 'waiting', 'failed'];

/** Since when the longest wait of work that is due lasts; null when nothing waits. */
export function oldestWait(jobs: readonly Job[]): string | null {
  const waits = jobs
    .filter(({ state }) => UNDER_WAY.includes(state))
    .flatMap(({ waitingSince }) => waitingSince ?? []);
  return [...waits].sort()[0] ?? null;
}
