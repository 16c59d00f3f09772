import { MONTHLY_MEASURES, type MonthlyMeasure } from '#modules/projection';
import { commonBasis, staffGroupLines } from './staff-group-lines';

const months = 14;
const series = Object.fromEntries(
  MONTHLY_MEASURES.map((measure) => [measure, new Float64Array(months)]),
) as Record<MonthlyMeasure, Float64Array>;
series.fte.fill(90);
series.establishment.fill(100);
series.requirement.fill(105);
series['pay-bill'].fill(10);
const group = { code: 'midwives', name: 'Midwives', parentCode: 'all-staff', isLeaf: true };
const years = [
  { year: 2025, label: '2025/26', kind: 'estimate', march: 1 },
  { year: 2026, label: '2026/27', kind: 'projected', march: 13 },
] as const;
const lines = (establishmentBasis: 'loaded' | 'assumed' | 'not-loaded') =>
  staffGroupLines({ group, depth: 1, series, establishmentBasis }, years);

describe('staffGroupLines', () => {
  it('has a vacancy rate only where posts are loaded', () => {
    expect(lines('loaded').vacancyRate).toEqual([0.1, 0.1]);
    expect(lines('assumed').vacancyRate).toEqual([null, null]);
    expect(lines('assumed').lines.establishment).toEqual([100, 100]);
  });

  it('shows no establishment at all where there is none, never 0', () => {
    expect(lines('not-loaded').lines.establishment).toEqual([null, null]);
  });

  it('totals the pay bill of twelve months, and none for the estimate year', () => {
    expect(lines('loaded').lines.payBill).toEqual([null, 120]);
  });

  it('shows the gap to requirement', () => {
    expect(lines('loaded').gap).toEqual([15, 15]);
  });
});

describe('commonBasis', () => {
  it('is the weakest of its parts', () => {
    expect(commonBasis(['loaded', 'loaded'])).toBe('loaded');
    expect(commonBasis(['loaded', 'assumed'])).toBe('assumed');
    expect(commonBasis(['assumed', 'not-loaded'])).toBe('not-loaded');
    expect(commonBasis([])).toBe('not-loaded');
  });
});
