import { rowStretches } from './use-row-window';

const total = (stretches: ReturnType<typeof rowStretches>) =>
  stretches.reduce((sum, part) => sum + (part.kind === 'gap' ? part.rows : part.to - part.from), 0);

describe('the rows of a long grid', () => {
  it('are drawn in view and a little beyond, with gaps for the rest', () => {
    expect(rowStretches(1_000, [100, 120], 110)).toEqual([
      { kind: 'gap', from: 0, rows: 92 },
      { kind: 'rows', from: 92, to: 128 },
      { kind: 'gap', from: 128, rows: 872 },
    ]);
  });

  it('keep the row with the focus, above or below the view', () => {
    expect(rowStretches(1_000, [100, 120], 3)).toContainEqual({ kind: 'rows', from: 3, to: 4 });
    expect(rowStretches(1_000, [100, 120], 999)).toContainEqual({ kind: 'rows', from: 999, to: 1_000 });
  });

  it.each([
    [0, [0, 30], 0],
    [10, [0, 30], 9],
    [1_000, [0, 30], 999],
    [1_000, [990, 1_020], 0],
    [50, [200, 230], 10],
  ] as const)('add up to all of them: %d rows, view %j, focus %d', (rows, inView, focus) => {
    expect(total(rowStretches(rows, inView, focus))).toBe(rows);
  });
});
