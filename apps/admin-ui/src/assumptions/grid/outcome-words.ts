import { formatQuantity } from '../../words/numbers';

/** What a paste did, counted. */
export interface PasteOutcome {
  readonly placed: number;
  readonly unreadable: number;
  readonly fallenOff: number;
}

/** The outcome of a paste, as it is said aloud. */
export function pasteInWords({ placed, unreadable, fallenOff }: PasteOutcome): string {
  const parts = [`Pasted ${formatQuantity(placed, 'cell')}.`];
  if (unreadable > 0) {
    parts.push(
      `${formatQuantity(unreadable, 'cell')} can’t be read and ${unreadable === 1 ? 'is' : 'are'} marked.`,
    );
  }
  if (fallenOff > 0) {
    parts.push(
      `${formatQuantity(fallenOff, 'cell')} fell outside the grid and ${fallenOff === 1 ? 'was' : 'were'} not used.`,
    );
  }
  return parts.join(' ');
}
