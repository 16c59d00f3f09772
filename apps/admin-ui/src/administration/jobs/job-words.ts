import type { Job, JobState } from '../../api/administration-types';
import type { StateWord } from '../../words/states';

const WORDS: Readonly<Record<JobState, StateWord>> = {
  running: { text: 'Running', colour: 'blue' },
  waiting: { text: 'Waiting', colour: 'yellow' },
  failed: { text: 'Failed, tried again', colour: 'orange' },
  quarantined: { text: 'Held back', colour: 'red' },
  cancelled: { text: 'Cancelled', colour: 'grey' },
  'no-baseline': { text: 'No opening position', colour: 'grey' },
  'up-to-date': { text: 'Up to date', colour: 'green' },
};

/** How a job stands, with how far it is. */
export function jobWord({ state, progress }: Pick<Job, 'state' | 'progress'>): StateWord {
  const word = WORDS[state];
  return progress === null ? word : { ...word, text: `${word.text}, ${Math.floor(progress * 100)}%` };
}

/** The states to choose from, worst first. */
export const JOB_STATES: readonly { readonly value: JobState; readonly label: string }[] = (
  ['quarantined', 'failed', 'running', 'waiting', 'cancelled', 'no-baseline', 'up-to-date'] as const
).map((value) => ({ value, label: WORDS[value].text }));

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
