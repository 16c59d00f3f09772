import { loadPolicy, projectionPolicy } from '#policy';

import { project, type ProjectionInput } from '../projection';
import {
  assume,
  BASE,
  last,
  NURSES,
  seriesOf,
  still,
  SUPPORT,
  sum,
} from '../../../test/support/example-projection';
import { rateContextOf } from '../compilation';
import { bandPay } from './band-pay';
import { PAY_BILL_PARTS } from './lines';

const INNER_LONDON = { 'pay-bill.high-cost-area': { 'all-staff': 1 } };
const NURSING = BASE.staffGroups[0];

/** Published pay of 2023/24 and after, for a nurse of a band, with entered values on top of the defaults. */
function payIn(firstYear: number, band: string, values: Parameters<typeof assume>[0]) {
  if (NURSING === undefined) throw new Error('the example has no staff group');
  const policy = projectionPolicy(loadPolicy(), firstYear, BASE.calendar.years);
  const input: ProjectionInput = {
    ...BASE,
    calendar: { ...BASE.calendar, firstYear },
    policy,
    assumptions: assume(values),
  };
  return bandPay(band, NURSING, { input, assumptions: rateContextOf(input).assumptions });
}

describe('pay of a band', () => {
  it.each([
    // band, basic pay (mean of entry and top) and supplement of inner London 2023/24: 20 %, at least £5,132, at most £7,745.
    ['band-2', 22_383, 5_132],
    ['band-5', (28_407 + 34_581) / 2, 0.2 * ((28_407 + 34_581) / 2)],
    ['band-8a', (50_952 + 57_349) / 2, 7_745],
  ])('%s has the published pay and supplement of 2023/24', (band, basic, supplement) => {
    const pay = payIn(2024, band, INNER_LONDON);
    expect(pay.basic[0]).toBe(basic);
    expect(pay.supplement[0]).toBeCloseTo(supplement, 9);
  });

  it('stands where the people stand in the scale: at the top, at the entry', () => {
    const at = (position: number) =>
      payIn(2026, 'band-5', { 'pay-bill.position-in-scale': { [NURSES]: position } }).basic[0];
    expect([at(0), at(0.5), at(1)]).toEqual([31_049, (31_049 + 37_796) / 2, 37_796]);
  });

  it('has no supplement outside the zones, nor for doctors', () => {
    expect(payIn(2026, 'band-5', {}).supplement[0]).toBe(0);
    expect(payIn(2026, 'consultant', INNER_LONDON).supplement[0]).toBe(0);
  });

  it('raises the limits of the supplement with the award after the last published ones', () => {
    const { supplement } = payIn(2027, 'band-2', {
      ...INNER_LONDON,
      'pay-bill.pay-award': { [NURSES]: 0.03 },
    });
    expect(supplement.slice(0, 2)).toEqual([5_794, 5_794 * 1.03]);
  });
});

describe('the pay bill', () => {
  const planned = (values: Parameters<typeof assume>[0], change: Partial<ProjectionInput> = {}) =>
    project({ ...BASE, assumptions: assume(values), ...change });

  it('is the sum of its lines in every month', () => {
    const series = seriesOf(planned(INNER_LONDON));
    series['pay-bill'].forEach((total, month) => {
      const parts = sum(PAY_BILL_PARTS.map((code) => series[code][month] ?? NaN));
      expect(Math.abs(parts - total)).toBeLessThanOrEqual(1e-9 * Math.max(1, total));
    });
    expect(last(series['pay-bill-high-cost-area'])).toBeGreaterThan(0);
    expect(series['pay-bill'][0]).toBe(0);
  });

  it('charges pension and National Insurance on the supplement', () => {
    const plain = seriesOf(planned({}));
    const inner = seriesOf(planned(INNER_LONDON));
    const supplement = last(inner['pay-bill-high-cost-area']);
    expect(last(inner['pay-bill-pension-local']) - last(plain['pay-bill-pension-local'])).toBeCloseTo(
      0.1438 * supplement,
      4,
    );
    expect(
      last(inner['pay-bill-national-insurance']) - last(plain['pay-bill-national-insurance']),
    ).toBeCloseTo(0.15 * supplement, 4);
  });

  it('gives doctors their own award and nobody else', () => {
    const doctors = { ...BASE.staffGroups[0], medical: true } as ProjectionInput['staffGroups'][number];
    const basicOf = (award: number) => {
      const output = planned(
        { ...still(NURSES, SUPPORT), 'pay-bill.medical-pay-award': { 'all-staff': award } },
        { staffGroups: [doctors, ...BASE.staffGroups.slice(1)] },
      );
      return [NURSES, SUPPORT].map((group) => last(seriesOf(output, group)['pay-bill-basic']));
    };
    const [[doctorsPlain = NaN, othersPlain], [doctorsAwarded = NaN, othersAwarded]] = [
      basicOf(0),
      basicOf(0.05),
    ];
    expect(doctorsAwarded / doctorsPlain).toBeCloseTo(1.05, 10);
    expect(othersAwarded).toBe(othersPlain);
  });

  it('counts recruits from this country and training a head', () => {
    const values = {
      'growth.joiners-wider-labour-market': { [NURSES]: 120 },
      'international-recruitment.arrivals-registered': { [NURSES]: 60 },
      'pay-bill.cost-per-domestic-recruit': { [NURSES]: 4000 },
    };
    const recruited = seriesOf(planned(values));
    expect(last(recruited['pay-bill-recruitment-and-training'])).toBeCloseTo(
      4000 * (last(recruited['joiners-wider-labour-market']) + last(recruited['joiners-newly-qualified'])),
      4,
    );
    const trained = seriesOf(planned({ ...values, 'pay-bill.training-cost-per-head': { [NURSES]: 600 } }));
    const month = trained.headcount.length - 1;
    const people = ((trained.headcount[month] ?? NaN) + (trained.headcount[month - 1] ?? NaN)) / 2;
    expect(
      last(trained['pay-bill-recruitment-and-training']) -
        last(recruited['pay-bill-recruitment-and-training']),
    ).toBeCloseTo(people * 50, 4);
  });

  it('charges the levy on pay and bank, not on agency', () => {
    const apprenticeshipLevy = projectionPolicy(
      loadPolicy(),
      BASE.calendar.firstYear,
      BASE.calendar.years,
    ).apprenticeshipLevy;
    const withLevy = (bankShare: number) =>
      seriesOf(
        planned(
          {
            'temporary-staffing.bank-share-at-start': { [NURSES]: bankShare },
            'temporary-staffing.bank-premium': { [NURSES]: 0 },
          },
          { policy: { ...BASE.policy, ...(apprenticeshipLevy === undefined ? {} : { apprenticeshipLevy }) } },
        ),
      );
    const agencyOnly = withLevy(0);
    const basic = last(agencyOnly['pay-bill-basic']);
    expect(last(agencyOnly['pay-bill-apprenticeship-levy'])).toBeCloseTo(0.005 * basic, 6);
    const bankOnly = withLevy(1);
    const month = bankOnly.fte.length - 1;
    const inPost = ((bankOnly.fte[month] ?? NaN) + (bankOnly.fte[month - 1] ?? NaN)) / 2;
    expect(last(bankOnly['pay-bill-apprenticeship-levy'])).toBeCloseTo(
      0.005 * basic * (1 + last(bankOnly['bank-fte']) / inPost),
      6,
    );
  });

  it('prices temporary staff of a group without people by its bands', () => {
    const [first] = BASE.staffGroups;
    const empty = {
      ...first,
      headcount: 0,
      fte: 0,
      establishment: 10,
    } as ProjectionInput['staffGroups'][number];
    const series = seriesOf(planned(still(NURSES), { staffGroups: [empty, ...BASE.staffGroups.slice(1)] }));
    const perFte = last(series['pay-bill-bank']) / last(series['bank-fte']);
    expect(last(series.fte)).toBe(0);
    expect(12 * perFte).toBeGreaterThan(30_000);
    expect(12 * perFte).toBeLessThan(80_000);
  });

  it('pays rotational trainees by their grade, National Insurance above the threshold per head', () => {
    const policy = projectionPolicy(loadPolicy(), BASE.calendar.firstYear, BASE.calendar.years);
    const posts = {
      id: 'foundation',
      values: {
        programme: 'Foundation',
        grade: 'foundation-year-1',
        staffGroup: NURSES,
        posts: { '2020': 20 },
        fillRate: { '2020': 0.9 },
        ftePerHead: 0.9,
      },
    };
    const registers = { 'training-supply.rotational-posts': [posts] };
    const series = seriesOf(
      planned({ 'pay-bill.medical-pay-award': { 'all-staff': 0.1 } }, { policy, registers }),
    );
    // The group is not medical, so that its own award of 2.5 % applies after 2025/26; 18 WTE are 20 people.
    const annual = 38_831 * 1.025 * 1.025;
    const expected = (18 * annual * (1 + 0.15 + 0.1438) - 20 * 0.15 * 5_000) / 12;
    expect(last(series['rotational-trainees-fte'])).toBeCloseTo(18, 10);
    expect(last(series['pay-bill-rotational-trainees'])).toBeCloseTo(expected, 4);
  });

  it('pays those awaiting registration in their support band', () => {
    const waiting = (band: number) =>
      seriesOf(
        planned(
          {
            'international-recruitment.offers': { [NURSES]: 120 },
            'pay-bill.band-awaiting-registration': { [NURSES]: band },
          },
          { policy: projectionPolicy(loadPolicy(), BASE.calendar.firstYear, BASE.calendar.years) },
        ),
      );
    const [three, four] = [waiting(3), waiting(4)];
    const month = four.fte.length - 1;
    const mean = (line: readonly number[]) => ((line[month] ?? NaN) + (line[month - 1] ?? NaN)) / 2;
    const fte = mean(four['awaiting-registration-fte']);
    expect(fte).toBeGreaterThan(1);
    // 2027/28 is one award after the published scales; band 4 £28,392 to £31,157, band 3 £25,760 to £27,476.
    const apart = ((28_392 + 31_157 - 25_760 - 27_476) / 2) * 1.025 * 1.2938;
    expect(
      last(four['pay-bill-awaiting-registration']) - last(three['pay-bill-awaiting-registration']),
    ).toBeCloseTo((fte * apart) / 12, 4);
  });

  it('refuses a zone without its supplements', () => {
    const { highCostAreas, ...policy } = BASE.policy;
    expect(highCostAreas).toBeDefined();
    expect(() => planned(INNER_LONDON, { policy })).toThrow('/policy/highCostAreas');
  });
});
