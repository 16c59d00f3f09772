import { sumOfChanges, sumOfTornados } from './sums-of-answers';

const bar = (parameter: string, atLow: number, atHigh: number) => ({
  parameter,
  label: parameter,
  staffGroup: 'midwives',
  assumption: { low: 1, value: 2, high: 3 },
  atLow: [atLow],
  atHigh: [atHigh],
});

describe('answers about several organisations together', () => {
  it('move an assumption in all of them at once, the widest effect first', () => {
    const { central, effects } = sumOfTornados([
      { central: [100], bars: [bar('growth', 98, 102), bar('leavers', 110, 90)] },
      { central: [50], bars: [bar('leavers', 51, 49)] },
    ]);
    expect(central).toBe(150);
    expect(effects).toMatchObject([
      { key: 'leavers midwives', atLow: 161, atHigh: 139, assumption: null },
      { key: 'growth midwives', atLow: 148, atHigh: 152 },
    ]);
  });

  it('add up a change source by source', () => {
    const change = sumOfChanges([
      {
        from: [100],
        to: [103],
        parts: [
          { players: ['growth'], values: [5] },
          { players: ['retention'], values: [-2] },
        ],
      },
      { from: [10], to: [4], parts: [{ players: ['retention'], values: [-6] }] },
    ]);
    expect(change).toEqual({
      from: 110,
      to: 107,
      parts: [
        { sources: ['retention'], value: -8 },
        { sources: ['growth'], value: 5 },
      ],
    });
  });
});
