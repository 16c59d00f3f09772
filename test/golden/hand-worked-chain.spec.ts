import { project } from '#modules/projection';

import { handWorked } from '../support/hand-worked-organisation';

/**
 * One organisation, one staff group, two months and a year worked by hand. Rates are chosen so that a
 * month is simple: 1 % leave, 1 % of posts are added, 10 people join.
 */
const ONE_PERCENT_A_MONTH_LEAVING = 1 - 0.99 ** 12;
const ONE_PERCENT_A_MONTH_GROWTH = 1.01 ** 12 - 1;
const INPUT = handWorked({
  'retention.leaver-rate': ONE_PERCENT_A_MONTH_LEAVING,
  'retention.share-voluntary': 0.75,
  'retention.share-retirement': 0.25,
  'retention.share-ill-health-or-death': 0,
  'retention.share-end-of-contract': 0,
  'retention.share-unpaid-leave': 0,
  'retention.share-to-same-system': 0.2,
  'retention.share-to-other-nhs': 0.3,
  'skill-mix.promotion-rate': 0,
  'growth.joiners-wider-labour-market': 120,
  'growth.establishment-growth': ONE_PERCENT_A_MONTH_GROWTH,
  'growth.requirement-growth': ONE_PERCENT_A_MONTH_GROWTH,
  'growth.unmet-need': 0.1,
  'efficiency.productivity': 0,
  'sickness-absence.rate': 0.05,
  'representation.bme-share-of-joiners': 0.5,
  'pay-bill.pay-award': 0.03,
});

describe('a chain worked by hand', () => {
  const output = project(INPUT);
  const series = output.staffGroups[0]?.series;
  const at = (measure: keyof NonNullable<typeof series>, month: number): number =>
    series?.[measure][month] ?? NaN;

  it('runs from the baseline month to 31 March after the year', () => {
    expect(output.months.slice(0, 3)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(output.months.at(-1)).toBe('2027-03');
  });

  it('closes February at 990 who stay and 10 joiners of whom 9.94987 are still there', () => {
    expect(at('headcount', 0)).toBe(1000);
    expect(at('headcount', 1)).toBeCloseTo(990 + 9.94987437, 8);
    expect(at('headcount', 2)).toBeCloseTo(999.94987437 * 0.99 + 9.94987437, 8);
    expect(at('fte', 1)).toBeCloseTo(0.9 * 999.94987437, 8);
  });

  it('splits the exits of February three to one, half of the voluntary ones within the NHS', () => {
    const exits = 10 + 0.05012563;
    expect(at('joiners-wider-labour-market', 1)).toBeCloseTo(10, 10);
    expect(at('exits-voluntary', 1)).toBeCloseTo(0.75 * exits, 7);
    expect(at('exits-retirement', 1)).toBeCloseTo(0.25 * exits, 7);
    expect(at('exits-to-same-system', 1)).toBeCloseTo(0.2 * 0.75 * exits, 7);
    expect(at('exits-to-other-nhs', 1)).toBeCloseTo(0.3 * 0.75 * exits, 7);
    expect(at('fte-exits', 1)).toBeCloseTo(0.9 * exits, 7);
  });

  it('reaches 999.4 people after fourteen months', () => {
    const stayed = 1000 * 0.99 ** 14;
    const joined = (9.949874371066199 * (1 - 0.99 ** 14)) / 0.01;
    expect(stayed + joined).toBeCloseTo(999.34, 2);
    expect(at('headcount', 14)).toBeCloseTo(stayed + joined, 8);
  });

  it('adds 1 % of posts and of requirement a month, from 1,000 and 1,100', () => {
    expect([at('establishment', 0), at('requirement', 0)]).toEqual([1000, 1100]);
    expect(at('establishment', 2)).toBeCloseTo(1020.1, 8);
    expect(at('requirement', 2)).toBeCloseTo(1122.11, 8);
  });

  it('takes the February share of 5 % sickness off the mean FTE of February', () => {
    expect(at('available-fte', 1)).toBeCloseTo(0.9 * 999.974937185 * (1 - 0.05 * (1.006 / 0.9995)), 7);
  });

  it('pays the mean FTE of February £2,500 a month, National Insurance above the threshold per head, pension', () => {
    const meanHeads = (1000 + 999.94987437) / 2;
    const basic = 0.9 * meanHeads * 2500;
    expect(at('pay-bill-basic', 1)).toBeCloseTo(basic, 4);
    expect(at('pay-bill-national-insurance', 1)).toBeCloseTo(0.15 * (basic - (meanHeads * 5000) / 12), 4);
    expect(at('pay-bill-pension-local', 1)).toBeCloseTo(0.1438 * basic, 4);
    expect(at('pay-bill-pension-central', 1)).toBeCloseTo(0.094 * basic, 4);
  });

  it('needs temporary staff in February for 40 % of 105.02 vacancies and 30 % of 45.29 WTE off sick, four fifths from the bank', () => {
    const inPost = 0.9 * 999.974937185;
    const vacancies = 0.4 * (1005 - inPost);
    const absence = 0.3 * inPost * 0.05 * (1.006 / 0.9995);
    expect(at('temporary-need-vacancies-fte', 1)).toBeCloseTo(vacancies, 7);
    expect(at('temporary-need-absence-fte', 1)).toBeCloseTo(absence, 7);
    expect(at('bank-fte', 1)).toBeCloseTo(0.8 * (vacancies + absence), 7);
    expect(at('agency-fte', 1)).toBeCloseTo(0.2 * (vacancies + absence), 7);
    expect(at('unfilled-fte', 1)).toBe(0);
    const shortfall = 1111 * 0.95 - inPost * (1 - 0.05 * (1.006 / 0.9995)) - vacancies - absence;
    expect(at('shortfall', 1)).toBeCloseTo(shortfall, 6);
  });

  it('sums the pay bill of February: staff in post, bank at 5 % and agency at 25 % above them, ten recruits at £3,000', () => {
    const meanHeads = (1000 + 999.94987437) / 2;
    const basic = 0.9 * meanHeads * 2500;
    const insurance = 0.15 * (basic - (meanHeads * 5000) / 12);
    const ofOneFte = (1.1438 * basic + insurance) / (0.9 * meanHeads);
    const bank = at('bank-fte', 1) * 1.05 * ofOneFte;
    const agency = at('agency-fte', 1) * 1.25 * ofOneFte;
    expect(at('pay-bill-bank', 1)).toBeCloseTo(bank, 4);
    expect(at('pay-bill-agency', 1)).toBeCloseTo(agency, 4);
    expect(at('pay-bill-recruitment-and-training', 1)).toBeCloseTo(10 * 3000, 6);
    expect(at('pay-bill', 1)).toBeCloseTo(1.2378 * basic + insurance + bank + agency + 30_000, 4);
  });

  it('awards 3 % from April, the first year after the published scales', () => {
    const meanFteOfApril = (at('fte', 2) + at('fte', 3)) / 2;
    expect(at('pay-bill-basic', 3)).toBeCloseTo(meanFteOfApril * 2500 * 1.03, 4);
  });

  it('brings 200 BME staff and half of the joiners to 205.9 by 31 March', () => {
    const kept = output.staffGroups[0]?.headcountByBandAndEthnicity[1];
    const bme = (kept?.values[1] ?? NaN) + (kept?.values[3] ?? NaN);
    expect(kept?.month).toBe('2026-03');
    expect(bme).toBeCloseTo(200 * 0.99 * 0.99 + 4.974937186 * (0.99 + 1), 7);
    expect(bme).toBeCloseTo(205.92, 2);
  });
});
