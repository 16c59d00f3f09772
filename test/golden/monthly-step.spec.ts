import { annualProbability, monthlyProbability, simulate } from '#engine';
import { expectNear, readVector, textbookInput } from './textbook';

interface Vector {
  readonly cases: readonly [
    { n: number; annual_q: number; months: number; expect: number },
    {
      n: number;
      annual_q: number;
      joiners_per_month: number;
      months: number;
      expect: number;
      tolerance: number;
    },
    {
      n: number;
      annual_q_by_cause: number[];
      months: number;
      expect: number;
      exits_by_cause: number[];
      tolerance: number;
    },
    { monthly: number[]; expect_annual: number[]; tolerance: number },
  ];
}

const [constantRate, withJoiners, twoCauses, conversion] = readVector<Vector>('monthly-step').cases;

function closing(people: number, exits: readonly number[], months: number, joiners = 0): number {
  const groups = [{ code: 'nurses', people, exits, joiners }];
  return simulate(textbookInput({ groups, months, stepYears: 1 / 12 })).groups[0]?.headcount.at(-1) ?? NaN;
}

describe('one month (projection model, section 3)', () => {
  it('compounds to the annual rate after twelve months', () => {
    const exits = [monthlyProbability(constantRate.annual_q)];
    expectNear(closing(constantRate.n, exits, constantRate.months), constantRate.expect, 1e-9);
  });

  it('lets joiners arrive in the middle of the month', () => {
    const { n, annual_q, joiners_per_month, months, expect: expected, tolerance } = withJoiners;
    expectNear(closing(n, [monthlyProbability(annual_q)], months, joiners_per_month), expected, tolerance);
  });

  it('splits the exits of competing causes', () => {
    const { n, annual_q_by_cause, months, expect: expected, exits_by_cause, tolerance } = twoCauses;
    const exits = annual_q_by_cause.map(monthlyProbability);
    const [group] = simulate(
      textbookInput({ groups: [{ code: 'nurses', people: n, exits }], months, stepYears: 1 / 12 }),
    ).groups;
    expectNear(group?.headcount.at(-1) ?? NaN, expected, tolerance);
    exits_by_cause.forEach((annual, cause) => {
      const total = group?.exits[cause]?.reduce((sum, month) => sum + month, 0) ?? NaN;
      expectNear(total, annual, tolerance);
    });
  });

  it('converts monthly rates to annual ones', () => {
    conversion.monthly.forEach((monthly, index) => {
      expectNear(annualProbability(monthly), conversion.expect_annual[index] ?? NaN, conversion.tolerance);
    });
  });
});
