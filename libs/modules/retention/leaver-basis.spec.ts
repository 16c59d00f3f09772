import { annualLeaving, type MeasuredLeavers } from './leaver-basis';
import { LEAVER_BASES } from './leaver-basis-parameters';

const PLAIN: MeasuredLeavers = {
  basis: LEAVER_BASES.snapshot,
  figure: 0.1,
  headcountChange: 0,
  relativeParticipation: 1,
  leftOut: 0,
};

describe('the yearly chance of leaving', () => {
  it.each([
    ['leavers over the opening', {}, 0.1],
    // 316,219 / 310,078 - 1: 10.1 % of the mean are 31,628 of 310,078 (Parliamentary question 112582)
    [
      'leavers over the mean of both headcounts',
      { basis: LEAVER_BASES.snapshotWithStocks, figure: 0.101, headcountChange: 316219 / 310078 - 1 },
      0.102,
    ],
    ['a stability index', { basis: LEAVER_BASES.stabilityIndex, figure: 0.898 }, 0.102],
    ['exits over person-years', { basis: LEAVER_BASES.centralRate, figure: 0.105360516 }, 0.1],
    ['a month', { basis: LEAVER_BASES.monthlySnapshot, figure: 0.01 }, 1 - 0.99 ** 12],
    // 9.42 % of WTE leave, and leavers work 0.942 of what staff in post work: 10 % of people
    ['WTE', { figure: 0.0942, relativeParticipation: 0.942 }, 0.1],
    // Half of the hazard is left out: 1 - 0.9^2
    ['half of the leavers', { leftOut: 0.5 }, 0.19],
  ])('from %s', (_, change, expected) => {
    expect(annualLeaving({ ...PLAIN, ...change })).toBeCloseTo(expected, 6);
  });

  it('never reaches everybody, however extreme the figures', () => {
    const extreme = { ...PLAIN, figure: 0.95, relativeParticipation: 0.3, leftOut: 0.9 };
    expect(annualLeaving(extreme)).toBeLessThan(1);
  });
});
