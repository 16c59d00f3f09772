import fc from 'fast-check';

import { profileByBand, retirementFactors } from './retirement-by-age';
import { RETIREMENT_PARAMETERS } from './retirement-parameters';

const PROFILE = RETIREMENT_PARAMETERS.slice(1).map((parameter) => parameter.default.value);
const band = (fromAge: number, widthYears: number | null) => ({
  code: `from-${fromAge}`,
  fromAge,
  widthYears,
});

describe('the retirement profile', () => {
  it('is the mean over the single ages of a band', () => {
    const bands = [band(16, 34), band(50, 5), band(55, 10), band(65, null)];
    const [young, fifties, later, top] = profileByBand(bands, PROFILE) ?? [];
    [0, 0.02, 0.3].forEach((chance, index) => expect([young, fifties, top][index]).toBeCloseTo(chance, 12));
    expect(later).toBeCloseTo((5 * 0.1 + 5 * 0.2) / 10, 12);
  });

  it('is not known where the ages of a band are not', () => {
    expect(profileByBand([band(16, 34), { code: 'older', widthYears: null }], PROFILE)).toBeNull();
  });

  it('gives about 2 % a year for the nurses of September 2012, as published', () => {
    const bands = [band(15, 10), band(25, 10), band(35, 10), band(45, 10), band(55, 10), band(65, null)];
    const nurses = [13281, 70484, 105144, 114473, 40918, 2110];
    const all = nurses.reduce((sum, people) => sum + people, 0);
    const byBand = profileByBand(bands, PROFILE) ?? [];
    const retiring = byBand.reduce((sum, chance, index) => sum + chance * (nurses[index] ?? 0), 0) / all;
    expect(retiring).toBeGreaterThan(0.019);
    expect(retiring).toBeLessThan(0.025);
  });
});

describe('the level of retirement by age', () => {
  const monthlyRetirements = (retiring: number, otherStay: number) => {
    const stay = (1 - retiring) * otherStay;
    return stay === 1 ? 0 : ((1 - stay) * Math.log(1 - retiring)) / Math.log(stay);
  };

  it('makes as many retire in the first month as the group rate does, other causes competing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.02, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        fc.double({ min: 1e-5, max: 0.01, noNaN: true }),
        fc.double({ min: 0.9, max: 1, noNaN: true }),
        (weights, retiring, otherStay) => {
          const sum = weights.reduce((total, weight) => total + weight, 0);
          const ageShares = weights.map((weight) => weight / sum);
          const factors = retirementFactors([0, 0.02, 0.1, 0.3], { ageShares, retiring, otherStay }) ?? [];
          const byAge = factors.map((factor) => monthlyRetirements(1 - (1 - retiring) ** factor, otherStay));
          const total = byAge.reduce((all, share, age) => all + share * (ageShares[age] ?? 0), 0);
          expect(total / monthlyRetirements(retiring, otherStay)).toBeCloseTo(1, 8);
          expect(factors[0]).toBe(0);
          expect([...factors].sort((left, right) => left - right)).toEqual(factors);
        },
      ),
    );
  });

  it('leaves the group rate where nobody is of an age to retire', () => {
    expect(retirementFactors([0, 0.1], { ageShares: [1, 0], retiring: 0.001, otherStay: 0.99 })).toBeNull();
  });
});
