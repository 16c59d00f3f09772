import fc from 'fast-check';
import { roundForPublication } from './disclosure-rounding';

describe('rounding for publication', () => {
  it.each([
    [0, null],
    [4.49, null],
    [4.5, 5],
    [7.49, 5],
    [7.5, 10],
    [12.4, 10],
    [12.5, 15],
    [1002.4, 1000],
    [1002.5, 1005],
  ])('publishes %p as %p', (trueValue, published) => {
    expect(roundForPublication(trueValue).value).toBe(published);
  });

  it('marks a hidden value, and only a hidden value', () => {
    expect(roundForPublication(3)).toEqual({ value: null, status: 'c' });
    expect(roundForPublication(33)).toEqual({ value: 35, status: '' });
  });

  it('never publishes a number under 5 nor one further than 3 from the truth', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2e6, noNaN: true }), (trueValue) => {
        const { value } = roundForPublication(trueValue);
        if (value === null) return trueValue < 4.5;
        return value >= 5 && value % 5 === 0 && Math.abs(value - trueValue) <= 3;
      }),
    );
  });

  it.each([-0.01, Number.NaN, Number.POSITIVE_INFINITY])('refuses %p', (value) => {
    expect(() => roundForPublication(value)).toThrow(RangeError);
  });
});
