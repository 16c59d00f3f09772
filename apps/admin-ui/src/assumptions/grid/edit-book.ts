import { cellKey, type CellAddress } from '../../api/queries';
import type { AppliedCell, AssumptionConflict, AssumptionProblem, Cell, GridSet } from '../../api/types';
import { isRollUp } from '../../organisations/organisation-tree';
import { contentOfCell, INHERITED, sameContent, sameValue, type CellContent } from './cell-content';
import { draftOf, needsReason, type Draft, type DraftRules, type EntryOrigin } from './draft';
import {
  EMPTY_HISTORY,
  record,
  takeRedo,
  takeUndo,
  type ContentChange,
  type UndoHistory,
  type UndoStep,
} from './undo-history';

/** Everything known about a unit's assumptions and entered in them; never changed in place. */
export interface EditBook {
  /** Cells as the server last told them. */
  readonly known: ReadonlyMap<string, Cell>;
  readonly rules: ReadonlyMap<string, DraftRules>;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly history: UndoHistory;
}

/** New content for one cell. */
export interface Entry {
  readonly address: CellAddress;
  readonly content: CellContent;
  /** Left out for what is entered on the page. */
  readonly origin?: EntryOrigin;
}

/** What undoing or redoing a step did. */
export interface Restored {
  readonly book: EditBook;
  readonly step: UndoStep;
  readonly restored: number;
  /** Cells that someone else has changed since, and that stay as they are. */
  readonly left: number;
}

export const EMPTY_BOOK: EditBook = {
  known: new Map(),
  rules: new Map(),
  drafts: new Map(),
  history: EMPTY_HISTORY,
};

/** A book that begins with entries kept from an earlier visit; a batch that was under way waits again. */
export function bookWith(kept: readonly Draft[]): EditBook {
  return requeueSaving({
    ...EMPTY_BOOK,
    drafts: new Map(kept.map((draft) => [cellKey(draft.address), draft])),
  });
}

/** Takes in a grid as read from the server; an answer older than what is known of a cell is passed over. */
export function receiveGrid(book: EditBook, set: GridSet): EditBook {
  const known = new Map(book.known);
  const rules = new Map(book.rules);
  const organisationIsEmployer = !isRollUp(set.organisation.type);
  const rows = set.grids.flatMap(({ parameter, rows: own }) => own.map((row) => ({ parameter, ...row })));
  for (const { parameter: definition, staffGroup, cells } of rows) {
    const scope = { staffGroupIsLeaf: staffGroup.isLeaf, organisationIsEmployer };
    for (const cell of cells) {
      const key = cellKey({ parameter: definition.key, staffGroup: staffGroup.code, year: cell.year });
      rules.set(key, { definition, scope });
      if ((known.get(key)?.version ?? 0) <= cell.version) known.set(key, cell);
    }
  }
  return { ...book, known, rules };
}

/** What a cell holds now: the entry on its way, else what is saved. */
export function currentContent(book: EditBook, key: string): CellContent {
  const draft = book.drafts.get(key);
  if (draft !== undefined) return draft.content;
  const cell = book.known.get(key);
  return cell === undefined ? INHERITED : contentOfCell(cell);
}

/** An edit of a cell whose other person's value has been seen stands on that value. */
function baseVersionFor(book: EditBook, key: string): number {
  const draft = book.drafts.get(key);
  if (draft === undefined) return book.known.get(key)?.version ?? 0;
  return draft.state === 'conflict' ? (draft.theirs?.version ?? draft.baseVersion) : draft.baseVersion;
}

/** The drafts with new content in one cell; content that is saved already needs no draft. */
function withContent(book: EditBook, entry: Entry, drafts: Map<string, Draft>): void {
  const key = cellKey(entry.address);
  const rules = book.rules.get(key);
  const cell = book.known.get(key);
  if (rules === undefined || cell === undefined) return;
  const isUnderWay = book.drafts.get(key)?.state === 'saving';
  if (!isUnderWay && sameContent(contentOfCell(cell), entry.content)) drafts.delete(key);
  else drafts.set(key, draftOf(entry.address, entry.content, baseVersionFor(book, key), rules, entry.origin));
}

function putContents(book: EditBook, entries: readonly Entry[]): EditBook {
  const drafts = new Map(book.drafts);
  for (const entry of entries) withContent(book, entry, drafts);
  return { ...book, drafts };
}

/** Enters contents as one step that can be undone; cells that hold the content already are no part of it. */
export function enter(book: EditBook, entries: readonly Entry[], label: string): EditBook {
  const changes: ContentChange[] = [];
  for (const { address, content, origin = 'web' } of entries) {
    const before = currentContent(book, cellKey(address));
    if (!sameContent(before, content)) changes.push({ address, before, after: content, origin });
  }
  if (changes.length === 0) return book;
  const changed = changes.map(({ address, after, origin }) => ({ address, content: after, origin }));
  return { ...putContents(book, changed), history: record(book.history, { label, changes }) };
}

function restore(
  book: EditBook,
  taken: { history: UndoHistory; step: UndoStep } | null,
  from: 'before' | 'after',
): Restored | null {
  if (taken === null) return null;
  const to = from === 'before' ? 'after' : 'before';
  const { changes } = taken.step;
  const mine = changes.filter((change) =>
    sameValue(currentContent(book, cellKey(change.address)), change[from]),
  );
  const entries = mine.map((change) => ({ address: change.address, content: change[to] }));
  return {
    book: { ...putContents(book, entries), history: taken.history },
    step: taken.step,
    restored: mine.length,
    left: changes.length - mine.length,
  };
}

/** Takes the newest step back, except in cells that someone else has changed since. */
export function undo(book: EditBook): Restored | null {
  return restore(book, takeUndo(book.history), 'after');
}

/** Brings back the step that was undone last, under the same exception. */
export function redo(book: EditBook): Restored | null {
  return restore(book, takeRedo(book.history), 'before');
}

/** Gives one reason for all entries that only lack one. */
export function giveReason(book: EditBook, reason: string): EditBook {
  const entries = [...book.drafts.values()]
    .filter(needsReason)
    .flatMap(({ address, content, origin }) =>
      content.kind === 'own' ? [{ address, content: { ...content, note: reason }, origin }] : [],
    );
  return putContents(book, entries);
}

function changeDraft(book: EditBook, key: string, change: (draft: Draft) => Draft | null): EditBook {
  const draft = book.drafts.get(key);
  if (draft === undefined) return book;
  const drafts = new Map(book.drafts);
  const next = change(draft);
  if (next === null) drafts.delete(key);
  else drafts.set(key, next);
  return { ...book, drafts };
}

/** Lets go of an entry: the cell shows what is saved. */
export function discard(book: EditBook, key: string): EditBook {
  return changeDraft(book, key, () => null);
}

/** The keys of the entries that met another person's edit. */
export function conflicting(book: EditBook): readonly string[] {
  return [...book.drafts].filter(([, { state }]) => state === 'conflict').map(([key]) => key);
}

/** Puts one's own entry over what the other person saved. */
export function keepMine(book: EditBook, key: string): EditBook {
  return changeDraft(book, key, (draft) => ({
    ...draft,
    state: 'waiting',
    baseVersion: draft.theirs?.version ?? draft.baseVersion,
    theirs: null,
  }));
}

/** Marks the entries of a batch as under way. */
export function markSaving(book: EditBook, batch: readonly Draft[]): EditBook {
  const drafts = new Map(book.drafts);
  for (const draft of batch) drafts.set(cellKey(draft.address), { ...draft, state: 'saving' });
  return { ...book, drafts };
}

/** Puts entries that are still under way back in the queue: their batch was not taken. */
export function requeueSaving(book: EditBook): EditBook {
  const drafts = new Map(book.drafts);
  for (const [key, draft] of drafts) {
    if (draft.state === 'saving') drafts.set(key, { ...draft, state: 'waiting' });
  }
  return { ...book, drafts };
}

/** Takes in a saved batch; entries made while it was under way now stand on the saved version. */
export function applySaved(book: EditBook, cells: readonly AppliedCell[]): EditBook {
  const known = new Map(book.known);
  const drafts = new Map(book.drafts);
  for (const { cell, ...address } of cells) {
    const key = cellKey(address);
    known.set(key, cell);
    const draft = drafts.get(key);
    if (draft === undefined) continue;
    if (draft.state === 'saving' || sameContent(draft.content, contentOfCell(cell))) drafts.delete(key);
    else drafts.set(key, { ...draft, baseVersion: cell.version });
  }
  return { ...book, known, drafts };
}

/** True where what is stored is what was entered: the answer to an earlier batch was lost on its way. */
function isTakenAlready({ content }: Draft, theirs: AssumptionConflict['theirs']): boolean {
  const stored = theirs.operation ?? 'reset';
  if (content.kind === 'inherited') return stored === 'reset';
  if (content.kind !== 'own' || stored !== content.operation || theirs.value === null) return false;
  return sameValue(content, { ...content, value: theirs.value });
}

/**
 * Marks the entries that met another person's edit; the rest of the batch waits again. An entry that the
 * server holds already, because its answer was lost, is saved.
 */
export function applyConflicts(book: EditBook, conflicts: readonly AssumptionConflict[]): EditBook {
  const marked = conflicts.reduce(
    (current, { theirs, ...address }) =>
      changeDraft(current, cellKey(address), (draft) =>
        isTakenAlready(draft, theirs) ? null : { ...draft, state: 'conflict', theirs },
      ),
    book,
  );
  return requeueSaving(marked);
}

/** Marks the entries that broke a rule of the server; the rest of the batch waits again. */
export function applyProblems(book: EditBook, problems: readonly AssumptionProblem[]): EditBook {
  const marked = problems.reduce(
    (current, { message, fix = '', ...address }) =>
      changeDraft(current, cellKey(address), (draft) => ({
        ...draft,
        state: 'refused',
        findings: [{ severity: 'error', message: `${message} ${fix}`.trim() }],
      })),
    book,
  );
  return requeueSaving(marked);
}
