import { annualExitProbability, monthlyProbability, nhsLeaverRate, simulate, stabilityIndex } from '#engine';
import { expectNear, readVector, textbookInput } from './textbook';

interface Row {
  readonly year: string;
  readonly leavers: number;
  readonly leaver_rate: number;
  readonly stability_index: number;
  readonly implied_opening: number;
  readonly implied_closing: number;
}

const { rows } = readVector<{ rows: Row[] }>('stability-and-leaver-rate');

describe('NHS leaver rate and stability index (Parliamentary question 112582)', () => {
  it.each(rows)('$year: both measures give the same annual probability', (row) => {
    const stocks = { opening: row.implied_opening, closing: row.implied_closing };
    const fromRate = annualExitProbability({ basis: 'snapshot-rate', rate: row.leaver_rate, stocks });
    const fromIndex = annualExitProbability({ basis: 'stability-index', index: row.stability_index });
    expectNear(fromRate, fromIndex, 1e-6);
    expectNear(nhsLeaverRate(row.leavers, stocks.opening, stocks.closing), row.leaver_rate, 1e-6);
    expectNear(stabilityIndex(stocks.opening - row.leavers, stocks.opening), row.stability_index, 1e-5);
  });

  it.each(rows)('$year: a simulated year without joiners loses the published leavers', (row) => {
    const annual = annualExitProbability({ basis: 'stability-index', index: row.stability_index });
    const group = { code: 'nurses', people: row.implied_opening, exits: [monthlyProbability(annual)] };
    const [output] = simulate(textbookInput({ groups: [group], months: 12, stepYears: 1 / 12 })).groups;
    expectNear(row.implied_opening - (output?.headcount.at(-1) ?? NaN), row.leavers, 1);
  });

  it('each closing stock meets the next opening one', () => {
    rows.slice(1).forEach((row, index) => {
      const before = rows[index]?.implied_closing ?? NaN;
      expectNear(row.implied_opening / before, 1, 0.004);
    });
  });
});
