import * as fc from 'fast-check';
import {
  annualExitProbability,
  annualProbability,
  combinedEffect,
  coverageInMonth,
  monthlyProbability,
  overPeriods,
  retain,
  splitByCause,
  totalOfCauses,
} from './rates';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('annual probability of leaving', () => {
  it('takes a snapshot rate as it stands, or on the opening stock where both stocks are known', () => {
    expect(annualExitProbability({ basis: 'snapshot-rate', rate: 0.1 })).toBe(0.1);
    const stocks = { opening: 1000, closing: 1200 };
    expect(annualExitProbability({ basis: 'snapshot-rate', rate: 0.1, stocks })).toBeCloseTo(0.11, 12);
  });

  it('converts stability index, central rate and monthly snapshot rate', () => {
    expect(annualExitProbability({ basis: 'stability-index', index: 0.9 })).toBeCloseTo(0.1, 12);
    expect(annualExitProbability({ basis: 'central-rate', rate: 0.1 })).toBeCloseTo(1 - Math.exp(-0.1), 15);
    expect(annualExitProbability({ basis: 'monthly-snapshot-rate', rate: 0.01 })).toBeCloseTo(
      1 - 0.99 ** 12,
      14,
    );
  });
});

describe('periods', () => {
  it('converts there and back', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (annual) => {
        expect(annualProbability(monthlyProbability(annual))).toBeCloseTo(annual, 12);
      }),
    );
  });

  it('keeps tiny rates and the ends of the range', () => {
    expect(monthlyProbability(1.2e-15)).toBeCloseTo(1e-16, 28);
    expect([monthlyProbability(0), monthlyProbability(1), overPeriods(1, 0)]).toEqual([0, 1, 0]);
  });
});

describe('causes', () => {
  it('together give the total whatever the shares', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }),
        (total, weights) => {
          const all = weights.reduce((sum, weight) => sum + weight, 0);
          fc.pre(all > 0);
          const byCause = splitByCause(
            total,
            weights.map((weight) => weight / all),
          );
          expect(totalOfCauses(byCause)).toBeCloseTo(total, 12);
        },
      ),
    );
  });

  it('gives a cause without a share nothing, even where everybody leaves', () => {
    expect(splitByCause(1, [1, 0])).toEqual([1, 0]);
  });
});

describe('retention interventions', () => {
  const flexible = { effect: 0.2, coverage: 0.5, startMonth: 3, fullMonth: 9 };

  it('cover nobody before they start, everybody they reach once in place, and a straight ramp between', () => {
    expect([0, 3, 6, 9, 24].map((month) => coverageInMonth(flexible, month))).toEqual([0, 0, 0.25, 0.5, 0.5]);
  });

  it('start at full coverage where start and full month are the same', () => {
    const atOnce = { ...flexible, fullMonth: 3 };
    expect([2, 3].map((month) => coverageInMonth(atOnce, month))).toEqual([0, 0.5]);
  });

  it('multiply and never add', () => {
    expect(combinedEffect([flexible, flexible], 9)).toBeCloseTo(1 - 0.9 * 0.9, 15);
    fc.assert(
      fc.property(share, share, (one, other) => {
        const full = (effect: number) => ({ effect, coverage: 1, startMonth: 0, fullMonth: 0 });
        const combined = combinedEffect([full(one), full(other)], 1);
        expect(combined).toBeLessThanOrEqual(Math.min(1, one + other) + 1e-12);
        expect(combined).toBeGreaterThanOrEqual(Math.max(one, other) - 1e-12);
      }),
    );
  });

  it('scale the hazard', () => {
    expect(retain(0.19, 0.5)).toBeCloseTo(0.1, 15);
    expect([retain(0.19, 0), retain(0.19, 1)]).toEqual([expect.closeTo(0.19, 15), 0]);
  });
});
