import { levyOn } from '#modules/apprenticeship-levy';
import { paymentsOf } from '../../libs/modules/apprenticeship-levy/cohort';
import { figureOf, group, levyReport, rowsOf } from './levy-case';
import { expectNear, readVector } from './textbook';

interface Vector {
  readonly annual_levy: { paybill: number; levy: number };
  readonly account_credit_before_aug_2026: { english_pct: number; credit: number };
  readonly account_credit_from_aug_2026: { english_pct: number; credit: number };
  readonly rnda: { price: number; band_max: number; months: number; monthly: number; completion: number };
  readonly over_band: { price: number; band_max: number; levy_chargeable: number; employer_cash: number };
  readonly month_shortfall: {
    instalment: number;
    levy_available: number;
    coinvested: number;
    employer_5pct: number;
    employer_25pct: number;
  };
}

const vector = readVector<Vector>('apprenticeship-levy');
/** The vectors are rounded to the penny. */
const PENNY = 0.005 + 1e-9;
const SHARES = { fundedShare: 1, plannedMonths: 48, monthlyShare: 0.8, completionShare: 0.2 };

describe('published vectors of the apprenticeship levy', () => {
  it('levies a pay bill of £300m a year', () => {
    expectNear(levyOn(vector.annual_levy.paybill, 0.005, 15000), vector.annual_levy.levy, 1e-6);
  });

  it('credits a twelfth of the year a month, with top-up until July 2026 and without it from August', () => {
    const { english_pct: english, credit: before } = vector.account_credit_before_aug_2026;
    const report = levyReport({
      baselineMonth: '2026-05',
      staffGroups: [group('staff', 10000, 10000, 1)],
      pay: { 'band-3': 30000, 'band-5': 30000 },
      assumptions: { 'apprenticeship-levy.english-share': english },
    });
    const credits = rowsOf(report, 'ledger').map((row) => Number(row['paidIn']) + Number(row['topUp']));
    expectNear(12 * (credits[1] ?? NaN), before, 1e-4);
    expectNear(12 * (credits[2] ?? NaN), vector.account_credit_from_aug_2026.credit, 1e-4);
  });

  it('pays a registered nurse degree in 48 instalments and a fifth on completion', () => {
    const { price, band_max, months, monthly, completion } = vector.rnda;
    const payments = paymentsOf({
      ...SHARES,
      pricePounds: price,
      bandPounds: band_max,
      plannedMonths: months,
    });
    expectNear(payments.instalment, monthly, PENNY);
    expectNear(payments.completion, completion, 1e-9);
    expectNear(48 * payments.instalment + payments.completion, price, 1e-9);
  });

  it('charges the levy up to the band and the employer above it', () => {
    const { price, band_max, levy_chargeable, employer_cash } = vector.over_band;
    const payments = paymentsOf({ ...SHARES, pricePounds: price, bandPounds: band_max });
    expectNear(48 * payments.instalment + payments.completion, levy_chargeable, 1e-9);
    expectNear(48 * payments.ownInstalment + payments.ownCompletion, employer_cash, 1e-9);
  });

  it.each([
    ['2026-07', vector.month_shortfall.employer_5pct],
    ['2026-08', vector.month_shortfall.employer_25pct],
  ])('shares the shortfall of a month by the rate of the start in %s', (start, employer) => {
    const { instalment, levy_available, coinvested } = vector.month_shortfall;
    const report = levyReport({
      baselineMonth: '2026-06',
      // Pay below the allowance: nothing is paid in, the account has what it opened with.
      staffGroups: [group('staff', 10, 10, 1)],
      pay: { 'band-3': 30000, 'band-5': 30000 },
      registers: {
        'apprenticeship-levy.opening-funds': [
          { id: 'a', values: { entered: '2026-06', unspent: levy_available } },
        ],
        'apprenticeship-levy.starts': [
          {
            id: 's',
            values: {
              standard: 'ST0781',
              donorGroup: 'staff',
              starts: { '2026': 1 },
              intakeMonth: start.slice(5),
              completionRate: 1,
            },
          },
        ],
      },
    });
    const row = rowsOf(report, 'ledger').find((each) => each['month'] === start);
    expectNear(Number(row?.['instalments']), instalment, PENNY);
    expectNear(Number(row?.['shortfall']), coinvested, PENNY);
    expectNear(Number(row?.['employerCoInvestment']), employer, PENNY);
    expect(figureOf(report, 'balance')).toBe(0);
  });
});
