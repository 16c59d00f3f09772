import { inheritedEnvironment } from './configuration/inherited-environment';
import { ConfigurationError } from './configuration/configuration.error';

/** Where a process can be made to die: the boundaries between which a crash must change nothing. */
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

/**
 * Set only by the tests that kill processes. It is deliberately none of the settings: an installation has no
 * use for it, and nothing that lists settings may suggest it.
 */
const VARIABLE = 'WHOLETIME_FAILPOINT';

const armed = inheritedEnvironment()[VARIABLE];
if (armed !== undefined && !(FAILPOINTS as readonly string[]).includes(armed)) {
  throw new ConfigurationError([
    { name: VARIABLE, rule: `must be absent, or in a test one of ${FAILPOINTS.join(', ')}` },
  ]);
}

/** Ends this process at once, as a crash does, when the environment names the point; else does nothing. */
export function failpoint(name: Failpoint): void {
  if (armed === name) {
    process.kill(process.pid, 'SIGKILL');
  }
}
