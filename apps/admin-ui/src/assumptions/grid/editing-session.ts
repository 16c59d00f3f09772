import { ApiError, type Problem } from '../../api/api-error';
import type { Unit } from '../../api/queries';
import type {
  AssumptionConflict,
  AssumptionPatch,
  AssumptionPatchResult,
  AssumptionProblem,
  GridSet,
} from '../../api/types';
import { editOf, type Draft } from './draft';
import type { Kept } from '../../unsent/kept';
import { mayPass, waitMilliseconds } from '../../unsent/retrying';
import { restoredWords } from './outcome-words';
import * as books from './edit-book';
import type { EditBook, Entry } from './edit-book';

/** How far saving has come; shown at all times. */
export type SaveState =
  | {
      readonly kind: 'saved';
      readonly at: string | null;
      /** How many of the changes had waited on this computer, for want of a connection or from an earlier visit. */
      readonly waited: number;
    }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly message: string; readonly retries: boolean };

/** What the screen shows of an editing session. */
export interface EditingState {
  readonly book: EditBook;
  readonly save: SaveState;
}

/** How a session reaches the server and the rest of the page. */
export interface EditingLinks {
  readonly send: (patch: AssumptionPatch) => Promise<AssumptionPatchResult>;
  /** Called after each saved batch. */
  readonly onSaved: () => void;
  /** The person's session has ended; the entries are kept until they sign in again. */
  readonly onSignedOut: () => void;
  /** Entries that an earlier visit could not send, and where to keep those of this one until they are sent. */
  readonly kept?: Kept<Draft>;
}

/** Edits made within this time of each other go in one batch. */
const BATCH_MILLISECONDS = 400;
const NOTHING_SAVED: SaveState = { kind: 'saved', at: null, waited: 0 };
/** Most edits in one request. */
const BATCH_EDITS = 500;

/** The problem's extension that lists cells, if it has it. */
function cellsOf<T>(problem: Problem, name: 'conflicts' | 'errors'): readonly T[] {
  const listed = problem[name];
  return Array.isArray(listed) ? (listed as T[]) : [];
}

/**
 * The entries of one unit from the first key press to the server's confirmation: saved by themselves in
 * batches with the version each was based on, kept until they are saved, undone in steps.
 */
export class EditingSession {
  private state: EditingState;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private sending: Promise<void> | null = null;
  /** Changes saved since the connection came back; null while there is nothing late. */
  private late: number | null = null;

  constructor(
    private readonly unit: Unit,
    private readonly links: EditingLinks,
  ) {
    const book = books.bookWith(links.kept?.read() ?? []);
    this.state = { book, save: NOTHING_SAVED };
    if (this.waiting().length > 0) this.late = 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): EditingState => this.state;

  receive(set: GridSet): void {
    this.change({ book: books.receiveGrid(this.state.book, set) });
  }

  /** Enters contents as one step under a label in words. */
  enter(entries: readonly Entry[], label: string): void {
    this.changeDrafts(books.enter(this.state.book, entries, label));
  }

  /** @returns what was done, in words */
  undo(): string {
    return this.restore(books.undo(this.state.book), 'Undone');
  }

  /** @returns what was done, in words */
  redo(): string {
    return this.restore(books.redo(this.state.book), 'Redone');
  }

  giveReason(reason: string): void {
    this.changeDrafts(books.giveReason(this.state.book, reason));
  }

  keepMine(keys: readonly string[]): void {
    this.changeDrafts(keys.reduce(books.keepMine, this.state.book));
  }

  discard(keys: readonly string[]): void {
    this.changeDrafts(keys.reduce(books.discard, this.state.book));
    this.links.onSaved();
  }

  /** True while an entry could be lost by closing the page. */
  hasUnsaved(): boolean {
    return this.state.book.drafts.size > 0;
  }

  /** Saves what waits, now; resolves when nothing more can be saved. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.sending !== null) await this.sending;
    const batch = this.waiting();
    if (batch.length === 0) return;
    this.sending = this.sendBatch(batch);
    await this.sending;
    this.sending = null;
    if (this.state.save.kind !== 'failed') await this.flush();
  }

  private waiting(): Draft[] {
    const drafts = [...this.state.book.drafts.values()].filter(({ state }) => state === 'waiting');
    // A batch says where it comes from, so it holds what comes from one place.
    return drafts.filter(({ origin }) => origin === drafts[0]?.origin).slice(0, BATCH_EDITS);
  }

  private restore(restored: books.Restored | null, verb: string): string {
    if (restored === null) return verb === 'Undone' ? 'Nothing to undo.' : 'Nothing to redo.';
    this.changeDrafts(restored.book);
    return restoredWords(restored, verb);
  }

  private async sendBatch(batch: readonly Draft[]): Promise<void> {
    this.change({ book: books.markSaving(this.state.book, batch), save: { kind: 'saving' } });
    try {
      const result = await this.links.send({
        ...this.unit,
        origin: batch[0]?.origin ?? 'web',
        edits: batch.map(editOf),
      });
      this.failures = 0;
      if (this.late !== null) this.late += result.cells.length;
      this.change({
        book: books.applySaved(this.state.book, result.cells),
        save: { kind: 'saved', at: new Date().toISOString(), waited: this.late ?? 0 },
      });
      if (this.waiting().length > 0) return;
      this.late = null;
      this.links.onSaved();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    const { book } = this.state;
    const problem = error instanceof ApiError ? error : new ApiError(0, {});
    const conflicts = cellsOf<AssumptionConflict>(problem.problem, 'conflicts');
    const problems = cellsOf<AssumptionProblem>(problem.problem, 'errors').filter(
      ({ staffGroup }) => staffGroup !== undefined,
    );
    if (conflicts.length > 0 || problems.length > 0) {
      this.settle(books.applyProblems(books.applyConflicts(book, conflicts), problems));
      return;
    }
    const retries = mayPass(problem);
    this.change({
      book: books.requeueSaving(book),
      save: { kind: 'failed', message: problem.message, retries },
    });
    if (problem.kind === 'unauthenticated') this.links.onSignedOut();
    if (!retries) return;
    this.late ??= 0;
    const delay = waitMilliseconds(this.failures);
    this.failures += 1;
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  /** Takes in a batch that was refused: entries that it had saved before, its answer lost, are settled by it. */
  private settle(book: EditBook): void {
    const taken = this.state.book.drafts.size - book.drafts.size;
    if (this.late !== null) this.late += taken;
    const { save } = this.state;
    const before = save.kind === 'saved' ? save : NOTHING_SAVED;
    this.change({
      book,
      save: taken === 0 ? before : { kind: 'saved', at: new Date().toISOString(), waited: this.late ?? 0 },
    });
    this.links.onSaved();
  }

  private changeDrafts(book: EditBook): void {
    this.change({ book });
    if (this.waiting().length === 0) return;
    if (this.state.save.kind !== 'saving') this.change({ save: { kind: 'waiting' } });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), BATCH_MILLISECONDS);
  }

  private change(part: Partial<EditingState>): void {
    const { drafts } = this.state.book;
    this.state = { ...this.state, ...part };
    if (this.state.book.drafts !== drafts) this.links.kept?.write([...this.state.book.drafts.values()]);
    for (const listener of this.listeners) listener();
  }
}
