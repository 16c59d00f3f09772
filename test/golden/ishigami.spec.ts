import { sobolIndices } from '#engine';
import vector from './vectors/ishigami.json';

/** `sin x1 + a sin^2 x2 + b x3^4 sin x1` with inputs even on (-pi, pi). */
function ishigami(uniforms: Float64Array): readonly number[] {
  const [x1 = NaN, x2 = NaN, x3 = NaN] = [...uniforms].map((uniform) => Math.PI * (2 * uniform - 1));
  return [Math.sin(x1) + vector.a * Math.sin(x2) ** 2 + vector.b * x3 ** 4 * Math.sin(x1)];
}

describe('Sobol indices of the Ishigami function', () => {
  const [indices] = sobolIndices(['x1', 'x2', 'x3'], ishigami, { seed: '1', samples: 20_000 });

  it('have the variance of the formula', () => {
    expect(Math.abs((indices?.variance ?? NaN) / vector.variance - 1)).toBeLessThan(0.02);
  });

  it.each([0, 1, 2])('are the published ones for input %p', (input) => {
    const { firstOrder, total, tolerance } = vector;
    expect(Math.abs((indices?.firstOrder[input] ?? NaN) - (firstOrder[input] ?? NaN))).toBeLessThan(
      tolerance,
    );
    expect(Math.abs((indices?.total[input] ?? NaN) - (total[input] ?? NaN))).toBeLessThan(tolerance);
  });

  it('are none of a figure that does not vary', () => {
    const [constant] = sobolIndices(['x'], () => [4], { seed: '1', samples: 10 });
    expect(constant).toEqual({ variance: 0, firstOrder: [null], total: [null] });
    expect(() => sobolIndices(['x'], () => [4], { seed: '1', samples: 1 })).toThrow('too few');
  });
});
