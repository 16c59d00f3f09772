import type { PastSlot, Schedule } from '../../api/administration-types';
import type { StateWord } from '../../words/states';

/** When a schedule was or is due: on the clocks of its own time zone. */
export function onItsClocks(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(new Date(moment));
}

const SLOTS: Readonly<Record<PastSlot['state'], StateWord>> = {
  fired: { text: 'In time', colour: 'green' },
  late: { text: 'Late', colour: 'yellow' },
  missed: { text: 'Missed', colour: 'red' },
  'passed-over': { text: 'Passed over while disabled', colour: 'grey' },
  'by-hand': { text: 'Run by hand', colour: 'blue' },
};

/** What became of a slot. */
export const slotWord = ({ state }: PastSlot): StateWord => SLOTS[state];

/** How many of the latest slots nobody fired. */
export const missedSlots = ({ pastSlots }: Schedule): number =>
  pastSlots.filter(({ state }) => state === 'missed').length;

/** What becomes of missed slots. */
export const CATCH_UPS = [
  { value: 'latest', label: 'The latest one is caught up' },
  { value: 'none', label: 'They are left out' },
] as const;
