import { array, assert, double, option, property } from 'fast-check';

import {
  DOCTORS,
  historyOf,
  monthsFrom2022,
  NURSES,
  organisation,
  policyOf,
} from '../../../test/support/backtest-history';
import { forecastCells } from './forecast-cells';
import { freezeHistory, freezeNation } from './freeze-history';
import type { PublishedHistory } from './published-history';

const MONTHS = monthsFrom2022(24);
const TRAIN_TO = '2022-12';
const RESIDUAL = [
  { sizeClass: { fromFte: 0, belowFte: null }, deviationAt12Months: 0.05, exponent: 0.5, nationalShare: 0.3 },
];
const grown = (start: number, growth: number): number[] =>
  Array.from({ length: 24 }, (_, month) => start * (1 + growth) ** month);

/** Growth before the month of calibration, whatever is given after it. */
function historyThen(after: readonly (number | null)[]): PublishedHistory {
  const then = (series: number[]): (number | null)[] => [...series.slice(0, 12), ...after];
  const nurses = then(grown(900, 0.003));
  return historyOf(
    MONTHS,
    [
      organisation('ABC', { [NURSES]: nurses, [DOCTORS]: then(grown(300, 0.001)) }),
      organisation('DEF', { [NURSES]: then(grown(2000, -0.002)) }, { benchmarkGroup: 'ambulance' }),
    ],
    { [NURSES]: { lastMonth: '2023-12', fte: nurses } },
  );
}

function forecasts(history: PublishedHistory) {
  return forecastCells(freezeHistory(history, TRAIN_TO), { horizon: 12, policyOf }, RESIDUAL);
}

describe('forecasting cells', () => {
  it('nothing that came after the month of calibration changes any forecast or band', () => {
    const expected = JSON.stringify(forecasts(historyThen(grown(1, 0).slice(12))));
    const later = array(option(double({ min: 0, max: 1e5, noNaN: true })), { minLength: 12, maxLength: 12 });
    assert(
      property(later, (after) => {
        expect(JSON.stringify(forecasts(historyThen(after)))).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('carries recent growth on, less than it was, and widens its band with time', () => {
    const [nurses] = forecasts(historyThen(new Array<null>(12).fill(null)));
    const growth = (nurses?.path[11] ?? NaN) / (nurses?.opening ?? NaN) - 1;
    expect(growth).toBeGreaterThan(0);
    expect(growth).toBeLessThan(1.003 ** 12 - 1);
    const widths =
      nurses?.path.map((fte, month) => ((nurses.high[month] ?? 0) - (nurses.low[month] ?? 0)) / fte) ?? [];
    expect(widths).toHaveLength(12);
    expect(widths.every((width, month) => month === 0 || width > (widths[month - 1] ?? 0))).toBe(true);
  });

  it('knows nothing of a national series before it begins, and all of one that ended earlier', () => {
    const nation = { [NURSES]: { lastMonth: '2022-03', fte: [1, 2, 3] } };
    expect(freezeNation(nation, '2022-02')).toEqual({ [NURSES]: { lastMonth: '2022-02', fte: [1, 2] } });
    expect(freezeNation(nation, '2021-12')).toEqual({});
    expect(freezeNation(nation, '2015-01')).toEqual({});
    expect(freezeNation(nation, '2022-08')).toEqual(nation);
  });

  it('refuses a month outside the history', () => {
    expect(() => freezeHistory(historyThen([]), '2019-03')).toThrow('2022-01');
  });
});
