import fc from 'fast-check';
import { decodeCursor, encodeCursor, filterConditions } from './observation-query';

describe('observation cursors', () => {
  it('lead back to the row they were made for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.string(), (seq, staffGroup) => {
        const filter = { staffGroup };
        return decodeCursor('release', filter, encodeCursor('release', filter, seq)) === seq;
      }),
    );
  });

  it('start at the beginning when absent', () => {
    expect(decodeCursor('release', {}, undefined)).toBe(0);
  });

  it.each([
    ['another release', encodeCursor('other', {}, 5)],
    ['another filter', encodeCursor('release', { year: 2026 }, 5)],
    ['nonsense', 'not-a-cursor'],
    ['an empty text', ''],
  ])('of %s are refused', (_, cursor) => {
    expect(() => decodeCursor('release', {}, cursor)).toThrow();
  });
});

describe('observation filters', () => {
  it('become conditions with bound values only', () => {
    const { sql, values } = filterConditions({ system: "Q' OR 1=1", year: 2026 });
    expect(sql).toBe(' AND system_code = ? AND year = ?');
    expect(values).toEqual(["Q' OR 1=1", 2026]);
  });
});
