import fc from 'fast-check';

import { completions, dueFor, inTraining, paymentsOf, type ApprenticeCohort } from './cohort';

const cohorts: fc.Arbitrary<ApprenticeCohort> = fc
  .record({
    startMonth: fc.integer({ min: 24_300, max: 24_340 }),
    months: fc.integer({ min: 1, max: 60 }),
    people: fc.double({ min: 0, max: 500, noNaN: true }),
    completionRate: fc.double({ min: 0, max: 1, noNaN: true }),
    withdrawal: fc.option(fc.integer({ min: 1, max: 60 })),
    price: fc.double({ min: 0, max: 40_000, noNaN: true }),
    band: fc.double({ min: 0, max: 27_000, noNaN: true }),
  })
  .map(({ withdrawal, price, band, ...cohort }) => ({
    ...cohort,
    entry: 'e',
    standard: 's',
    title: 's',
    donorGroup: 'g',
    targetGroup: null,
    targetBand: null,
    isRecruited: false,
    isUnderWay: false,
    firstMonth: cohort.startMonth,
    withdrawalMonth: withdrawal === null ? null : Math.min(withdrawal, cohort.months),
    payments: paymentsOf({
      pricePounds: price,
      bandPounds: band,
      fundedShare: 1,
      plannedMonths: cohort.months,
      monthlyShare: 0.8,
      completionShare: 0.2,
    }),
  }));

const span = Array.from({ length: 140 }, (_, index) => 24_290 + index);

describe('a cohort of apprentices', () => {
  it('only shrinks in training, and ends as those who complete', () => {
    fc.assert(
      fc.property(cohorts, (cohort) => {
        const training = span.map((month) => inTraining(cohort, month));
        const inside = training.slice(cohort.firstMonth - 24_290, cohort.firstMonth - 24_290 + cohort.months);
        inside.forEach((people, index) =>
          expect(people).toBeLessThanOrEqual((inside[index - 1] ?? cohort.people) + 1e-9),
        );
        const complete = span.reduce((sum, month) => sum + completions(cohort, month), 0);
        expect(complete).toBeCloseTo(cohort.people * cohort.completionRate, 9);
        expect(inside.at(-1)).toBeCloseTo(complete, 9);
        expect(training.reduce((sum, people) => sum + people, 0)).toBeCloseTo(
          inside.reduce((sum, people) => sum + people, 0),
          9,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('costs its price for each who completes, and never more than price x starts', () => {
    fc.assert(
      fc.property(cohorts, (cohort) => {
        const dues = span.map((month) => dueFor(cohort, month));
        const paid = dues.reduce(
          (sum, { instalments, completions: last, ownMoney }) => sum + instalments + last + ownMoney,
          0,
        );
        const { instalment, completion, ownInstalment, ownCompletion } = cohort.payments;
        const price = cohort.months * (instalment + ownInstalment) + completion + ownCompletion;
        const complete = cohort.people * cohort.completionRate;
        expect(paid).toBeGreaterThanOrEqual(complete * price * (1 - 1e-9) - 1e-9);
        expect(paid).toBeLessThanOrEqual(cohort.people * price * (1 + 1e-9) + 1e-9);
      }),
      { numRuns: 500 },
    );
  });
});
