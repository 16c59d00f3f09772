import fc from 'fast-check';
import { readAmount } from './amount-value';
import { FigureCells } from './figure-cells';
import { EMPLOYMENTS, NO_FIGURES } from './monthly-file';
import { daysOfMonth, readMonth } from './month-value';

const WTE = { scale: 1e5, most: 20_000 };
const POUNDS = { scale: 100, most: 1e8 };

describe('the values of ledgers and rosters', () => {
  it.each([
    ['2025-04', '2025-04'],
    ['2025/4', '2025-04'],
    ['04/2025', '2025-04'],
    ['Apr-25', '2025-04'],
    ['April 2025', '2025-04'],
    ['APR-2025', '2025-04'],
    ['30/04/2025', '2025-04'],
    ['2025-04-30', '2025-04'],
    ['45777', '2025-04'],
    ['2025/26 M01', '2025-04'],
    ['2025-26 P12', '2026-03'],
    ['M10 2025/2026', '2026-01'],
    ['202504', 'ambiguous'],
    ['2025/26 M13', null],
    ['2025/27 M01', null],
    ['13/2025', null],
    ['Quarter 1', null],
    ['', null],
  ])('reads the month “%s” as %s', (text, month) => {
    expect(readMonth(text)).toBe(month);
  });

  it('knows the days of a month', () => {
    expect(['2024-02', '2025-02', '2025-04', '2025-12'].map(daysOfMonth)).toEqual([29, 28, 30, 31]);
  });

  it.each([
    ['', null],
    ['-', 0],
    ['(0.00)', 0],
    ['1234.56', 123_456],
    ['£1,234.50', 123_450],
    ['(12.00)', -1_200],
    ['-12', -1_200],
    ['12-', -1_200],
    ['1.2E-2', 1],
    ['12,34', 'not-a-number'],
    ['1,2345', 'not-a-number'],
    ['12.3.4', 'not-a-number'],
    ['#REF!', 'not-a-number'],
    ['--3', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['1e30', 'too-large'],
  ])('reads the amount “%s” as %s pence', (text, pence) => {
    expect(readAmount(text, POUNDS)).toBe(pence);
  });

  it('reads back every WTE to the last of five digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2e9, max: 2e9 }), (units) => {
        expect(readAmount((units / 1e5).toFixed(5), WTE)).toBe(units === 0 ? 0 : units);
      }),
    );
  });

  it('keeps every cell apart from every other, and gives back what it was given', () => {
    const place = fc.record({
      month: fc.constantFrom('2025-04', '2025-05', '2026-01'),
      costCentre: fc.constantFrom('', '101', '102', 'A-1'),
      sourceCode: fc.constantFrom('5101', '5102'),
      post: fc.record({
        staffGroup: fc.constantFrom('midwives', 'managers', null),
        employment: fc.constantFrom(...EMPLOYMENTS, null),
      }),
    });
    // A subjective code has one staff group, so that it is no part of what tells cells apart.
    const keyOf = ({ post: { employment }, ...rest }: { readonly post: { employment: unknown } }): string =>
      JSON.stringify([rest, employment]);
    fc.assert(
      fc.property(fc.array(place, { maxLength: 60 }), (places) => {
        const cells = new FigureCells();
        const first = new Map<string, number>();
        const kept = places.flatMap((one, line) => {
          const before = cells.add(one, null, { ...NO_FIGURES, actual: line }, line);
          expect(before).toBe(first.get(keyOf(one)) ?? null);
          if (before !== null) return [];
          first.set(keyOf(one), line);
          return [{ ...one, division: null, units: { ...NO_FIGURES, actual: line } }];
        });
        expect([...cells]).toEqual(kept);
      }),
    );
  });
});
