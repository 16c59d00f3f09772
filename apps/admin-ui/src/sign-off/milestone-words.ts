import type { DocumentKind, MilestoneStanding } from '../api/sign-off-types';
import { formatDay } from '../words/dates';
import type { StateWord } from '../words/states';

/** `12 days left`, `late by 3 days`, `reached on ...`. */
export function milestoneWords({ dueOn, reachedOn, isLate, daysLeft }: MilestoneStanding): string {
  const due = `due ${formatDay(dueOn)}`;
  if (reachedOn !== null) return `${due}, reached ${formatDay(reachedOn)}${isLate ? ' (late)' : ''}`;
  if (daysLeft === null) return due;
  if (daysLeft === 0) return `${due}, today`;
  const count = Math.abs(daysLeft);
  const days = count === 1 ? '1 day' : `${count} days`;
  return daysLeft > 0 ? `${due}, ${days} left` : `${due}, late by ${days}`;
}

const COLOURS: Readonly<Record<string, StateWord['colour']>> = {
  'not-begun': 'grey',
  draft: 'blue',
  'in-confirmation': 'yellow',
  submitted: 'yellow',
};

/** The tag of a state: blue for a draft, yellow while people sign, green once they have. */
export function documentStateWord(code: string, label: string): StateWord {
  return { text: label, colour: COLOURS[code] ?? 'green' };
}

/** What a document is called. */
export const DOCUMENT_KINDS: Readonly<Record<DocumentKind, string>> = {
  'organisation-return': 'Organisation return',
  'system-plan': 'System plan',
};
