import fc from 'fast-check';

import { rateContextOf, timelineOf, type RateContext } from '../compilation';
import { defaultAssumptions } from '../projection';
import { fteOfHours, temporaryStaffing, type TemporaryStaffing } from '.';

const CALENDAR = { baselineMonth: '2026-03', firstYear: 2026, years: 2 };
const MONTHS = timelineOf(CALENDAR).months;
const GROUP = 'nurses-and-health-visitors';

function contextWith(values: Readonly<Record<string, number | readonly number[]>>): RateContext {
  const entered = Object.entries(values).map(([name, value]) => [
    name.includes('.') ? name : `temporary-staffing.${name}`,
    { [GROUP]: { values: typeof value === 'number' ? [value, value, value] : value } },
  ]);
  const assumptions = {
    ...defaultAssumptions(CALENDAR),
    ...(Object.fromEntries(entered) as ReturnType<typeof defaultAssumptions>),
  };
  return rateContextOf({ calendar: CALENDAR, assumptions });
}

const everyMonth = (value: number): number[] => new Array<number>(MONTHS + 1).fill(value);

/** 1,000 posts, 900 held, 23 % of those in post absent; entered values on top of the defaults. */
function staffing(
  values: Readonly<Record<string, number | readonly number[]>>,
  posts = { establishment: everyMonth(1000), inPost: everyMonth(900) },
): TemporaryStaffing {
  const absent = posts.inPost.map((fte) => 0.23 * fte);
  return temporaryStaffing(GROUP, { ...posts, absent }, contextWith(values));
}

const last = (values: readonly number[]): number => values.at(-1) ?? NaN;

describe('the need for temporary staff', () => {
  it('is the vacancies asked to be filled and the absence beyond the headroom of the people in post', () => {
    const { need, vacancies, absence } = staffing({ 'vacancy-fill-share': 0.8, 'funded-headroom': 0.22 });
    expect(last(vacancies)).toBeCloseTo(0.8 * 100, 10);
    // 23 % of 900 are absent, 22 % of 900 are funded.
    expect(last(absence)).toBeCloseTo(900 * 0.01, 10);
    expect(last(need)).toBeCloseTo(89, 10);
  });

  it('counts absence once: headroom above the absence needs no cover, and gives none to vacancies', () => {
    const { absence, vacancies } = staffing({ 'vacancy-fill-share': 1, 'funded-headroom': 0.3 });
    expect(last(absence)).toBe(0);
    expect(last(vacancies)).toBeCloseTo(100, 10);
  });

  it('funds no headroom for people above establishment', () => {
    const posts = { establishment: everyMonth(800), inPost: everyMonth(900) };
    const { absence, vacancies } = staffing({ 'funded-headroom': 0.22 }, posts);
    expect(last(vacancies)).toBe(0);
    expect(last(absence)).toBeCloseTo(900 * 0.23 - 800 * 0.22, 10);
  });

  it('reproduces the actual bank and agency of the baseline month and scales what follows', () => {
    const { need, bank, agency, unfilled } = staffing({ 'bank-at-start': 30, 'agency-at-start': 20 });
    expect([bank[0], agency[0], unfilled[0]]).toEqual([30, 20, 0]);
    const uncalibrated = staffing({});
    expect(last(need) / last(uncalibrated.need)).toBeCloseTo(50 / (uncalibrated.need[0] ?? NaN), 12);
  });

  it('is calibrated on what holds in the baseline month, not on the plan for the months after it', () => {
    const plan = { 'bank-at-start': 80, 'funded-headroom': 0.3, 'vacancy-fill-share': [0.8, 0.4, 0.2] };
    const { need } = staffing(plan);
    expect([need[0], need[1], last(need)]).toEqual([80, 40, 20]);
  });

  it('keeps actual use that nothing explains, and never scales what was entered', () => {
    const full = { establishment: everyMonth(900), inPost: everyMonth(900) };
    const entered = { 'bank-at-start': 12, 'funded-headroom': 0.3 };
    expect(last(staffing(entered, full).need)).toBe(12);
    const withDemand = staffing({ ...entered, 'demand-above-establishment': [2, 10, 10] }, full);
    expect(withDemand.need[0]).toBe(12);
    expect(last(withDemand.need)).toBe(20);
  });
});

describe('caps on temporary staff', () => {
  it('show what they cut elsewhere: bank to agency, agency to unfilled', () => {
    const free = staffing({ 'bank-at-start': 60, 'agency-at-start': 40 });
    const bankCut = staffing({ 'bank-at-start': 60, 'agency-at-start': 40, 'bank-cap': [1, 1, 0.05] });
    const agencyCut = staffing({ 'bank-at-start': 60, 'agency-at-start': 40, 'agency-cap': [1, 1, 0.01] });
    expect(last(bankCut.bank)).toBe(50);
    expect(last(bankCut.agency) - last(free.agency)).toBeCloseTo(last(free.bank) - 50, 10);
    expect(last(agencyCut.agency)).toBe(10);
    expect(last(agencyCut.unfilled)).toBeCloseTo(last(free.agency) - 10, 10);
    expect(agencyCut.agency[0]).toBe(40);
  });

  it('end agency use at a reduction of 100 %', () => {
    const planned = staffing({
      'bank-at-start': 60,
      'agency-at-start': 40,
      'agency-reduction': [0, 0.3, 1],
    });
    // 12 months after March 2026 is March 2027, in the first year of the round.
    expect(planned.agency[12]).toBeCloseTo(28, 10);
    expect(last(planned.agency)).toBe(0);
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const case_ = fc.record({
    inPost: fc.double({ min: 0, max: 2000, noNaN: true }),
    fill: share,
    headroom: fc.double({ min: 0, max: 0.5, noNaN: true }),
    bankAtStart: fc.double({ min: 0, max: 300, noNaN: true }),
    agencyAtStart: fc.double({ min: 0, max: 300, noNaN: true }),
    demand: fc.double({ min: 0, max: 100, noNaN: true }),
    bankCap: share,
    agencyCap: share,
    lower: share,
  });
  const planOf = (each: typeof case_ extends fc.Arbitrary<infer Case> ? Case : never, agencyCap: number) =>
    staffing(
      {
        'vacancy-fill-share': each.fill,
        'funded-headroom': each.headroom,
        'bank-at-start': each.bankAtStart,
        'agency-at-start': each.agencyAtStart,
        'demand-above-establishment': each.demand,
        'bank-cap': each.bankCap,
        'agency-cap': agencyCap,
      },
      { establishment: everyMonth(1000), inPost: everyMonth(each.inPost) },
    );

  it('leave need as the sum of bank, agency and unfilled, none negative', () => {
    fc.assert(
      fc.property(case_, (each) => {
        const { need, bank, agency, unfilled } = planOf(each, each.agencyCap);
        need.forEach((fte, month) => {
          const parts = [bank[month] ?? NaN, agency[month] ?? NaN, unfilled[month] ?? NaN];
          parts.forEach((part) => expect(part).toBeGreaterThanOrEqual(0));
          const sum = parts.reduce((total, part) => total + part, 0);
          expect(Math.abs(sum - fte)).toBeLessThanOrEqual(1e-12 * Math.max(1, fte));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never lower the unfilled need when the agency cap falls, nor change the bank', () => {
    fc.assert(
      fc.property(case_, (each) => {
        const loose = planOf(each, each.agencyCap);
        const tight = planOf(each, each.agencyCap * each.lower);
        expect(tight.bank).toEqual(loose.bank);
        tight.unfilled.forEach((fte, month) =>
          expect(fte).toBeGreaterThanOrEqual(loose.unfilled[month] ?? NaN),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('hours of bank staff', () => {
  it('are WTE by the days of the month', () => {
    // 37.5 hours a week: 30 days are 30 / 7 weeks, 160.714 hours are one WTE.
    expect(fteOfHours((37.5 * 30) / 7, 30)).toBeCloseTo(1, 12);
    expect(fteOfHours(24_000, 31)).toBeCloseTo(144.516129, 6);
    expect(() => fteOfHours(-1, 30)).toThrow(RangeError);
    expect(() => fteOfHours(100, 0)).toThrow(RangeError);
  });
});
