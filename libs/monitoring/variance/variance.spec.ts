import * as fc from 'fast-check';
import { compareMonth, comparePayToDate } from './compare-month';
import { COMPARED_LINE_NAMES } from './lines';
import type { Variance } from './variance';
import { coarserParts, sumOf, wholeParts } from './whole-parts';
import { comparedYear } from './year-figures.fixture';

const expectExact = ({ plan, actual, variance, parts }: Variance): void => {
  const figures = Object.values(parts);
  expect(variance).toBe(actual - plan);
  expect(figures.every(Number.isSafeInteger)).toBe(true);
  expect(sumOf(figures)).toBe(variance);
  expect(sumOf([...figures].reverse())).toBe(variance);
};

describe('parts of a variance', () => {
  it('add up to the last unit, on every line and month, whatever is loaded', () => {
    fc.assert(
      fc.property(comparedYear, (year) => {
        for (const line of COMPARED_LINE_NAMES) {
          year.actual.months.forEach((_, month) => {
            const variance = compareMonth(year, month, line);
            if (variance !== null) expectExact(variance);
          });
        }
        const toDate = comparePayToDate(year, year.actual.months.length - 1);
        if (toDate !== null) expectExact(toDate);
      }),
      { numRuns: 400 },
    );
  });

  it('are all 0 where everything came as planned', () => {
    fc.assert(
      fc.property(comparedYear, ({ plan }) => {
        const year = { plan, actual: plan, reforecast: [] };
        for (const line of COMPARED_LINE_NAMES) {
          const parts = Object.values(compareMonth(year, 11, line)?.parts ?? {});
          expect(parts.every((part) => part === 0)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('add up as they are shown, in tenths or whole figures', () => {
    const parts = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(parts, fc.constantFrom(10, 100, 100_000), (figures, size) => {
        const shown = coarserParts(figures, size);
        expect(sumOf(shown)).toBe(Math.round(sumOf(figures) / size));
        shown.forEach((part, place) => expect(Math.abs(part - (figures[place] ?? 0) / size)).toBeLessThan(1));
      }),
    );
  });

  it('give the units that rounding leaves to the largest remainders', () => {
    expect(wholeParts([1.5, 2.25, -3.75], 0)).toEqual([2, 2, -4]);
    expect(wholeParts([], 0)).toEqual([]);
    expect(() => wholeParts([], 1)).toThrow('no parts cannot add up to 1');
    expect(() => wholeParts([2 ** 54], 2 ** 54)).toThrow(RangeError);
  });
});
