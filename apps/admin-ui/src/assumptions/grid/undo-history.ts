import type { CellAddress } from '../../api/queries';
import type { CellContent } from './cell-content';
import type { EntryOrigin } from './draft';

/** One cell's content before and after an edit. */
export interface ContentChange {
  readonly address: CellAddress;
  readonly before: CellContent;
  readonly after: CellContent;
  readonly origin: EntryOrigin;
}

/** What is undone in one go: one typed value, one paste, one fill. */
export interface UndoStep {
  /** In words, for instance `paste of 12 cells`. */
  readonly label: string;
  readonly changes: readonly ContentChange[];
}

/** The steps that can be undone and redone, newest last. */
export interface UndoHistory {
  readonly done: readonly UndoStep[];
  readonly undone: readonly UndoStep[];
}

/** How many steps can be undone. */
export const UNDO_LIMIT = 100;

export const EMPTY_HISTORY: UndoHistory = { done: [], undone: [] };

/** Adds a step; what had been undone can't be redone any more. */
export function record(history: UndoHistory, step: UndoStep): UndoHistory {
  return { done: [...history.done, step].slice(-UNDO_LIMIT), undone: [] };
}

/** Takes the newest step back; null where there is none. */
export function takeUndo(history: UndoHistory): { history: UndoHistory; step: UndoStep } | null {
  const step = history.done.at(-1);
  if (step === undefined) return null;
  return { step, history: { done: history.done.slice(0, -1), undone: [...history.undone, step] } };
}

/** Brings the step that was undone last back; null where there is none. */
export function takeRedo(history: UndoHistory): { history: UndoHistory; step: UndoStep } | null {
  const step = history.undone.at(-1);
  if (step === undefined) return null;
  return { step, history: { done: [...history.done, step], undone: history.undone.slice(0, -1) } };
}
