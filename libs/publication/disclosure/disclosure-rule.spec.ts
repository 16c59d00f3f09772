import fc from 'fast-check';
import { legendInterval, publishCount, publishedPercentage, wholePeople, WITHHELD } from './disclosure-rule';

describe('disclosure rule', () => {
  it('hides 0 to 4, rounds all else to the nearest 5, and says so in the legend', () => {
    const shown = [0, 4, 4.49, 4.5, 7, 8, 12, 13].map((value) => publishCount(value).value);
    expect(shown).toEqual([null, null, null, 5, 5, 10, 10, 15]);
    expect(legendInterval(publishCount(3), 'whole')).toEqual({ low: 0, high: 4 });
    expect(legendInterval(publishCount(6), 'whole')).toEqual({ low: 5, high: 7 });
    expect(legendInterval(publishCount(11), 'whole')).toEqual({ low: 8, high: 12 });
    expect(legendInterval(WITHHELD, 'whole')).toEqual({ low: 0, high: Infinity });
  });

  it('has the true value inside the legend, for people and for real values', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e5, noNaN: true }), (value) => {
        const real = legendInterval(publishCount(value), 'real');
        expect(value >= real.low && value <= real.high).toBe(true);
        const people = wholePeople(value);
        const whole = legendInterval(publishCount(people), 'whole');
        expect(people >= whole.low && people <= whole.high).toBe(true);
      }),
    );
  });

  it('gives percentages from published counts only, with a denominator of 20 or more', () => {
    expect(publishedPercentage(publishCount(11), publishCount(62))).toBe(16.7);
    expect(publishedPercentage(publishCount(11), publishCount(17))).toBeNull();
    expect(publishedPercentage(publishCount(3), publishCount(62))).toBeNull();
    expect(publishedPercentage(publishCount(11), WITHHELD)).toBeNull();
  });
});
