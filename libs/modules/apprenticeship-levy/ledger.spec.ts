import fc from 'fast-check';

import { runLedger, type LedgerQuestion } from './ledger';

const FIRST = 24_312;
const AUGUST = FIRST + 7;

const pounds = fc.double({ min: 0, max: 500_000, noNaN: true });
const sometimes = fc.oneof(fc.constant(0), pounds);

/** Two years and more, with 24 months for funds from before the change and `after` months for later ones. */
const cases: fc.Arbitrary<LedgerQuestion> = fc
  .record({
    opening: fc.array(pounds, { maxLength: 24 }),
    months: fc.array(
      fc.record({ paidIn: sometimes, due: sometimes, transferIn: sometimes, transferOut: sometimes }),
      { minLength: 1, maxLength: 48 },
    ),
    before: fc.integer({ min: 1, max: 24 }),
    after: fc.integer({ min: 1, max: 24 }),
  })
  .map(({ opening, months, before, after }) => ({
    opening: opening.map((each, index) => ({ enteredMonth: FIRST - opening.length + index, pounds: each })),
    months: months.map((month, index) => ({ ...month, month: FIRST + index })),
    expiresIn: (entered) => entered + (entered < AUGUST ? before : after),
  }));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Largest error of a sum of money, relative to what went in. */
const near = (question: LedgerQuestion): number =>
  1e-9 *
  Math.max(
    1,
    sum(question.opening.map((lot) => lot.pounds)),
    sum(question.months.map((month) => month.paidIn)),
  );

describe('the levy ledger', () => {
  it('accounts for every lot and every month, and never runs below 0', () => {
    fc.assert(
      fc.property(cases, (question) => {
        const { lots, months } = runLedger(question);
        for (const lot of lots) {
          const uses = [lot.spent, lot.transferredOut, lot.expired, lot.balance];
          expect(Math.min(...uses)).toBeGreaterThanOrEqual(0);
          expect(Math.abs(lot.paidIn - sum(uses))).toBeLessThanOrEqual(1e-9 * Math.max(1, lot.paidIn));
        }
        months.forEach((month, index) => {
          const asked = question.months[index];
          const out = month.transferredOut + month.spent + month.expired + month.closing;
          expect(Math.abs(month.opening + month.paidIn - out)).toBeLessThanOrEqual(near(question));
          const met = month.paidByTransfer + month.spent + month.shortfall;
          expect(Math.abs((asked?.due ?? NaN) - met)).toBeLessThanOrEqual(near(question));
          expect(Math.min(month.closing, month.shortfall, month.expired)).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('lets no lot expire after a younger one was spent', () => {
    fc.assert(
      fc.property(cases, (question) => {
        for (let end = 1; end <= question.months.length; end += 1) {
          const { lots } = runLedger({ ...question, months: question.months.slice(0, end) });
          const month = FIRST + end - 1;
          const expiring = lots.findIndex((lot) => lot.expired > 0 && lot.expiresIn === month);
          if (expiring < 0) continue;
          const younger = lots.slice(expiring + 1);
          expect(sum(younger.map((lot) => lot.spent + lot.transferredOut))).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('expires what the published formula says, where one period serves all funds', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 24 }), (question, period) => {
        const entered = [
          ...question.opening.map((lot) => ({ month: lot.enteredMonth, pounds: lot.pounds })),
          ...question.months.map(({ month, paidIn }) => ({ month, pounds: paidIn })),
        ].filter(({ month }) => month >= FIRST - period);
        const opening = question.opening.filter((lot) => lot.enteredMonth >= FIRST - period);
        const { months } = runLedger({ ...question, opening, expiresIn: (month) => month + period });
        let paid = 0;
        let expired = 0;
        for (const month of months) {
          paid += month.spent + month.transferredOut;
          const old = entered.filter((each) => each.month + period <= month.month);
          const ofMonth = Math.max(0, sum(old.map((each) => each.pounds)) - paid - expired);
          expect(Math.abs(month.expired - ofMonth)).toBeLessThanOrEqual(near(question));
          expired += month.expired;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has a shortfall only in months in which nothing is left', () => {
    fc.assert(
      fc.property(cases, (question) => {
        for (const { shortfall, closing, expired } of runLedger(question).months) {
          if (shortfall > near(question)) expect(closing + expired).toBe(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('covers a month in part and co-invests the rest (published vector, £433.33 due and £100.00 there)', () => {
    const month = { month: FIRST, paidIn: 100, due: 433.33, transferIn: 0, transferOut: 0 };
    const [result] = runLedger({ opening: [], months: [month], expiresIn: (entered) => entered + 24 }).months;
    expect(result?.shortfall).toBeCloseTo(333.33, 10);
    expect(result?.spent).toBe(100);
  });
});
