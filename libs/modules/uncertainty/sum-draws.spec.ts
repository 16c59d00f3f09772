import * as fc from 'fast-check';
import { DrawTable } from '#engine';

import { bandOf } from './draw-bands';
import { HEADLINE_MEASURES, seriesOf, withTotal, type ProjectionDraws } from './projection-draws';
import { addToSum, draftSum, frameOfSum, joinDraws, sumDraws, takeFromSum, yearEndsOf } from './sum-draws';

/** Draws in which FTE of a group is `value(time, draw)`, and of all the same. */
function drawsOf(
  months: readonly string[],
  group: string,
  value: (time: number, draw: number) => number,
  draws = 3,
): ProjectionDraws {
  const staffGroups = withTotal([group]);
  const table = new DrawTable(staffGroups.length * HEADLINE_MEASURES.length, months.length, draws);
  const result = { months, staffGroups, range: { from: 0, to: draws }, table };
  for (const code of staffGroups) {
    months.forEach((_, time) => {
      table.at(seriesOf(result, code, 'fte'), time).forEach((__, draw, all) => {
        all[draw] = value(time, draw);
      });
    });
  }
  return result;
}

const MONTHS = ['2026-02', '2026-03', '2026-04'];

describe('a sum of draws', () => {
  it('adds draw by draw, over the groups of any and the months of all', () => {
    const one = drawsOf(MONTHS, 'midwives', (time, draw) => 100 * time + draw);
    const other = drawsOf(MONTHS.slice(1), 'managers', (time, draw) => 1000 * (time + 1) + 10 * draw);
    const sum = sumDraws([one, other]);
    expect(sum.months).toEqual(['2026-03', '2026-04']);
    expect(sum.staffGroups).toEqual(['midwives', 'managers', 'all-staff']);
    const at = (code: string, time: number): number[] => [...sum.table.at(seriesOf(sum, code, 'fte'), time)];
    expect(at('midwives', 0)).toEqual([100, 101, 102]);
    expect(at('managers', 1)).toEqual([2000, 2010, 2020]);
    expect(at('all-staff', 1)).toEqual([2200, 2211, 2222]);
    expect(one.table.at(seriesOf(one, 'midwives', 'fte'), 1)).toEqual(Float64Array.of(100, 101, 102));
  });

  it('has the range of the sums, not the sum of the ranges', () => {
    // Two members that move against each other: their sum does not move at all.
    const up = drawsOf(MONTHS, 'midwives', (_, draw) => 100 + draw, 101);
    const down = drawsOf(MONTHS, 'midwives', (_, draw) => 100 - draw, 101);
    const band = bandOf(sumDraws([up, down]), 'all-staff', 'fte');
    expect([band.p10[2], band.p50[2], band.p90[2]]).toEqual([200, 200, 200]);
    expect(bandOf(up, 'all-staff', 'fte').p90[2]).toBeCloseTo(190.1, 9);
  });

  it('is the same to the bit in any order, and after a member has come and gone', () => {
    const [staffGroups, range] = [withTotal(['midwives']), { from: 0, to: 3 }];
    const member = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 6 }), member, (values, passing) => {
        const toDraws = (of: readonly number[]) =>
          drawsOf(MONTHS, 'midwives', (time, draw) => of[time * 3 + draw] as number);
        const members = values.map(toDraws);
        const sum = sumDraws(members);
        const other = draftSum({ months: MONTHS, staffGroups }, range);
        addToSum(other, toDraws(passing));
        for (const each of [...members].reverse()) addToSum(other, each);
        takeFromSum(other, toDraws(passing));
        expect(other.table.values).toEqual(sum.table.values);
        const exact = values.reduce((total, of) => total + (of[0] as number), 0);
        expect(sum.table.at(seriesOf(sum, 'midwives', 'fte'), 0)[0]).toBeCloseTo(exact, 7);
      }),
    );
  });

  it('keeps the year ends alone for what lies above a system', () => {
    const ends = yearEndsOf(drawsOf(MONTHS, 'midwives', (time, draw) => 100 * time + draw));
    expect(ends.months).toEqual(['2026-03']);
    expect([...ends.table.at(seriesOf(ends, 'midwives', 'fte'), 0)]).toEqual([100, 101, 102]);
  });

  it('refuses draws of another range, parts with a gap, and nothing', () => {
    const three = drawsOf(MONTHS, 'midwives', () => 1);
    const two = drawsOf(MONTHS, 'midwives', () => 1, 2);
    expect(() => sumDraws([three, two])).toThrow('cannot be added');
    expect(() => joinDraws([three, { ...two, range: { from: 4, to: 6 } }])).toThrow('do not follow');
    expect(() => frameOfSum([])).toThrow('no draws to sum');
    expect(() => sumDraws([three, drawsOf(['2030-03'], 'midwives', () => 1)])).toThrow('share no month');
  });
});
