import { Cron } from 'croner';

/** When a schedule is due: a cron pattern read on the clocks of a time zone. */
export interface ScheduleTiming {
  /** Five fields: minute, hour, day of month, month, day of week. */
  readonly cron: string;
  /** IANA name, for instance `Europe/London`. */
  readonly timeZone: string;
}

/** The last slot at or before the instant; null when there was none. */
export function latestSlot(timing: ScheduleTiming, at: Date): Date | null {
  // Runs before the reference are found, not one at it; slots lie on whole minutes.
  return cronOf(timing).previousRuns(1, new Date(at.getTime() + 1))[0] ?? null;
}

/** The first slot after the instant; null when there is none. */
export function nextSlot(timing: ScheduleTiming, at: Date): Date | null {
  return cronOf(timing).nextRun(at);
}

/** What is wrong with a timing, in words, or null. */
export function timingFault(
  timing: ScheduleTiming,
): { readonly pointer: string; readonly message: string } | null {
  try {
    Intl.DateTimeFormat('en-GB', { timeZone: timing.timeZone });
  } catch {
    return { pointer: '/timeZone', message: 'There is no such time zone.' };
  }
  try {
    return nextSlot(timing, new Date(0)) === null
      ? { pointer: '/cron', message: 'The pattern never comes due.' }
      : null;
  } catch {
    return { pointer: '/cron', message: 'The pattern cannot be read.' };
  }
}

function cronOf({ cron, timeZone }: ScheduleTiming): Cron {
  return new Cron(cron, { timezone: timeZone, mode: '5-part', paused: true });
}
