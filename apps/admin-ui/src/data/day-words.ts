import { formatDay } from '../words/dates';

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
