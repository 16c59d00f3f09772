import { leverTotals } from './lever-totals';

const planned = (
  organisation: string,
  lever: string,
  { amounts, addsUp }: { amounts: readonly number[]; addsUp: boolean },
) => ({ lever, label: lever, unit: 'unit', addsUp, organisation, amounts, cost: 5 });

describe('a lever over organisations', () => {
  it('sums people, and has a mean and a range of rates', () => {
    const levers = [
      planned('A', 'recruits', { amounts: [1, 2], addsUp: true }),
      planned('B', 'recruits', { amounts: [3, 0], addsUp: true }),
      planned('A', 'turnover', { amounts: [2, 5], addsUp: false }),
      planned('B', 'turnover', { amounts: [4, 1], addsUp: false }),
    ];
    expect(leverTotals(levers)).toMatchObject([
      { lever: 'recruits', organisations: 2, amounts: [4, 2], range: null, cost: 10 },
      { lever: 'turnover', amounts: [3, 3], range: { least: [2, 1], greatest: [4, 5] } },
    ]);
  });
});
