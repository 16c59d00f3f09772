import { cellKey } from '../../api/queries';
import type { CellContent } from './cell-content';
import { INHERITED, plainValue } from './cell-content';
import { editOf } from './draft';
import {
  applyConflicts,
  applyProblems,
  applySaved,
  EMPTY_BOOK,
  enter,
  giveReason,
  keepMine,
  markSaving,
  receiveGrid,
  redo,
  undo,
  type EditBook,
} from './edit-book';
import { addressOf, gridData, inheritedCell, ownCell } from './grid.fixture';
import { UNDO_LIMIT } from './undo-history';

const midwives = addressOf('midwives', 2026);
const managers = addressOf('managers', 2026);
const keyOf = cellKey(midwives);

const read = (cells = {}) => receiveGrid(EMPTY_BOOK, gridData(cells));
const type = (book: EditBook, address: typeof midwives, content: CellContent) =>
  enter(book, [{ address, content }], 'a value');
const draft = (book: EditBook, address = midwives) => book.drafts.get(cellKey(address));

describe('entering values', () => {
  it('bases an edit on the version that was shown', () => {
    const book = type(read({ 'midwives.2026': ownCell(2026, 0.09, 4) }), midwives, plainValue(0.08));
    const entered = draft(book);
    expect(entered && editOf(entered)).toEqual({
      ...midwives,
      operation: 'set',
      value: 0.08,
      baseVersion: 4,
    });
  });

  it('keeps the base version while a newer grid arrives, so that the server can tell a stale edit', () => {
    const typed = type(read(), midwives, plainValue(0.08));
    const newer = receiveGrid(typed, gridData({ 'midwives.2026': ownCell(2026, 0.2, 1) }));
    expect(draft(type(newer, midwives, plainValue(0.07)))?.baseVersion).toBe(0);
  });

  it('sends a blank as a reset', () => {
    const book = type(read({ 'midwives.2026': ownCell(2026, 0.09, 4) }), midwives, INHERITED);
    const entered = draft(book);
    expect(entered && editOf(entered)).toMatchObject({ operation: 'reset', value: null, baseVersion: 4 });
  });

  it('has nothing to save or undo when the value stands there already', () => {
    const book = type(read({ 'midwives.2026': ownCell(2026, 0.09, 4) }), midwives, plainValue(0.09));
    expect(book.drafts.size).toBe(0);
    expect(undo(book)).toBeNull();
  });

  it('holds back what can’t be read and what breaks a rule, with the reason', () => {
    const unreadable = draft(type(read(), midwives, { kind: 'unreadable', text: 'n/a' }));
    expect(unreadable).toMatchObject({ state: 'held', findings: [{ severity: 'error' }] });
    expect(draft(type(read(), midwives, plainValue(1.2)))).toMatchObject({ state: 'held' });
  });

  it('asks a reason for an unusual value, and saves it with the reason', () => {
    const asked = type(read(), midwives, plainValue(0.6));
    expect(draft(asked)).toMatchObject({ state: 'held', findings: [{ severity: 'give-a-reason' }] });
    const given = giveReason(asked, 'A ward closes');
    expect(draft(given)).toMatchObject({ state: 'waiting', content: { note: 'A ward closes' } });
  });
});

describe('undoing in steps', () => {
  const block = (value: number) => [
    { address: midwives, content: plainValue(value) },
    { address: managers, content: plainValue(value) },
  ];

  it('takes a paste back in one step, and brings it back', () => {
    const pasted = enter(read(), block(0.08), 'paste of 2 cells');
    const undone = undo(pasted);
    expect(undone).toMatchObject({ restored: 2, left: 0, step: { label: 'paste of 2 cells' } });
    expect(undone?.book.drafts.size).toBe(0);
    const redone = undone && redo(undone.book);
    expect(draft(redone?.book ?? EMPTY_BOOK, managers)?.content).toEqual(plainValue(0.08));
  });

  it('undoes what is saved by a new edit on the saved version', () => {
    const pasted = enter(read(), block(0.08), 'paste of 2 cells');
    const cells = block(0.08).map(({ address }) => ({ ...address, cell: ownCell(2026, 0.08, 1) }));
    const saved = applySaved(markSaving(pasted, [...pasted.drafts.values()]), cells);
    expect(saved.drafts.size).toBe(0);
    const entered = draft(undo(saved)?.book ?? EMPTY_BOOK);
    expect(entered && editOf(entered)).toMatchObject({ operation: 'reset', baseVersion: 1 });
  });

  it('never undoes another person’s edit', () => {
    const pasted = enter(read(), block(0.08), 'paste of 2 cells');
    const saved = applySaved(markSaving(pasted, [...pasted.drafts.values()]), [
      { ...midwives, cell: ownCell(2026, 0.08, 1) },
      { ...managers, cell: ownCell(2026, 0.08, 1) },
    ]);
    const theirs = receiveGrid(
      saved,
      gridData({ 'managers.2026': ownCell(2026, 0.2, 2), 'midwives.2026': ownCell(2026, 0.08, 1) }),
    );
    const undone = undo(theirs);
    expect(undone).toMatchObject({ restored: 1, left: 1 });
    expect(draft(undone?.book ?? EMPTY_BOOK, managers)).toBeUndefined();
  });

  it('keeps a hundred steps', () => {
    let book = read();
    for (let step = 0; step <= UNDO_LIMIT; step += 1)
      book = type(book, midwives, plainValue(0.01 + step / 1e4));
    expect(book.history.done).toHaveLength(UNDO_LIMIT);
  });
});

describe('hearing from the server', () => {
  const saving = () => {
    const typed = enter(
      read(),
      [
        { address: midwives, content: plainValue(0.08) },
        { address: managers, content: plainValue(0.09) },
      ],
      'paste of 2 cells',
    );
    return markSaving(typed, [...typed.drafts.values()]);
  };

  it('keeps a value typed while its cell was being saved, on the saved version', () => {
    const typedOn = type(saving(), midwives, plainValue(0.07));
    const saved = applySaved(typedOn, [{ ...midwives, cell: ownCell(2026, 0.08, 1) }]);
    expect(draft(saved)).toMatchObject({ state: 'waiting', baseVersion: 1, content: { value: 0.07 } });
  });

  it('shows both values of a conflict and sends the rest again', () => {
    const theirs = { value: 0.2, version: 3, author: 'Sam', at: null };
    const conflict = { ...midwives, mine: { operation: 'set', value: 0.08 }, theirs };
    const book = applyConflicts(saving(), [conflict]);
    expect(draft(book)).toMatchObject({ state: 'conflict', theirs });
    expect(draft(book, managers)?.state).toBe('waiting');
    expect(draft(keepMine(book, keyOf))).toMatchObject({ state: 'waiting', baseVersion: 3 });
  });

  it('marks what the server refuses with its words', () => {
    const problem = { ...midwives, rule: 'year-of-round', message: 'Not in the round.', fix: 'Use 2026.' };
    const book = applyProblems(saving(), [problem]);
    expect(draft(book)).toMatchObject({
      state: 'refused',
      findings: [{ message: 'Not in the round. Use 2026.' }],
    });
    expect(draft(book, managers)?.state).toBe('waiting');
  });

  it('passes over an answer that is older than what was saved', () => {
    const saved = applySaved(saving(), [{ ...midwives, cell: ownCell(2026, 0.08, 1) }]);
    const late = receiveGrid(saved, gridData({ 'midwives.2026': inheritedCell(2026) }));
    expect(late.known.get(keyOf)?.value).toBe(0.08);
  });
});
