import { project } from '#modules/projection';
import { group, levyInput, levyReport, rowsOf, type LevyCase } from './levy-case';

/**
 * From the levy to the pay bill, by hand. 100 support staff (80 WTE, band 3, £24,000) and 50 nurses
 * (50 WTE, band 5, £36,000). Ten support staff start in April 2026 for 8 months; two withdraw in July;
 * eight complete in December and become nurses. A fifth of their time is off the job, half of it
 * backfilled at 5 % above own pay.
 */
const CASE: LevyCase = {
  baselineMonth: '2026-01',
  staffGroups: [group('support', 100, 80, 0), group('nurses', 50, 50, 1)],
  pay: { 'band-3': 24000, 'band-5': 36000 },
  assumptions: {
    'apprenticeship-levy.off-the-job-share': 0.2,
    'apprenticeship-levy.backfill-share': 0.5,
    'apprenticeship-levy.backfill-premium': 0.05,
  },
  registers: {
    'apprenticeship-levy.starts': [
      {
        id: 'first',
        values: {
          standard: 'X8',
          donorGroup: 'support',
          targetGroup: 'nurses',
          starts: { '2026': 10 },
          intakeMonth: '04',
          fundingBand: 5000,
          plannedMonths: 8,
          completionRate: 0.8,
          withdrawalMonth: 4,
        },
      },
    ],
  },
};

describe('apprentices from start to pay bill', () => {
  const output = project(levyInput(CASE));
  const [support, nurses] = output.staffGroups.map(({ series }) => series);
  const of = (series: typeof support, measure: keyof NonNullable<typeof support>, month: string): number =>
    series?.[measure][output.months.indexOf(month)] ?? NaN;

  it('has ten in training from April, eight from July, none from December', () => {
    const training = ['2026-03', '2026-04', '2026-06', '2026-07', '2026-11', '2026-12'].map((month) =>
      of(support, 'apprentices-in-training-headcount', month),
    );
    expect(training).toEqual([0, 10, 10, 8, 8, 0]);
  });

  it('takes 1.6 WTE of the 80 available in April and 1.28 in July', () => {
    expect(of(support, 'available-fte', '2026-03')).toBeCloseTo(80, 9);
    expect(of(support, 'apprenticeship-training-fte', '2026-04')).toBeCloseTo((80 * 10 * 0.2) / 100, 9);
    expect(of(support, 'available-fte', '2026-04')).toBeCloseTo(78.4, 9);
    expect(of(support, 'available-fte', '2026-07')).toBeCloseTo(78.72, 9);
  });

  it('backfills half of it at 5 % above what a WTE of the group costs', () => {
    // Basic 80 x 2,000; insurance 15 % above £5,000 a head and year; local pension 14.38 %.
    const cost = 160_000 + 0.15 * (160_000 - (100 * 5000) / 12) + 0.1438 * 160_000;
    expect(of(support, 'apprenticeship-backfill-fte', '2026-04')).toBeCloseTo(0.8, 9);
    expect(of(support, 'apprenticeship-backfill-cost', '2026-04')).toBeCloseTo(0.8 * (cost / 80) * 1.05, 6);
    expect(of(support, 'apprenticeship-backfill-cost', '2026-04')).toBeCloseTo(2107.96, 2);
  });

  it('makes nurses of eight in December: 92 and 58 people, 73.6 and 56.4 WTE', () => {
    expect(of(nurses, 'moves-in', '2026-12')).toBeCloseTo(8, 9);
    expect([of(support, 'headcount', '2026-11'), of(support, 'headcount', '2026-12')]).toEqual([100, 92]);
    expect(of(nurses, 'headcount', '2026-12')).toBeCloseTo(58, 9);
    expect(of(support, 'fte', '2026-12')).toBeCloseTo(73.6, 9);
    expect(of(nurses, 'fte', '2026-12')).toBeCloseTo(56.4, 9);
  });

  it("raises the nurses' basic pay from £150,000 to £169,200 a month and lowers the support staff's", () => {
    expect(of(nurses, 'pay-bill-basic', '2026-11')).toBeCloseTo(150_000, 6);
    expect(of(nurses, 'pay-bill-basic', '2027-01')).toBeCloseTo(56.4 * 3000, 6);
    expect(of(support, 'pay-bill-basic', '2027-01')).toBeCloseTo(73.6 * 2000, 6);
  });

  it('is due £5,000 in April, £4,000 in July and £8,000 on completion', () => {
    const ledger = rowsOf(levyReport(CASE), 'ledger');
    const due = (month: string) => {
      const row = ledger.find((each) => each['month'] === month);
      return Number(row?.['instalments']) + Number(row?.['completions']);
    };
    expect(due('2026-04')).toBeCloseTo(5000, 9);
    expect(due('2026-07')).toBeCloseTo(4000, 9);
    expect(due('2026-12')).toBeCloseTo(8000, 9);
    expect(due('2027-01')).toBe(0);
  });
});
