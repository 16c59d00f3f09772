import { inverseNormal, normalDistribution } from './normal-distribution';

/** Scores to the last bit, computed with mpmath from the doubles given. */
const SCORES = [
  [0.5000001, 2.506628273311648e-7],
  [0.1, -1.2815515655446004],
  [0.25, -0.6744897501960817],
  [0.9, 1.2815515655446006],
  [0.075, -1.439531470938456],
  [0.9999, 3.7190164854557084],
  [1e-10, -6.361340902404057],
  [1e-16, -8.222082216130435],
] as const;

/** Shares to the last bit, computed with mpmath. */
const SHARES = [
  [-6, 9.86587645037698e-10],
  [-3, 0.0013498980316300946],
  [0.3, 0.6179114221889527],
  [2.5, 0.9937903346742238],
  [5, 0.9999997133484281],
] as const;

describe('the normal distribution', () => {
  it.each(SCORES)('has the score of %p to 1e-15', (p, score) => {
    expect(Math.abs(inverseNormal(p) - score)).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(score)));
  });

  it.each(SHARES)('has the share below %p to 1e-15', (score, share) => {
    expect(Math.abs(normalDistribution(score) - share)).toBeLessThanOrEqual(1e-15);
  });

  it('has its ends', () => {
    expect([inverseNormal(0), inverseNormal(1), inverseNormal(0.5)]).toEqual([-Infinity, Infinity, 0]);
    expect(inverseNormal(-0.1)).toBeNaN();
    expect([normalDistribution(-50), normalDistribution(50)]).toEqual([0, 1]);
  });
});
