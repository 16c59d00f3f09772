import { assume, BASE, last, NURSES, seriesOf, SUPPORT } from '../../../test/support/example-projection';
import { project, tornado, varianceShares, type Figure, type ProjectionInput } from '../projection';

const END = 28;
const NURSES_AT_END: Figure = { measure: 'fte', staffGroup: NURSES, from: 0, to: END };
const LEAVERS = 'retention.leaver-rate';

function withRanges(ranges: readonly (readonly [string, string, number, number, number])[]): ProjectionInput {
  const assumptions = { ...assume({}) };
  for (const [parameter, group, low, value, high] of ranges) {
    const all = (each: number): number[] => new Array<number>(BASE.calendar.years + 1).fill(each);
    assumptions[parameter] = {
      ...assumptions[parameter],
      [group]: { values: all(value), low: all(low), high: all(high) },
    };
  }
  return { ...BASE, assumptions };
}

const INPUT = withRanges([
  ['sickness-absence.rate', NURSES, 0.04, 0.055, 0.07],
  ['retention.participation-change', NURSES, -0.003, 0, 0.003],
  [LEAVERS, NURSES, 0.07, 0.085, 0.13],
  [LEAVERS, SUPPORT, 0.1, 0.14, 0.2],
]);

describe('a tornado', () => {
  const result = tornado(INPUT, [NURSES_AT_END, { ...NURSES_AT_END, measure: 'pay-bill', from: END - 12 }]);

  it('orders assumptions by what they do to the first figure', () => {
    expect(result.bars.map(({ parameter, staffGroup }) => [parameter, staffGroup])).toEqual([
      [LEAVERS, NURSES],
      ['retention.participation-change', NURSES],
      [LEAVERS, SUPPORT],
      ['sickness-absence.rate', NURSES],
    ]);
    expect(result.bars[3]?.swing[0]).toBe(0);
  });

  it('has the figures of a projection with the assumption at its low', () => {
    const low = project({
      ...INPUT,
      assumptions: assume({ [LEAVERS]: { [NURSES]: 0.07, [SUPPORT]: 0.14 } }),
    });
    expect(result.bars[0]?.atLow[0]).toBe(last(seriesOf(low, NURSES).fte));
    expect(result.central[0]).toBe(last(seriesOf(project(INPUT), NURSES).fte));
    expect(result.bars[0]?.assumption).toEqual({ low: 0.07, value: 0.085, high: 0.13 });
  });

  it('sums a flow over its months', () => {
    const pay = seriesOf(project(INPUT), NURSES)['pay-bill'].slice(END - 11, END + 1);
    expect(result.central[1]).toBe(pay.reduce((sum, value) => sum + value, 0));
  });
});

describe('shares of variance', () => {
  it('go to what moves the figure, and little to interactions', () => {
    const { shares, variance } = varianceShares(INPUT, NURSES_AT_END, { assumptions: 3, samples: 300 });
    expect(variance).toBeGreaterThan(0);
    const [first, second, third] = shares;
    expect([first?.parameter, second?.parameter]).toEqual([LEAVERS, 'retention.participation-change']);
    expect(first?.total).toBeGreaterThan(0.8);
    expect(Math.abs((first?.firstOrder ?? NaN) - (first?.total ?? NaN))).toBeLessThan(0.2);
    expect(third?.total).toBe(0);
  });
});
