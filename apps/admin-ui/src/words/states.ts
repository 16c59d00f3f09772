import { sentenceCase } from '#views/lists';
import type { Freshness } from '../api/types';
import { formatMoment } from './dates';

/** A word on the screen with the colour of its tag. */
export interface StateWord {
  readonly text: string;
  readonly colour: 'blue' | 'green' | 'grey' | 'orange' | 'red' | 'white' | 'yellow';
}

const PLAN_STATES: Readonly<Record<string, StateWord>> = {
  draft: { text: 'Draft', colour: 'blue' },
  submitted: { text: 'Submitted', colour: 'yellow' },
  returned: { text: 'Returned for changes', colour: 'orange' },
  'clinically-signed': { text: 'Clinically signed', colour: 'green' },
  agreed: { text: 'Agreed', colour: 'green' },
  'regionally-agreed': { text: 'Regionally agreed', colour: 'green' },
  published: { text: 'Published', colour: 'green' },
};

const FRESHNESS: Readonly<Record<Freshness['state'], StateWord>> = {
  'up-to-date': { text: 'Up to date', colour: 'green' },
  recalculating: { text: 'Recalculating', colour: 'yellow' },
  failed: { text: 'Recalculation failed', colour: 'red' },
  'never-run': { text: 'Not yet calculated', colour: 'grey' },
};

/** The tag of a plan's state. */
export function planStateWord(state: string): StateWord {
  return PLAN_STATES[state] ?? { text: sentenceCase(state), colour: 'grey' };
}

/** The tag of a projection's freshness. */
export function freshnessWord(freshness: Freshness): StateWord {
  const word = FRESHNESS[freshness.state];
  if (freshness.state !== 'recalculating' || freshness.progress === null || freshness.progress <= 0)
    return word;
  return { ...word, text: `Recalculating, ${Math.floor(freshness.progress * 100)}%` };
}

/** When the figures shown were calculated. */
export function calculatedAt(freshness: Freshness, now?: Date): string {
  if (freshness.publishedAt === null) return 'No figures yet';
  const moment = formatMoment(freshness.publishedAt, now);
  if (freshness.state === 'recalculating') return `Figures below are from ${moment}`;
  return `Last calculated ${moment}`;
}
