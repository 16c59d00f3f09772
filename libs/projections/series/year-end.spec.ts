import { MONTHLY_MEASURES, type MonthlyMeasure } from '#modules/projection';
import { financialYearLabel } from '#modules/report-layout';
import { financialYearOf, monthNumber, monthText } from './calendar-month';
import type { GroupSeries } from './series.codec';
import { yearEndFigures } from './year-end';

/** Opening in October 2026 and 19 months on, to April 2028; each month's value is its index. */
const group: GroupSeries = {
  firstMonth: monthNumber('2026-10'),
  months: 19,
  series: Object.fromEntries(
    MONTHLY_MEASURES.map((measure) => [measure, Float64Array.from({ length: 19 }, (_, month) => month)]),
  ) as Record<MonthlyMeasure, Float64Array>,
  cells: [],
};

const figuresOf = (measure: MonthlyMeasure, series = group) =>
  yearEndFigures(series)
    .filter((figure) => figure.measure === measure)
    .map(({ year, value }) => [year, value]);

describe('yearEndFigures', () => {
  it('has a stock for each 31 March that the series reaches', () => {
    expect(figuresOf('fte')).toEqual([
      [2026, 5],
      [2027, 17],
    ]);
  });

  it('has a flow only for years with all twelve months', () => {
    const months = Array.from({ length: 12 }, (_, index) => index + 6);
    expect(figuresOf('pay-bill')).toEqual([[2027, months.reduce((sum, month) => sum + month, 0)]]);
  });

  it('has no row for a flow that is nothing, but one for a stock of nobody', () => {
    const empty = {
      ...group,
      series: { ...group.series, fte: new Float64Array(19), 'moves-in': new Float64Array(19) },
    };
    expect(figuresOf('moves-in', empty)).toEqual([]);
    expect(figuresOf('fte', empty)).toEqual([
      [2026, 0],
      [2027, 0],
    ]);
  });

  it('counts an opening on 31 March as that year end, without flows', () => {
    const opening = { ...group, firstMonth: monthNumber('2027-03') };
    expect(figuresOf('headcount', opening)).toEqual([
      [2026, 0],
      [2027, 12],
    ]);
    expect(figuresOf('joiners-international', opening)).toEqual([[2027, 78]]);
  });
});

describe('calendar months', () => {
  it('turn into text and back', () => {
    expect(monthText(monthNumber('2026-01'))).toBe('2026-01');
    expect(monthText(monthNumber('2026-12') + 1)).toBe('2027-01');
    expect(() => monthNumber('2026-13')).toThrow('2026-13');
  });

  it('belong to financial years that begin in April', () => {
    expect(financialYearOf(monthNumber('2026-04'))).toBe(2026);
    expect(financialYearOf(monthNumber('2027-03'))).toBe(2026);
    expect(financialYearLabel(2099)).toBe('2099/00');
  });
});
