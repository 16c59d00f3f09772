import { rateContextOf } from '../compilation';
import { defaultAssumptions, project } from '../projection';
import { assume, BASE, NURSES, seriesOf, still } from '../../../test/support/example-projection';
import { absenceOfMonths, shortfall, sicknessSeason } from '.';

const CALENDAR = { baselineMonth: '2026-01', firstYear: 2026, years: 2 };

function sicknessWith(values: Readonly<Record<string, number>>): readonly number[] {
  const entered = Object.entries(values).map(([name, value]) => [
    `sickness-absence.${name}`,
    { 'all-staff': { values: [value, value, value] } },
  ]);
  const assumptions = { ...defaultAssumptions(CALENDAR), ...(Object.fromEntries(entered) as object) };
  const context = rateContextOf({ calendar: CALENDAR, assumptions });
  const season = sicknessSeason('hand-worked');
  return absenceOfMonths('hand-worked', context).sickness.map(
    (rate, month) => rate / (season[context.timeline.placeInYear[month] ?? 0] ?? NaN),
  );
}

describe('the sickness target', () => {
  it('is approached in equal steps from April and held', () => {
    const rates = sicknessWith({ rate: 0.06, 'target-rate': 0.04, 'months-to-target': 10 });
    // February and March 2026, then ten steps of 0.2 points.
    expect(rates[1]).toBeCloseTo(0.06, 12);
    expect(rates[2]).toBeCloseTo(0.058, 12);
    expect(rates[6]).toBeCloseTo(0.05, 12);
    expect(rates[11]).toBeCloseTo(0.04, 12);
    expect(rates.at(-1)).toBeCloseTo(0.04, 12);
  });

  it('never raises a rate that is below it, and is none without months', () => {
    expect(sicknessWith({ rate: 0.03, 'target-rate': 0.04, 'months-to-target': 1 }).at(-1)).toBeCloseTo(
      0.03,
      12,
    );
    expect(sicknessWith({ rate: 0.06, 'target-rate': 0.04, 'months-to-target': 0 }).at(-1)).toBeCloseTo(
      0.06,
      12,
    );
  });
});

describe('the season', () => {
  it.each(['hchs-doctors', 'ambulance-staff', 'managers', 'unknown-classification'])(
    'of %s leaves the rate of the year as it is and is highest in winter',
    (group) => {
      const season = sicknessSeason(group);
      expect(season).toHaveLength(12);
      expect(season.reduce((sum, factor) => sum + factor, 0)).toBeCloseTo(12, 12);
      expect(Math.max(...season)).toBe(season[8]);
    },
  );
});

describe('absence in a projection', () => {
  const planned = (values: Readonly<Record<string, Readonly<Record<string, number | readonly number[]>>>>) =>
    seriesOf(project({ ...BASE, assumptions: assume({ ...still(NURSES), ...values }) }));
  const base = planned({});

  it('releases what the target takes off sickness, and makes that WTE available', () => {
    const better = planned({
      'sickness-absence.target-rate': { [NURSES]: 0.045 },
      'sickness-absence.months-to-target': { [NURSES]: 6 },
    });
    const month = base.fte.length - 1;
    const released = better['sickness-released-fte'][month] ?? NaN;
    expect(released).toBeGreaterThan(0);
    expect((better['available-fte'][month] ?? NaN) - (base['available-fte'][month] ?? NaN)).toBeCloseTo(
      released,
      9,
    );
    expect((base['sickness-fte'][month] ?? NaN) - (better['sickness-fte'][month] ?? NaN)).toBeCloseTo(
      released,
      9,
    );
  });

  it('takes only a change of other absence off what is available', () => {
    const same = planned({ 'sickness-absence.other-absence': { [NURSES]: 0.2 } });
    expect(same['available-fte']).toEqual(base['available-fte']);
    const years = BASE.calendar.years;
    const rising = planned({
      'sickness-absence.other-absence': { [NURSES]: [0.165, ...new Array<number>(years).fill(0.185)] },
    });
    const month = base.fte.length - 1;
    const mean = ((base.fte[month] ?? NaN) + (base.fte[month - 1] ?? NaN)) / 2;
    expect((base['available-fte'][month] ?? NaN) - (rising['available-fte'][month] ?? NaN)).toBeCloseTo(
      mean * 0.02,
      9,
    );
  });
});

describe('the shortfall', () => {
  it('is what bank and agency leave of requirement less planned absence less available', () => {
    const parts = { requirement: 1000, plannedAbsence: 0.05, available: 850, temporary: 60 };
    expect(shortfall(parts)).toBeCloseTo(40, 12);
    expect(shortfall({ ...parts, temporary: 120 })).toBe(0);
  });
});
