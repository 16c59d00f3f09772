import * as fc from 'fast-check';
import { quantiles } from './quantile';

describe('exact quantiles of type 7', () => {
  it('interpolate between the neighbours of (n - 1) p', () => {
    // Sorted 1 2 4 8 16: places 0.4, 2 and 3.6.
    expect(quantiles(Float64Array.of(8, 1, 16, 4, 2), [0.1, 0.5, 0.9])).toEqual([1.4, 4, 12.8]);
    expect(quantiles(Float64Array.of(3), [0, 0.5, 1])).toEqual([3, 3, 3]);
  });

  it('are those of the sorted sample', () => {
    const even = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const tied = fc.integer({ min: 0, max: 3 });
    const farApart = fc.constantFrom(-1e300, -1, 0, 5e-324, 1e-310, 1, 1 + 2 ** -52, 1e300);
    const sample = fc.oneof(
      ...[even, tied, farApart].map((value) => fc.array(value, { minLength: 1, maxLength: 200 })),
    );
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(sample, fc.array(probability, { maxLength: 5 }), (values, asked) => {
        const probabilities = [...asked].sort((a, b) => a - b);
        const sorted = [...values].sort((a, b) => a - b);
        const expected = probabilities.map((p) => {
          const place = (sorted.length - 1) * p;
          const lower = sorted[Math.floor(place)] ?? NaN;
          const upper = sorted[Math.ceil(place)] ?? NaN;
          return lower + (place - Math.floor(place)) * (upper - lower);
        });
        quantiles(Float64Array.from(values), probabilities).forEach((quantile, index) => {
          expect(quantile).toBe(expected[index]);
        });
      }),
    );
  });

  it('refuse an empty sample and a probability above 1', () => {
    expect(() => quantiles(new Float64Array(), [0.5])).toThrow('at least one value');
    expect(() => quantiles(Float64Array.of(1), [1.1])).toThrow('use 0 to 1');
  });
});
