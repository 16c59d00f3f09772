import { SLOT_TEXTS, type PastSlot } from '#views/lists';
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

const COLOURS: Readonly<Record<PastSlot['state'], StateWord['colour']>> = {
  fired: 'green',
  late: 'yellow',
  missed: 'red',
  'passed-over': 'grey',
  'by-hand': 'blue',
};

/** What became of a slot. */
export const slotWord = ({ state }: PastSlot): StateWord => ({
  text: SLOT_TEXTS[state],
  colour: COLOURS[state],
});

/** What becomes of missed slots. */
export const CATCH_UPS = [
  { value: 'latest', label: 'The latest one is caught up' },
  { value: 'none', label: 'They are left out' },
] as const;
