import { availableWorkingTime, requiredByWorkload } from '#modules/growth';

import vector from './vectors/wisn-kenya.json';

/** WHO's worked example: 52 weeks of 4.5 days, less 10 public holidays, 30 days of leave and 15 of other absence. */
const YEAR = { weeks: 52, daysAWeek: 4.5, daysAbsent: 10 + 30 + 15, hoursADay: vector.hours_per_day };

describe('workload indicators of staffing need', () => {
  const workload = { units: vector.visits, hoursPerUnit: vector.hours_per_visit };

  it('reads the working year as the vector states it', () => {
    expect(vector.available_days).toBe('52*4.5-10-30-15');
    expect(availableWorkingTime(YEAR)).toBe(179 * 8);
  });

  it('meets the published requirement, without and with the allowance', () => {
    const without = requiredByWorkload({ ...workload, allowance: 0 }, YEAR);
    expect(Math.abs(without - vector.expect_required)).toBeLessThan(vector.tolerance);
    expect(vector.allowance).toBe('10/179');
    const required = requiredByWorkload({ ...workload, allowance: 10 / 179 }, YEAR);
    expect(Math.abs(required - vector.expect_with_allowance)).toBeLessThan(vector.tolerance);
  });

  it('refuses a year without working time and an allowance that takes it all', () => {
    expect(() => requiredByWorkload({ ...workload, allowance: 1 }, YEAR)).toThrow(RangeError);
    expect(() => requiredByWorkload({ ...workload, allowance: 0 }, { ...YEAR, daysAbsent: 300 })).toThrow(
      RangeError,
    );
  });
});
