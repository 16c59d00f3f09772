import { MONTHLY_MEASURES, type MonthlyMeasure } from '#modules/projection';
import { monthNumber } from '../series/calendar-month';
import type { GroupSeries } from '../series/series.codec';
import { EXIT_MEASURES, JOINER_MEASURES, netMovesWithinSystem } from './net-moves';
import { commonSpan, sumSeries } from './sum-series';

type Given = Partial<Record<MonthlyMeasure, readonly number[]>>;

function group(given: Given, firstMonth = '2026-03', months = 3): GroupSeries {
  const series = MONTHLY_MEASURES.map((measure) => [
    measure,
    Float64Array.from(given[measure] ?? new Array<number>(months).fill(0)),
  ]);
  return {
    firstMonth: monthNumber(firstMonth),
    months,
    series: Object.fromEntries(series) as Record<MonthlyMeasure, Float64Array>,
    cells: [],
  };
}

describe('netMovesWithinSystem', () => {
  const system = group({
    headcount: [100, 101, 99],
    'joiners-same-system': [0, 3, 1],
    'joiners-wider-labour-market': [0, 3, 2],
    'exits-to-same-system': [0, 2, 4],
    'exits-voluntary': [0, 4, 5],
    'exits-retirement': [0, 1, 0],
    'fte-joiners': [0, 5.4, 2.7],
    'fte-exits': [0, 4, 4.5],
  });
  const { group: net, netted } = netMovesWithinSystem(system);

  it('takes the smaller side out of both, month by month', () => {
    expect([...net.series['joiners-same-system']]).toEqual([0, 1, 0]);
    expect([...net.series['exits-to-same-system']]).toEqual([0, 0, 3]);
    expect(netted.people).toBe(3);
  });

  it('keeps stocks, and what closes them: joiners less leavers', () => {
    const balance = (series: GroupSeries) => {
      const total = (measures: readonly MonthlyMeasure[]) =>
        measures.reduce((sum, measure) => sum + [...series.series[measure]].reduce((a, b) => a + b, 0), 0);
      return total(JOINER_MEASURES) - total(EXIT_MEASURES);
    };
    expect(net.series.headcount).toEqual(system.series.headcount);
    expect(balance(net)).toBe(balance(system));
  });

  it('nets FTE by the smaller side at the mean FTE of joiners and of leavers', () => {
    // Month 1: joiners 3 of 6 people with 5.4 FTE (2.7), leavers 2 of 5 with 4 FTE (1.6). Month 2: 0.9 and 3.6.
    expect(netted.fte).toBeCloseTo(1.6 + 0.9, 12);
    expect(net.series['fte-joiners'][1]).toBeCloseTo(3.8, 12);
    expect(net.series['fte-exits'][2]).toBeCloseTo(3.6, 12);
  });

  it('leaves the series it was given alone', () => {
    expect([...system.series['joiners-same-system']]).toEqual([0, 3, 1]);
  });
});

describe('sumSeries', () => {
  it('begins where all members have values, with no flows in its first month', () => {
    const early = group({ fte: [1, 2, 3, 4], 'fte-exits': [0, 1, 1, 1] }, '2026-01', 4);
    const late = group({ fte: [10, 20, 30], 'fte-exits': [0, 2, 2] }, '2026-02', 3);
    const span = commonSpan([early, late]);
    const sum = sumSeries([early, late], span);
    expect(span).toEqual({ firstMonth: monthNumber('2026-02'), months: 3 });
    expect([...sum.series.fte]).toEqual([12, 23, 34]);
    expect([...sum.series['fte-exits']]).toEqual([0, 3, 3]);
  });

  it('adds in the order given', () => {
    const members = [0.1, 0.2, 0.3].map((fte) => group({ fte: [fte] }, '2026-03', 1));
    const sum = sumSeries(members, commonSpan(members)).series.fte[0];
    expect(sum).toBe(0.1 + 0.2 + 0.3);
    expect(sum).not.toBe(0.1 + (0.2 + 0.3));
  });

  it('is empty where members have no month in common', () => {
    expect(commonSpan([group({}, '2026-01', 2), group({}, '2027-01', 2)]).months).toBe(0);
  });
});
