import { fillTarget, clampSelection, moveSelection, positionsIn, select, type Selection } from './selection';

const extent = { rows: 17, columns: 5 };
const press = (key: string, modifiers: { extend?: boolean; jump?: boolean } = {}) => ({
  key,
  extend: modifiers.extend ?? false,
  jump: modifiers.jump ?? false,
});
const from = (row: number, column: number) => select({ row, column });
const focusAfter = (start: Selection, key: string, jump = false) =>
  moveSelection(start, press(key, { jump }), extent)?.focus;

describe('a dragged fill', () => {
  const block = { anchor: { row: 2, column: 1 }, focus: { row: 3, column: 2 } };

  it('goes the way in which it is dragged farther', () => {
    expect(fillTarget(block, { row: 6, column: 3 })).toEqual({ top: 2, left: 1, bottom: 6, right: 2 });
    expect(fillTarget(block, { row: 4, column: 5 })).toEqual({ top: 2, left: 1, bottom: 3, right: 5 });
    expect(fillTarget(block, { row: 0, column: 1 })).toEqual({ top: 0, left: 1, bottom: 3, right: 2 });
    expect(fillTarget(block, { row: 2, column: 2 })).toEqual({ top: 2, left: 1, bottom: 3, right: 2 });
  });
});

describe('moving the selection', () => {
  it('moves one cell by an arrow and stops at the edges', () => {
    expect(focusAfter(from(3, 2), 'ArrowUp')).toEqual({ row: 2, column: 2 });
    expect(focusAfter(from(3, 2), 'ArrowRight')).toEqual({ row: 3, column: 3 });
    expect(focusAfter(from(0, 0), 'ArrowLeft')).toEqual({ row: 0, column: 0 });
    expect(focusAfter(from(16, 4), 'ArrowDown')).toEqual({ row: 16, column: 4 });
  });

  it('jumps to the edges with Ctrl, and to the corners with Ctrl+Home and Ctrl+End', () => {
    expect(focusAfter(from(3, 2), 'ArrowDown', true)).toEqual({ row: 16, column: 2 });
    expect(focusAfter(from(3, 2), 'ArrowLeft', true)).toEqual({ row: 3, column: 0 });
    expect(focusAfter(from(3, 2), 'Home')).toEqual({ row: 3, column: 0 });
    expect(focusAfter(from(3, 2), 'End')).toEqual({ row: 3, column: 4 });
    expect(focusAfter(from(3, 2), 'Home', true)).toEqual({ row: 0, column: 0 });
    expect(focusAfter(from(3, 2), 'End', true)).toEqual({ row: 16, column: 4 });
  });

  it('pages within the grid', () => {
    expect(focusAfter(from(3, 2), 'PageDown')).toEqual({ row: 13, column: 2 });
    expect(focusAfter(from(3, 2), 'PageUp')).toEqual({ row: 0, column: 2 });
  });

  it('extends from where it began with Shift', () => {
    const wider = moveSelection(from(3, 2), press('ArrowDown', { extend: true }), extent);
    expect(wider).toEqual({ anchor: { row: 3, column: 2 }, focus: { row: 4, column: 2 } });
    expect(positionsIn(wider ?? from(0, 0))).toEqual([
      { row: 3, column: 2 },
      { row: 4, column: 2 },
    ]);
  });

  it('leaves Tab and letters alone', () => {
    expect(moveSelection(from(0, 0), press('Tab'), extent)).toBeNull();
    expect(moveSelection(from(0, 0), press('a'), extent)).toBeNull();
  });

  it('comes back inside a grid that has become smaller', () => {
    expect(clampSelection(from(16, 4), { rows: 1, columns: 1 })).toEqual(from(0, 0));
  });
});

describe('a dragged fill', () => {
  const block = { anchor: { row: 2, column: 1 }, focus: { row: 3, column: 2 } };

  it('goes the way in which it is dragged farther', () => {
    expect(fillTarget(block, { row: 6, column: 3 })).toEqual({ top: 2, left: 1, bottom: 6, right: 2 });
    expect(fillTarget(block, { row: 4, column: 5 })).toEqual({ top: 2, left: 1, bottom: 3, right: 5 });
    expect(fillTarget(block, { row: 0, column: 1 })).toEqual({ top: 0, left: 1, bottom: 3, right: 2 });
    expect(fillTarget(block, { row: 2, column: 2 })).toEqual({ top: 2, left: 1, bottom: 3, right: 2 });
  });
});
