import { normalDeviates } from '../../../test/support/backtest-history';
import { residualClassOf, residualDeviation } from '../calibration/residual-growth-error';
import { estimateResidual, weightedQuantile } from './estimate-residual';
import type { GrowthError } from './growth-errors';

const normal = normalDeviates(20260401);
const HORIZONS = [3, 6, 9, 12];

/** Errors of cells with a known deviation at 12 months that grows with the square root of time. */
function errorsOf(opening: number, deviation: number, cells: number): GrowthError[] {
  return HORIZONS.flatMap((horizon) =>
    Array.from({ length: cells }, (_, cell) => ({
      origin: '2024-01',
      horizon,
      organisation: `cell-${cell}`,
      staffGroup: `group-${opening}`,
      opening,
      error: deviation * Math.sqrt(horizon / 12) * normal(),
    })),
  );
}

const NATION = [12, 24, 36].flatMap((horizon) =>
  Array.from({ length: 400 }, (_, origin): GrowthError => ({
    origin: String(origin),
    horizon,
    organisation: 'ENG',
    staffGroup: 'nurses',
    opening: 300_000,
    error: 0.02 * Math.sqrt(horizon / 12) * normal(),
  })),
);
const CELLS = [...errorsOf(20, 0.18, 2000), ...errorsOf(300, 0.06, 2000), ...errorsOf(3000, 0.03, 2000)];

describe('the residual growth error', () => {
  const classes = estimateResidual({ cells: CELLS, nation: NATION, asAt: '2025-01', parameterDeviation: 0 });

  it('finds the deviations that made the errors, own and national together', () => {
    const at = (fte: number) => residualClassOf(classes, fte);
    expect(at(20).deviationAt12Months).toBeCloseTo(Math.hypot(0.18, 0.02), 2);
    expect(at(300).deviationAt12Months).toBeCloseTo(Math.hypot(0.06, 0.02), 2);
    expect(at(3000).deviationAt12Months).toBeCloseTo(Math.hypot(0.03, 0.02), 2);
    expect(at(3000).exponent).toBeCloseTo(0.5, 1);
    expect(at(3000).nationalShare).toBeCloseTo(4 / 13, 1);
    expect(at(500_000)).toMatchObject({ sizeClass: { fromFte: 20_000, belowFte: null }, nationalShare: 1 });
  });

  it('makes bands that hold 80 % of new outcomes in every class and at every horizon', () => {
    for (const [opening, own] of [
      [20, 0.18],
      [300, 0.06],
      [3000, 0.03],
    ] as const) {
      for (const months of HORIZONS) {
        const reach = 1.2815515655446004 * residualDeviation(residualClassOf(classes, opening), months);
        const scale = Math.sqrt(months / 12);
        const outcomes = Array.from({ length: 4000 }, () => scale * (own * normal() + 0.02 * normal()));
        const held = outcomes.filter((error) => Math.abs(error) <= reach).length / outcomes.length;
        expect(held).toBeGreaterThan(0.75);
        expect(held).toBeLessThan(0.85);
      }
    }
  });

  it('takes off what the ranges of the assumptions cover, but never everything', () => {
    const covered = estimateResidual({
      cells: CELLS,
      nation: NATION,
      asAt: '2025-01',
      parameterDeviation: 0.02,
    });
    const most = estimateResidual({ cells: CELLS, nation: NATION, asAt: '2025-01', parameterDeviation: 1 });
    const deviation = (estimate: typeof classes) => residualClassOf(estimate, 3000).deviationAt12Months;
    expect(deviation(covered) ** 2).toBeCloseTo(deviation(classes) ** 2 - 0.0004, 6);
    expect(deviation(most)).toBeGreaterThan(0);
    expect(deviation(most)).toBeLessThan(deviation(covered));
  });

  it('is not widened by a few very large errors', () => {
    const tail = errorsOf(3000, 0.8, 40);
    const heavy = estimateResidual({
      cells: [...CELLS, ...tail],
      nation: NATION,
      asAt: '2025-01',
      parameterDeviation: 0,
    });
    const before = residualClassOf(classes, 3000).deviationAt12Months;
    expect(residualClassOf(heavy, 3000).deviationAt12Months).toBeLessThan(1.15 * before);
  });

  it('follows the errors near in time', () => {
    const calm = errorsOf(3000, 0.01, 2000).map((error) => ({ ...error, origin: '2024-12' }));
    const wild = errorsOf(3000, 0.05, 2000).map((error) => ({ ...error, origin: '2020-12' }));
    const at = (asAt: string): number =>
      residualClassOf(
        estimateResidual({ cells: [...calm, ...wild], nation: NATION, asAt, parameterDeviation: 0 }),
        3000,
      ).deviationAt12Months;
    expect(at('2025-06')).toBeLessThan(0.035);
    expect(at('2021-06')).toBeGreaterThan(0.045);
  });

  it('weighs quantiles', () => {
    const even = [4, 1, 3, 2].map((value) => ({ value, weight: 1 }));
    expect(weightedQuantile(even, 0.5)).toBe(2.5);
    expect(weightedQuantile([{ value: 5, weight: 1 }], 0.8)).toBe(5);
    const heavy = [
      { value: 1, weight: 8 },
      { value: 10, weight: 1 },
    ];
    // Middles of the weights at 4 and 8.5 of 9: half of the weight, 4.5, is a ninth of the way.
    expect(weightedQuantile(heavy, 0.5)).toBeCloseTo(2, 12);
  });
});
