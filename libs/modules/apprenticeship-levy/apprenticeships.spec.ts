import type { RegisterEntry } from '../register';
import { project, ProjectionInputError, type ProjectionInput } from '../projection';
import {
  assume,
  BASE,
  NURSES,
  seriesOf,
  still,
  sum,
  SUPPORT,
} from '../../../test/support/example-projection';
import type { ModuleReport } from '../reporting';
import { apprenticeshipLevyReport } from './report';

const STARTS = 'apprenticeship-levy.starts';
const NURSE_DEGREE = {
  standard: 'ST0781',
  donorGroup: SUPPORT,
  targetGroup: NURSES,
  starts: { '2026': 20 },
  intakeMonth: '09',
};
const QUIET = assume({ ...still(NURSES, SUPPORT) });

function withEntries(
  register: string,
  entries: readonly RegisterEntry['values'][],
  input: ProjectionInput = BASE,
): ProjectionInput {
  const own = entries.map((values, index) => ({ id: `entry-${index}`, values }));
  return { ...input, registers: { ...input.registers, [register]: own } };
}

function reportOf(input: ProjectionInput): ModuleReport {
  return apprenticeshipLevyReport({ input, output: project(input) });
}

function rows(report: ModuleReport, table: string) {
  return report.tables.find(({ key }) => key === table)?.rows ?? [];
}

function figure(report: ModuleReport, key: string): number {
  return report.figures.find((each) => each.key === key)?.value ?? NaN;
}

describe('apprenticeship starts', () => {
  it('change no number of people before anyone completes, but what is available', () => {
    const before = project(BASE);
    const after = project(withEntries(STARTS, [NURSE_DEGREE]));
    expect(seriesOf(after, SUPPORT).headcount).toEqual(seriesOf(before, SUPPORT).headcount);
    const september = after.months.indexOf('2026-09');
    const [less, more] = [after, before].map((output) => seriesOf(output, SUPPORT)['available-fte']);
    expect(less?.slice(0, september)).toEqual(more?.slice(0, september));
    expect(less?.[september]).toBeLessThan(more?.[september] ?? NaN);
  });

  it('give the same account and the same lines in whatever order the entries stand', () => {
    const entries = [
      NURSE_DEGREE,
      { ...NURSE_DEGREE, standard: 'ST0216', starts: { '2026': 40 }, targetGroup: '' },
      { ...NURSE_DEGREE, standard: 'ST0827', starts: { '2026': 7 }, secondIntakeMonth: '03' },
    ];
    const [forth, back] = [entries, [...entries].reverse()].map((order) => {
      const input = withEntries(STARTS, order);
      const output = project(input);
      return { output, ledger: rows(apprenticeshipLevyReport({ input, output }), 'ledger') };
    });
    expect(forth?.ledger).toHaveLength(back?.ledger.length ?? NaN);
    forth?.ledger.forEach((row, index) => {
      for (const [key, value] of Object.entries(row)) {
        const other = back?.ledger[index]?.[key];
        if (typeof value === 'number') expect(Number(other)).toBeCloseTo(value, 6);
      }
    });
    for (const { code, series } of forth?.output.staffGroups ?? []) {
      const other = back?.output.staffGroups.find((group) => group.code === code);
      series['available-fte'].forEach((value, month) =>
        expect(other?.series['available-fte'][month]).toBeCloseTo(value, 9),
      );
    }
  });

  it('recruited for it join their group in the month of intake', () => {
    const input = withEntries(STARTS, [{ ...NURSE_DEGREE, origin: 'recruited' }], {
      ...BASE,
      assumptions: QUIET,
    });
    const output = project(input);
    const joined = seriesOf(output, SUPPORT)['joiners-wider-labour-market'];
    expect(joined[output.months.indexOf('2026-09')]).toBeCloseTo(20, 9);
    expect(joined[output.months.indexOf('2027-09')]).toBeCloseTo(20, 9);
    expect(sum(joined)).toBeCloseTo(40, 9);
  });

  it('who complete beyond the people in post are reported as unmet', () => {
    const input = withEntries(STARTS, [
      { ...NURSE_DEGREE, starts: { '2026': 5000, '2027': 0 }, plannedMonths: 12, completionRate: 1 },
    ]);
    const notice = project(input).notices.find(({ code }) => code === 'conversions-unmet');
    expect(notice?.staffGroup).toBe(NURSES);
    expect(notice?.amount).toBeGreaterThan(3000);
  });

  it('move up a band of their own group where only a band is given', () => {
    const entry = {
      standard: 'ST0216',
      donorGroup: SUPPORT,
      targetBand: 'band-4',
      starts: { '2026': 10, '2027': 0 },
      intakeMonth: '04',
      completionRate: 1,
    };
    const input = withEntries(STARTS, [entry], { ...BASE, assumptions: QUIET });
    const support = project(input).staffGroups.find(({ code }) => code === SUPPORT);
    const inBandFour = support?.headcountByBandAndEthnicity.map(({ values }) => sum(values.slice(6, 9)));
    expect((inBandFour?.at(-1) ?? NaN) - (inBandFour?.[0] ?? NaN)).toBeCloseTo(10, 6);
  });

  it('of level 7 are paid for by the employer unless some are young enough', () => {
    const entry = { standard: 'ST0564', donorGroup: NURSES, starts: { '2026': 3 }, intakeMonth: '09' };
    const closed = reportOf(withEntries(STARTS, [entry]));
    expect(rows(closed, 'ledger').every((row) => row['instalments'] === 0)).toBe(true);
    expect(figure(closed, 'own-money')).toBeGreaterThan(0);
    expect(closed.notes.join(' ')).toContain('level 7 is closed');
    const open = reportOf(withEntries(STARTS, [{ ...entry, levyFundedShare: 1 }]));
    expect(figure(open, 'own-money')).toBe(0);
    expect(rows(open, 'headroom').some((row) => row['standard'] === 'ST0564')).toBe(false);
  });
});

describe('the levy account', () => {
  it('limits transfers to half of the funds of the year before', () => {
    const input = withEntries('apprenticeship-levy.transfers', [
      { direction: 'out', pounds: { '2026': 10_000_000 } },
    ]);
    const report = reportOf(input);
    const [, , next] = rows(report, 'transfers');
    const ofYear = rows(report, 'ledger').filter(
      ({ month }) => String(month) >= '2026-04' && String(month) <= '2027-03',
    );
    const base = ofYear.reduce((total, row) => total + Number(row['paidIn']) + Number(row['topUp']), 0);
    expect(next).toMatchObject({ year: 2027, asked: 10_000_000 });
    expect(Number(next?.['base'])).toBeCloseTo(base, 4);
    expect(Number(next?.['allowed'])).toBeCloseTo(base / 2, 4);
    expect(report.notes.join(' ')).toContain('cut to the limit');
  });

  it('keeps the former top-up in the base of transfers where that reading is chosen', () => {
    const base = (choice: number): number => {
      const assumptions = assume({ 'apprenticeship-levy.transfer-base': { 'all-staff': choice } });
      return Number(rows(reportOf({ ...BASE, assumptions }), 'transfers').at(-1)?.['base']);
    };
    const ofYear = rows(reportOf({ ...BASE, assumptions: assume({}) }), 'ledger').filter(
      ({ month }) => String(month) >= '2026-04' && String(month) <= '2027-03',
    );
    const paidIn = ofYear.reduce((total, row) => total + Number(row['paidIn']), 0);
    expect(base(1)).toBeCloseTo(1.1 * paidIn, 4);
    expect(base(0)).toBeLessThan(base(1));
  });

  it('takes the share of the allowance that connected employers leave to it', () => {
    const levyOf = (share: number): number => {
      const assumptions = assume({ 'apprenticeship-levy.allowance-share': { 'all-staff': share } });
      return Number(rows(reportOf({ ...BASE, assumptions }), 'ledger')[8]?.['paidIn']);
    };
    expect(levyOf(0) - levyOf(1)).toBeCloseTo(1250, 6);
    expect(levyOf(0.25) - levyOf(1)).toBeCloseTo(0.75 * 1250, 6);
  });

  it('is not kept where the input holds no rules of the levy', () => {
    const { apprenticeshipLevy, ...policy } = BASE.policy;
    expect(apprenticeshipLevy).toBeDefined();
    const input = { ...BASE, policy };
    const report = apprenticeshipLevyReport({ input, output: project(input) });
    expect(report.tables).toEqual([]);
    expect(report.notes).toHaveLength(1);
    expect(() => project(withEntries(STARTS, [NURSE_DEGREE], input))).toThrow('holds no rules');
  });
});

describe('entries that contradict the rules', () => {
  it.each([
    [STARTS, { ...NURSE_DEGREE, standard: 'ST9999' }, 'known-standard', 'plannedMonths'],
    [STARTS, { ...NURSE_DEGREE, plannedMonths: 6 }, 'minimum-duration', 'plannedMonths'],
    [STARTS, { ...NURSE_DEGREE, plannedMonths: 12.5 }, 'whole-months', 'plannedMonths'],
    [STARTS, { ...NURSE_DEGREE, withdrawalMonth: 60 }, 'within-planned-months', 'withdrawalMonth'],
    [
      'apprenticeship-levy.in-training',
      { standard: 'ST0781', donorGroup: SUPPORT, startMonth: '2021-09', people: 3 },
      'still-in-training',
      'plannedMonths',
    ],
    [
      'apprenticeship-levy.in-training',
      { standard: 'ST0781', donorGroup: SUPPORT, startMonth: '2026-09', people: 3 },
      'before-baseline',
      'startMonth',
    ],
    ['apprenticeship-levy.opening-funds', { entered: '2023-11', unspent: 5 }, 'not-expired', 'entered'],
    ['apprenticeship-levy.opening-funds', { entered: '2025-12', unspent: 5 }, 'before-baseline', 'entered'],
  ] as const)('%s: %j breaks %s', (register, values, rule, field) => {
    try {
      project(withEntries(register, [values]));
    } catch (error) {
      if (!(error instanceof ProjectionInputError)) throw error;
      const found = error.details.find((problem) => problem.rule === rule);
      expect(found?.pointer).toBe(`/registers/${register}/0/values/${field}`);
      expect(found?.fix).not.toBe('');
      return;
    }
    throw new Error('the entry was accepted');
  });
});
