import { inheritedEnvironment } from './configuration/inherited-environment';
import { ConfigurationError } from './configuration/configuration.error';

/** Where a process can be made to die or to stand still: the boundaries between which either must change nothing. */
export const FAILPOINTS = [
  /** A worker has taken a job and done nothing yet. */
  'worker.job-taken',
  /** The run is claimed and its input read; nothing is stored. */
  'worker.input-read',
  /** In the publishing transaction, with the series written and the rest of the results not. */
  'worker.half-of-results',
  /** In the publishing transaction, with everything written. */
  'worker.before-commit',
  /** The publication is committed and the queue does not know that the job is done. */
  'worker.after-commit',
  /** The relay has rung for its rows and not marked them. */
  'relay.rung-not-marked',
  /** An edit is committed and its answer not sent. */
  'api.committed-not-answered',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

/** What to do there: end as a crash does, or stand still until SIGCONT, once. */
const SIGNALS = { kill: 'SIGKILL', freeze: 'SIGSTOP' } as const;
export type FailpointAction = keyof typeof SIGNALS;

/**
 * A point, or a point and an action as `worker.before-commit:freeze`. Set only by the tests that kill processes. It is deliberately none of the settings: an installation has no
 * use for it, and nothing that lists settings may suggest it.
 */
const VARIABLE = 'WHOLETIME_FAILPOINT';

const [armed, action = 'kill'] = inheritedEnvironment()[VARIABLE]?.split(':') ?? [];
const isKnown = (FAILPOINTS as readonly string[]).includes(armed ?? '') && Object.hasOwn(SIGNALS, action);
if (armed !== undefined && !isKnown) {
  throw new ConfigurationError([
    {
      name: VARIABLE,
      rule: `must be absent, or in a test one of ${FAILPOINTS.join(', ')}, alone or with :freeze`,
    },
  ]);
}
let isSpent = false;

/** Ends or freezes this process at once, as the environment says when it names the point; else does nothing. */
export function failpoint(name: Failpoint): void {
  if (armed === name && !isSpent) {
    isSpent = true;
    process.kill(process.pid, SIGNALS[action as FailpointAction]);
  }
}
