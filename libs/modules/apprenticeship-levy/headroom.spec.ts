import fc from 'fast-check';

import { furtherStarts } from './headroom';
import { runLedger, type LedgerQuestion } from './ledger';

const FIRST = 24_318;

function account(opening: number, paidIn: readonly number[], due: readonly number[]): LedgerQuestion {
  return {
    opening: [{ enteredMonth: FIRST - 1, pounds: opening }],
    months: paidIn.map((pounds, index) => ({
      month: FIRST + index,
      paidIn: pounds,
      due: due[index] ?? 0,
      transferIn: 0,
      transferOut: 0,
    })),
    expiresIn: (entered) => entered + 12,
  };
}

const months = fc.array(fc.double({ min: 0, max: 10_000, noNaN: true }), { minLength: 24, maxLength: 24 });

describe('further starts', () => {
  it('are what the tightest month leaves', () => {
    const paidIn = new Array<number>(6).fill(1000);
    expect(furtherStarts(account(0, paidIn, []), [100, 100, 100, 100, 100, 100])).toBeCloseTo(10, 6);
    // 500 saved for each of the first three months, 800 dearer afterwards: 1,500 + 3,000 for 3 x 150 each.
    expect(furtherStarts(account(0, paidIn, [500, 500, 500]), [0, 0, 0, 150, 150, 150])).toBeCloseTo(10, 6);
  });

  it('do not count on funds that expire first', () => {
    const paidIn = [...new Array<number>(12).fill(0), 300];
    const perStart = [...new Array<number>(12).fill(0), 100];
    // The opening funds entered a month before the first and expire in the twelfth.
    expect(furtherStarts(account(5000, paidIn, []), perStart)).toBeCloseTo(3, 6);
  });

  it('are none where the account falls short already, and without end where they cost nothing', () => {
    expect(furtherStarts(account(0, [100, 100], [50, 200]), [1, 1])).toBe(0);
    expect(furtherStarts(account(0, [100, 100], [50, 50]), [0, 0])).toBe(Infinity);
  });

  it('never make a shortfall, though a hundredth more would', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100_000, noNaN: true }),
        months,
        fc.array(fc.double({ min: 50, max: 2000, noNaN: true }), { minLength: 24, maxLength: 24 }),
        (opening, paidIn, perStart) => {
          const question = account(opening, paidIn, []);
          const most = furtherStarts(question, perStart);
          const shortfall = (starts: number): number =>
            runLedger({
              ...question,
              months: question.months.map((month, index) => ({
                ...month,
                due: starts * (perStart[index] ?? 0),
              })),
            }).months.reduce((sum, month) => sum + month.shortfall, 0);
          expect(shortfall(most)).toBeLessThanOrEqual(1e-4);
          expect(shortfall(most + 0.01)).toBeGreaterThan(1e-4);
        },
      ),
      { numRuns: 200 },
    );
  });
});
