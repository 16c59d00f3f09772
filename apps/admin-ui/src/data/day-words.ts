import { formatDay } from '../words/dates';

const BASES: Readonly<Record<string, string>> = {
  'staff-in-post': 'Published staff in post',
  'absence-days': 'Published absence days, not staff in post',
  'workforce-statistics': 'Published workforce statistics',
  'esr-extract': 'Own ESR extract',
};

/** What a baseline rests on, in words. */
export function basisText(basis: string | null): string {
  return basis === null ? 'Nothing' : (BASES[basis] ?? basis);
}

/** Where a position comes from. */
export const ORIGINS: Readonly<Record<string, string>> = {
  'esr-extract': 'Own ESR extract',
  'published-files': 'Published files',
};

/** `31 March 2026` for `2026-03-31`. */
export const dayText = (day: string): string => formatDay(`${day}T12:00:00Z`);

/** The first twelve signs of a hash: enough to tell one from another. */
export const shortHash = (sha256: string): string => sha256.slice(0, 12);

/** A sentence that begins with a capital letter and ends with one full stop. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}
