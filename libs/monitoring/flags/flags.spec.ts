import { flagOf } from './flags';

const threshold = { watch: 0.02, act: 0.05, smallest: 200 };

describe('flags', () => {
  it.each([
    [10_000, 199, 'none'],
    [10_000, 200, 'watch'],
    [10_000, -499, 'watch'],
    [10_000, -500, 'act'],
    [100_000, 1_999, 'none'],
    [0, 199, 'none'],
    [0, 200, 'act'],
    [0, 0, 'none'],
  ])('plan %i, variance %i: %s', (plan, variance, flag) => {
    expect(flagOf({ plan, variance }, threshold)).toBe(flag);
  });
});
