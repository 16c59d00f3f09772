import { monthEndsUpTo, monthsToYearStart } from './month-ends';

describe('month ends', () => {
  it('lie before the start of a financial year by so many months', () => {
    expect(monthsToYearStart('2025-11-30', 2026)).toBe(4);
    expect(monthsToYearStart('2019-03-31', 2019)).toBe(0);
  });

  it('run back over years and leap days', () => {
    expect(monthEndsUpTo('2024-03-15', 4)).toEqual(['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-31']);
  });
});
