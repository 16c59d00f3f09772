import type { ListColumns } from './list';

/** What became of one time of a schedule. */
export interface PastSlot {
  readonly slot: string;
  readonly state: 'fired' | 'late' | 'missed' | 'passed-over' | 'by-hand';
  readonly firedAt: string | null;
  readonly unitsRung: number;
}

/** When a round is recalculated by itself. */
export interface Schedule {
  readonly id: string;
  readonly name: string;
  readonly cron: string;
  readonly timeZone: string;
  readonly roundId: string;
  readonly catchUp: 'latest' | 'none';
  readonly isEnabled: boolean;
  readonly nextDueAt: string | null;
  readonly lastFiring: { readonly slot: string; readonly firedAt: string; readonly unitsRung: number } | null;
  readonly pastSlots: readonly PastSlot[];
}

/** A schedule with the name of what it recalculates. */
export interface ScheduleRow extends Schedule {
  readonly round: string;
}

/** One of the latest times of a schedule. */
export interface PastTime extends PastSlot {
  readonly schedule: Schedule;
}

/** The schedules in a state (`enabled`, `disabled`; empty for any), with what each recalculates. */
export function scheduleRows(
  schedules: readonly Schedule[],
  rounds: readonly { readonly id: string; readonly name: string }[],
  state: string,
): readonly ScheduleRow[] {
  return schedules
    .filter(({ isEnabled }) => state === '' || isEnabled === (state === 'enabled'))
    .map((schedule) => ({
      ...schedule,
      round: rounds.find(({ id }) => id === schedule.roundId)?.name ?? '',
    }));
}

/** The latest times of each schedule. */
export function pastTimes(schedules: readonly Schedule[]): readonly PastTime[] {
  return schedules.flatMap((schedule) => schedule.pastSlots.map((past) => ({ ...past, schedule })));
}

/** How many of the latest slots nobody fired. */
export const missedSlots = ({ pastSlots }: Schedule): number =>
  pastSlots.filter(({ state }) => state === 'missed').length;

/** What became of a slot, in words. */
export const SLOT_TEXTS: Readonly<Record<PastSlot['state'], string>> = {
  fired: 'In time',
  late: 'Late',
  missed: 'Missed',
  'passed-over': 'Passed over while disabled',
  'by-hand': 'Run by hand',
};

/** Schedules. */
export const SCHEDULE_COLUMNS = {
  schedule: { heading: 'Schedule', value: ({ name }) => name },
  times: { heading: 'Times', value: ({ cron, timeZone }) => `${cron} ${timeZone}` },
  recalculates: { heading: 'Recalculates', value: ({ round }) => round },
  state: { heading: 'State', value: ({ isEnabled }) => (isEnabled ? 'Enabled' : 'Disabled') },
  next: { heading: 'Next', value: ({ nextDueAt }) => nextDueAt },
  last: { heading: 'Last', value: ({ lastFiring }) => lastFiring?.firedAt ?? null },
  missed: { heading: 'Missed of late', unit: 'number', value: missedSlots },
} satisfies ListColumns<ScheduleRow>;

/** What became of the latest times. */
export const PAST_TIME_COLUMNS = {
  schedule: { heading: 'Schedule', value: ({ schedule }) => schedule.name },
  due: { heading: 'Due', value: ({ slot }) => slot },
  outcome: { heading: 'Outcome', value: ({ state }) => SLOT_TEXTS[state] },
  runAt: { heading: 'Run at', value: ({ firedAt }) => firedAt },
  jobs: { heading: 'Jobs', unit: 'number', value: ({ unitsRung }) => unitsRung },
} satisfies ListColumns<PastTime>;
