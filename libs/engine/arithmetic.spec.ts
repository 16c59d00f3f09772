import { exp, expm1, log, log1p, pow, sqrt } from './arithmetic';

/** Distance in units in the last place; normal results only. */
function ulps(actual: number, expected: number): number {
  if (Object.is(actual, expected) || actual === expected) {
    return 0;
  }
  return Math.abs(actual - expected) / (2 ** Math.floor(Math.log2(Math.abs(expected))) * 2 ** -52);
}

/** A fixed, reproducible stream of numbers in [0, 1) (mulberry32). */
function* uniform(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    yield ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
}

function worst(count: number, sample: (u: () => number) => { actual: number; expected: number }): number {
  const stream = uniform(20261122);
  let largest = 0;
  for (let index = 0; index < count; index += 1) {
    const { actual, expected } = sample(() => stream.next().value);
    largest = Math.max(largest, ulps(actual, expected));
  }
  return largest;
}

describe('own elementary functions', () => {
  it('log agrees with the platform over the whole range', () => {
    const result = worst(50_000, (u) => {
      const x = 2 ** (u() * 2000 - 1000);
      return { actual: log(x), expected: Math.log(x) };
    });
    expect(result).toBeLessThanOrEqual(1);
  });

  it('log agrees near 1, where cancellation would show', () => {
    const result = worst(50_000, (u) => {
      const x = 1 + (u() - 0.5) * 2 ** -Math.floor(u() * 40);
      return { actual: log(x), expected: Math.log(x) };
    });
    expect(result).toBeLessThanOrEqual(1);
  });

  it('log1p and expm1 agree for small and large arguments', () => {
    const ofLog = worst(50_000, (u) => {
      const x = (u() - 0.5) * 2 ** (Math.floor(u() * 60) - 60);
      return { actual: log1p(x), expected: Math.log1p(x) };
    });
    const ofLargeLog = worst(50_000, (u) => {
      const x = u() * 2000 - 0.9999;
      return { actual: log1p(x), expected: Math.log1p(x) };
    });
    const ofExp = worst(50_000, (u) => {
      const x = (u() - 0.5) * 2 ** (5 - Math.floor(u() * 60));
      return { actual: expm1(x), expected: Math.expm1(x) };
    });
    expect(Math.max(ofLog, ofLargeLog, ofExp)).toBeLessThanOrEqual(2);
  });

  it('exp agrees over the whole range of normal results', () => {
    const result = worst(100_000, (u) => {
      const x = u() * 1416 - 707;
      return { actual: exp(x), expected: Math.exp(x) };
    });
    expect(result).toBeLessThanOrEqual(1);
  });

  it('pow agrees for the roots and powers that rates need', () => {
    const result = worst(100_000, (u) => {
      const x = u();
      const y = u() < 0.5 ? 1 / 12 : u() * 40;
      return { actual: pow(x, y), expected: Math.pow(x, y) };
    });
    expect(result).toBeLessThanOrEqual(1);
  });

  it('pow agrees for results near the ends of the range', () => {
    const result = worst(50_000, (u) => {
      const x = 2 ** (u() * 600 - 300);
      const y = ((u() < 0.5 ? -1 : 1) * (u() * 1000)) / Math.log2(x);
      return { actual: pow(x, y), expected: Math.pow(x, y) };
    });
    expect(result).toBeLessThanOrEqual(2);
  });

  it('treats the special values as IEEE 754 does', () => {
    expect([log(0), log(-1), log(Infinity), log(1)]).toEqual([-Infinity, NaN, Infinity, 0]);
    expect([log1p(-1), log1p(-2), log1p(Infinity)]).toEqual([-Infinity, NaN, Infinity]);
    expect([exp(-Infinity), exp(Infinity), exp(0), exp(710), exp(-746)]).toEqual([
      0,
      Infinity,
      1,
      Infinity,
      0,
    ]);
    expect([expm1(-Infinity), expm1(0)]).toEqual([-1, 0]);
    expect([pow(0, 0), pow(0, 0.5), pow(0, -1), pow(-1, 0.5), pow(1, Infinity)]).toEqual([
      1,
      0,
      Infinity,
      NaN,
      1,
    ]);
    expect([pow(2, Infinity), pow(0.5, Infinity), pow(2, 5000), pow(2, -5000)]).toEqual([
      Infinity,
      0,
      Infinity,
      0,
    ]);
    expect([exp(NaN), log(NaN), pow(NaN, 2), pow(2, NaN)]).toEqual([NaN, NaN, NaN, NaN]);
    expect([log(5e-324), exp(-745)]).toEqual([Math.log(5e-324), 5e-324]);
    expect(sqrt(2)).toBe(Math.SQRT2);
  });

  it('gives these bits on every platform', () => {
    const bits = (value: number): string => Buffer.from(Float64Array.of(value).buffer).toString('hex');
    expect([log(0.9), exp(-0.101), pow(0.899, 1 / 12), expm1(0.01), log1p(-0.008)].map(bits))
      .toMatchInlineSnapshot(`
      [
        "5c410a21e8f8babf",
        "a89ac0f704edec3f",
        "4d4a85eea2b7ef3f",
        "3f1391972e95843f",
        "957b0bd62b7380bf",
      ]
    `);
  });
});
