import { binomial, poisson } from './counts';
import { Substream } from './substream';

const DRAWS = 20_000;

/** Mean and variance of counts, one per draw. */
function momentsOf(count: (next: () => number) => number): { mean: number; variance: number } {
  const stream = new Substream('11', 'counts');
  const counts = Array.from({ length: DRAWS }, (_, draw) => {
    let position = 0;
    return count(() => stream.uniform(draw, position++));
  });
  const mean = counts.reduce((sum, each) => sum + each, 0) / DRAWS;
  return { mean, variance: counts.reduce((sum, each) => sum + (each - mean) ** 2, 0) / DRAWS };
}

describe('random counts', () => {
  it.each([
    [3, 0.2],
    [40, 0.9],
    [2_000, 0.4],
  ])('binomial(%p, %p) has mean n p and variance n p (1 - p)', (trials, probability) => {
    const { mean, variance } = momentsOf((next) => binomial(trials, probability, next));
    const expected = trials * probability * (1 - probability);
    // Five standard errors of a mean and of a variance.
    expect(Math.abs(mean - trials * probability)).toBeLessThan(5 * Math.sqrt(expected / DRAWS));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(5 * Math.sqrt(3 / DRAWS));
  });

  it('binomial has the probabilities of the formula', () => {
    const stream = new Substream('12', 'three');
    const seen = [0, 0, 0, 0];
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const successes = binomial(3, 0.2, () => stream.uniform(draw));
      seen[successes] = (seen[successes] ?? 0) + 1;
    }
    [0.512, 0.384, 0.096, 0.008].forEach((probability, successes) => {
      const error = Math.sqrt((probability * (1 - probability)) / DRAWS);
      expect(Math.abs((seen[successes] ?? 0) / DRAWS - probability)).toBeLessThan(5 * error);
    });
  });

  it.each([0.3, 12, 700])('poisson(%p) has its mean as variance', (expected) => {
    const { mean, variance } = momentsOf((next) => poisson(expected, next));
    expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(expected / DRAWS));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(5 * Math.sqrt((2 + 1 / expected) / DRAWS));
  });

  it('certain trials all succeed, impossible ones never', () => {
    const next = (): number => 0.5;
    expect([binomial(7, 1, next), binomial(7, 0, next), binomial(0, 0.5, next)]).toEqual([7, 0, 0]);
    expect(poisson(0, next)).toBe(0);
  });
});
