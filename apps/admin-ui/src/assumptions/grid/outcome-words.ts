import { cellKey } from '../../api/queries';
import { formatQuantity } from '../../words/numbers';
import { valueInWords } from './cell-text';
import type { EditBook, Restored } from './edit-book';
import { currentContent } from './edit-book';

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

/** What a restored step leaves in its cells: the value of a single one, the parameter of several. */
function whatIsBack({ book, step, restored }: Restored): string {
  const [first] = step.changes;
  const definition = first === undefined ? undefined : book.rules.get(cellKey(first.address))?.definition;
  if (first === undefined || definition === undefined || restored === 0) return '';
  if (step.changes.length > 1) return parametersInWords(book, step);
  const content = currentContent(book, cellKey(first.address));
  if (content.kind === 'inherited') return ` ${definition.label} is inherited.`;
  const value = content.kind === 'own' ? valueInWords(content.value, definition) : `“${content.text}”`;
  return ` ${definition.label} is ${value}.`;
}

function parametersInWords(book: EditBook, { changes }: Restored['step']): string {
  const labels = new Set(
    changes.map(({ address }) => book.rules.get(cellKey(address))?.definition.label ?? address.parameter),
  );
  return labels.size === 1 ? ` ${[...labels].join('')}.` : ` ${labels.size} assumptions.`;
}

/** What undoing or redoing did, as it is said aloud: the step, what is back, and what stays. */
export function restoredWords(restored: Restored, verb: string): string {
  const { left, step } = restored;
  const stays =
    left === 1
      ? ' 1 cell that has changed since stays as it is.'
      : ` ${left} cells that have changed since stay as they are.`;
  return `${verb}: ${step.label}.${whatIsBack(restored)}${left === 0 ? '' : stays}`;
}
