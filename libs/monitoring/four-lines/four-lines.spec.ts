import fc from 'fast-check';
import { EXTRA_WORK, addMonths, explainMonth, type LoadedMonth } from './four-lines';

const units = fc.integer({ min: -1e9, max: 1e9 });
const maybe = fc.option(units, { nil: null });
const extra = fc.record({ overtime: maybe, bank: maybe, agency: maybe });
const loaded: fc.Arbitrary<LoadedMonth> = fc.record({
  lines: fc.record({ contracted: maybe, worked: maybe, establishment: maybe, requirement: maybe }),
  paid: extra,
  rostered: extra,
  onLeave: maybe,
});
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('the four lines', () => {
  it('are explained to the last digit, whatever is loaded', () => {
    fc.assert(
      fc.property(loaded, (month) => {
        const { lines, parts, difference } = explainMonth(month);
        if (lines.contracted === null || lines.worked === null) {
          expect([parts, difference]).toEqual([null, null]);
        } else {
          expect(lines.contracted + sumOf(Object.values(parts ?? {}))).toBe(lines.worked);
        }
      }),
    );
  });

  it('of all staff are the sums of those of the staff groups', () => {
    fc.assert(
      fc.property(fc.array(loaded, { minLength: 1, maxLength: 6 }), (months) => {
        const all = addMonths(months);
        const known = months.flatMap(({ lines }) => lines.worked ?? []);
        expect(all.lines.worked).toBe(known.length === 0 ? null : sumOf(known));
        for (const work of EXTRA_WORK) {
          expect(all.paid[work] ?? 0).toBe(sumOf(months.map(({ paid }) => paid[work] ?? 0)));
        }
      }),
    );
  });

  it('say what was worked, what was paid in another month, and what nothing explains', () => {
    const month = explainMonth({
      lines: { contracted: 100, worked: 118, establishment: 120, requirement: 126 },
      paid: { overtime: 2, bank: 9, agency: 4 },
      rostered: { overtime: null, bank: 11, agency: 4 },
      onLeave: 5,
    });
    expect(month).toMatchObject({ vacancies: 20, unfunded: 6, difference: 18 });
    // 100 + 2 + 11 + 4 - 2 (paid later) - 5 (on leave) is 110: 8 more were worked, and nothing says why.
    expect(month.parts).toEqual({ overtime: 2, bank: 11, agency: 4, timing: -2, leave: -5, residual: 8 });
  });
});
