import { mkdtempSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadPolicy, PolicyFileError, projectionPolicy } from '.';

describe('policy facts', () => {
  const policy = loadPolicy();

  it('pays a band the mean of its published entry and top, and names the source', () => {
    const { basicPay, payScalesTo, sources } = projectionPolicy(policy, 2026, 5);
    expect(basicPay['band-5']?.slice(0, 2)).toEqual([(31049 + 37796) / 2, (32074 + 39043) / 2]);
    expect(payScalesTo['band-5']).toBe(2026);
    expect(sources).toContain('basic pay 2025/26 band-5: verified in a source (Y07)');
  });

  it('settles on the last published pay for later years and on the first for earlier ones', () => {
    const { basicPay } = projectionPolicy(policy, 2026, 5);
    expect(basicPay['band-7']).toHaveLength(6);
    expect(basicPay['band-7']?.[5]).toBe(basicPay['band-7']?.[1]);
    const before = projectionPolicy(policy, 2019, 1).basicPay['band-7'];
    expect(before?.[0]).toBe(before?.[1]);
  });

  it('pays band 1 as band 2 once it has no scale of its own', () => {
    const { basicPay } = projectionPolicy(policy, 2020, 1);
    expect(basicPay['band-1']).toEqual([17652, (18005 + 19337) / 2]);
  });

  it('labels medical and very senior pay as unverified', () => {
    const { basicPay, payScalesTo, sources } = projectionPolicy(policy, 2026, 1);
    expect(basicPay['consultant']?.[0]).toBeCloseTo((109724 + 145477) / 2, 0);
    expect(payScalesTo['consultant']).toBe(2025);
    expect(sources).toContain('basic pay 2025/26 vsm: from memory, unverified');
  });

  it('reads National Insurance and pension by date', () => {
    const { employerNationalInsurance, employerPension } = projectionPolicy(policy, 2024, 3);
    expect(employerNationalInsurance.map(({ rate }) => rate)).toEqual([0.138, 0.138, 0.15, 0.15]);
    expect(employerNationalInsurance.map((each) => each.thresholdPounds)).toEqual([9100, 9100, 5000, 5000]);
    expect(employerPension.map(({ local }) => local)).toEqual([0.1438, 0.1438, 0.1438, 0.1438]);
    expect(employerPension.map(({ central }) => Number(central.toFixed(6)))).toEqual([
      0.063, 0.094, 0.094, 0.094,
    ]);
  });

  it('weighs a rate that changes within the year by days', () => {
    const [, of2022] = projectionPolicy(policy, 2022, 1).employerNationalInsurance;
    expect(of2022?.rate).toBeGreaterThan(0.138);
    expect(of2022?.rate).toBeLessThan(0.1505);
    expect(of2022?.rate).toBeCloseTo((214 * 0.1505 + 146 * 0.138) / 360, 10);
  });

  it('says when a dated fact is carried on after its end', () => {
    const { sources } = projectionPolicy(policy, 2028, 2);
    const carried = sources.filter((source) => source.includes('carried on'));
    expect(carried.join(' ')).toContain('nhs_pension.total_incl_admin from 2024-04-01');
    expect(carried.join(' ')).toContain('employer_ni.secondary_threshold_gbp from 2025-04-06');
  });

  it('hands over the levy rules with their dates, and the sharper co-investment of August 2026', () => {
    const { apprenticeshipLevy, sources } = projectionPolicy(policy, 2026, 1);
    expect(apprenticeshipLevy?.expiryMonths).toEqual([
      { from: '2017-05-01', value: 24 },
      { from: '2026-08-01', value: 12 },
    ]);
    expect(apprenticeshipLevy?.coInvestment.map(({ value }) => value)).toEqual([0.1, 0.05, 0.25]);
    expect(apprenticeshipLevy?.levelSevenFrom).toBe('2026-01-01');
    expect(sources).toContain('levy.topup_rate from 2026-08-01: verified in a source (L06)');
  });

  it('knows the standards by their usual length, funding band and, where judged, completion', () => {
    const standards = projectionPolicy(policy, 2026, 1).apprenticeshipLevy?.standards ?? [];
    const of = (reference: string) => standards.find((each) => each.reference === reference);
    expect(of('ST0781')).toEqual({
      reference: 'ST0781',
      title: 'Registered nurse degree (NMC 2018)',
      level: 6,
      plannedMonths: 48,
      fundingBandPounds: 26000,
      completionRate: 0.8,
    });
    expect(of('ST0217')).toMatchObject({ plannedMonths: 18, completionRate: null });
    expect(standards).toHaveLength(12);
  });

  it('hands over recruitment fees by date and leaves out those known from memory only', () => {
    const { internationalRecruitment, sources } = projectionPolicy(policy, 2026, 1);
    expect(internationalRecruitment?.fees.skillsChargeFirstYear).toEqual([
      { from: '2017-04-06', value: 1000 },
      { from: '2025-12-16', value: 1320 },
    ]);
    expect(internationalRecruitment?.fees.practicalTest).toEqual([{ from: '1900-01-01', value: 794 }]);
    expect(sources.filter((source) => source.includes('nmc_registration'))).toEqual([]);
  });

  it('knows which countries are on the red and amber list, and since when', () => {
    const { countries = [] } = projectionPolicy(policy, 2026, 1).internationalRecruitment ?? {};
    expect(countries.filter(({ list }) => list === 'red')).toHaveLength(54);
    expect(countries.find(({ iso3 }) => iso3 === 'NGA')).toEqual({
      iso3: 'NGA',
      name: 'Nigeria',
      list: 'red',
      from: '2023-03-23',
      to: null,
    });
    expect(countries.filter(({ list }) => list === 'amber').map(({ iso3 }) => iso3)).toEqual(['KEN', 'NPL']);
  });
});

describe('a policy file with a mistake', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'policy-'));
    cpSync(join(__dirname, '../../config/reference/policy'), directory, { recursive: true });
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it.each([
    [
      'afc_pay.csv',
      '2025/26,5,31049',
      '2025/26,5,abc',
      'afc_pay.csv, entry 72, entry: "abc" is not a number of 0 or more',
    ],
    ['afc_pay.csv', '2025/26,5', '2025/27,5', 'year: "2025/27" is not a financial year such as 2026/27'],
    ['afc_pay.csv', 'verified in a source,Y06', 'verified,Y06', 'status: "verified" is none of'],
    [
      'afc_pay.csv',
      'verified in a source,Y06',
      'verified in a source,Y99',
      'source: "Y99" is not in sources.csv',
    ],
    [
      'on_costs.json',
      '"2025-04-06"',
      '"6 April"',
      'effective_from: "6 April" is not a date such as 2026-04-06',
    ],
    [
      'apprenticeship_standards.csv',
      '26000,29',
      '25000,29',
      'max_funding_gbp: is 25000, but band 29 is 26000',
    ],
    [
      'apprenticeship_standards.csv',
      '36-48; top-up 24',
      'about four years',
      'duration_months: "about four years" is not months such as 24 or 36-48',
    ],
    ['levy_rules.json', '"2026-08-01"', '"August 2026"', 'effective_from: "August 2026" is not a date'],
    ['red_list.csv', 'Nigeria,NGA', 'Nigeria,NG', 'iso3: "NG" is not a country code such as NGA'],
    ['red_list.csv', 'NPL,amber', 'NPL,yellow', 'list: "yellow" is neither red nor amber'],
    ['default_ranges.csv', 'staff_group', 'group', 'default_ranges.csv, entry 2, staff_group: is missing'],
  ])('%s: says where "%s" became "%s"', (file, from, to, message) => {
    const path = join(directory, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    expect(() => loadPolicy(directory)).toThrow(PolicyFileError);
    expect(() => loadPolicy(directory)).toThrow(message);
  });

  it('names a file that is not there', () => {
    rmSync(join(directory, 'sickness.csv'));
    expect(() => loadPolicy(directory)).toThrow('sickness.csv, entry 0, file: does not exist');
  });
});
