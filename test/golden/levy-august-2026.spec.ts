import { figureOf, group, levyReport, rowsOf, type LevyCase } from './levy-case';
import { readVector } from './textbook';

type Row = Readonly<Record<string, number>> & { readonly month: string };
interface Vector {
  readonly by_entry_date: readonly Row[];
  readonly all_funds_shortened: readonly Row[];
  readonly employer_by_payment_month: Readonly<Record<string, number>>;
  readonly lots_by_entry_date: readonly (Readonly<Record<string, number>> & {
    readonly entered: string;
    readonly expires: string;
  })[];
  readonly own_money_a_month_from_september: number;
}

/** The arithmetic of every month is in the vector's file. */
const vector = readVector<Vector>('levy-august-2026');

/** Columns of the report that make up each figure of the vector. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  in: ['paidIn'],
  top_up: ['topUp'],
  due: ['instalments', 'completions'],
  by_transfer: ['paidByTransfer'],
  spent: ['spent'],
  transferred: ['transferredOut'],
  expired: ['expired'],
  closing: ['closing'],
  shortfall: ['shortfall'],
  employer: ['employerCoInvestment'],
};
const APPRENTICES = { standard: 'X1', donorGroup: 'staff' };
const CASE: LevyCase = {
  baselineMonth: '2026-05',
  staffGroups: [group('staff', 1000, 900, 1)],
  pay: { 'band-3': 30000, 'band-5': 30000 },
  assumptions: {
    'apprenticeship-levy.english-share': 0.9,
    'apprenticeship-levy.funds-of-last-year': 12000,
  },
  registers: {
    'apprenticeship-levy.opening-funds': [
      { id: 'a', values: { entered: '2024-06', unspent: 7000 } },
      { id: 'd', values: { entered: '2026-05', unspent: 9900 } },
      { id: 'b', values: { entered: '2024-08', unspent: 4000 } },
      { id: 'c', values: { entered: '2025-07', unspent: 20000 } },
    ],
    'apprenticeship-levy.in-training': [
      {
        id: 'A',
        values: {
          ...APPRENTICES,
          startMonth: '2025-09',
          people: 10,
          fundingBand: 12000,
          plannedMonths: 24,
          completionRate: 1,
        },
      },
      {
        id: 'B',
        values: {
          ...APPRENTICES,
          startMonth: '2025-08',
          people: 5,
          fundingBand: 6000,
          plannedMonths: 12,
          completionRate: 0.8,
        },
      },
    ],
    'apprenticeship-levy.starts': [
      {
        id: 'C',
        values: {
          ...APPRENTICES,
          starts: { '2026': 20 },
          intakeMonth: '09',
          agreedPrice: 18000,
          fundingBand: 15000,
          plannedMonths: 12,
          completionRate: 1,
        },
      },
    ],
    'apprenticeship-levy.transfers': [
      { id: 'out', values: { direction: 'out', pounds: { '2026': 12000 } } },
      { id: 'in', values: { direction: 'in', pounds: { '2026': 2400 } } },
    ],
  },
};

function withChoice(parameter: string): LevyCase {
  return { ...CASE, assumptions: { ...CASE.assumptions, [`apprenticeship-levy.${parameter}`]: 1 } };
}

describe('a levy account over the rule change of August 2026', () => {
  const report = levyReport(CASE);
  const ledger = rowsOf(report, 'ledger');

  it.each(vector.by_entry_date)('$month as worked by hand', (month) => {
    const row = ledger.find((each) => each['month'] === month.month) ?? {};
    for (const [key, columns] of Object.entries(COLUMNS)) {
      const found = columns.reduce((sum, column) => sum + Number(row[column]), 0);
      expect([key, Number(found.toFixed(6))]).toEqual([key, month[key]]);
    }
  });

  it('covers the ten months of the projection and nothing else', () => {
    expect(ledger.map((row) => row['month'])).toEqual(vector.by_entry_date.map(({ month }) => month));
  });

  it('spends the funds of each month oldest first, and dates their expiry by the day they entered', () => {
    const lots = rowsOf(report, 'expiry');
    for (const expected of vector.lots_by_entry_date) {
      const lot = lots.find((each) => each['entered'] === expected.entered);
      expect(lot).toMatchObject({
        expires: expected.expires,
        paidIn: expected['in'],
        spent: expected['spent'],
        transferredOut: expected['transferred'],
        expired: expected['expired'],
        balance: expected['balance'],
      });
    }
  });

  it('charges what is above the funding band to the employer', () => {
    const own = ledger.map((row) => [row['month'], Number(Number(row['ownMoney']).toFixed(6))]);
    expect(own.slice(2, 5)).toEqual([
      ['2026-08', 0],
      ['2026-09', vector.own_money_a_month_from_september],
      ['2026-10', vector.own_money_a_month_from_september],
    ]);
    expect(figureOf(report, 'completion-payments')).toBeCloseTo(4800, 6);
  });

  it('expires older funds at once where all funds take the shorter period', () => {
    const shortened = rowsOf(levyReport(withChoice('expiry-transition')), 'ledger');
    vector.all_funds_shortened.forEach((expected, index) => {
      expect(shortened[index]?.['month']).toBe(expected.month);
      for (const key of ['expired', 'closing', 'shortfall'])
        expect(Number(shortened[index]?.[key])).toBeCloseTo(expected[key] ?? NaN, 6);
    });
  });

  it('charges 25 % on every payment where the rate goes by the month of payment', () => {
    const byPayment = rowsOf(levyReport(withChoice('co-investment-basis')), 'ledger');
    for (const [month, pounds] of Object.entries(vector.employer_by_payment_month)) {
      const row = byPayment.find((each) => each['month'] === month);
      expect(Number(row?.['employerCoInvestment'])).toBeCloseTo(pounds, 6);
    }
  });

  it('says which reading of each unsettled rule was used', () => {
    expect(report.notes.filter((note) => note.includes('not settled'))).toHaveLength(3);
    expect(levyReport(withChoice('expiry-transition')).notes[0]).toContain(
      'All funds take the shorter period',
    );
  });
});
