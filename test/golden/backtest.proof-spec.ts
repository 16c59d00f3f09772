import { readPublishedHistory } from '#baselines';
import {
  allResidual,
  collectGrowthErrors,
  runBacktest,
  runNationalBacktest,
  type BacktestQuestion,
  type BacktestReport,
  type GrowthErrors,
} from '#modules/backtest';
import { RESIDUAL_GROWTH_ERRORS } from '#modules/calibration';
import { readAccuracyEvidence } from '#projections';
import { policyOf } from '../support/backtest-history';

/** Published figures of about 240 organisations are projected from many months: minutes on a busy machine. */
const PATIENCE = 600_000;
/** Classes with fewer cells say little of a share. */
const ENOUGH_CELLS = 100;

type Source = Omit<BacktestQuestion, 'trainTo' | 'horizon'>;

describe('the calibrated engine on the published history', () => {
  let source: Source;
  let errors: GrowthErrors;
  const reports = new Map<string, BacktestReport>();
  const reportOf = (trainTo: string, horizon: number): BacktestReport => {
    const key = `${trainTo}|${horizon}`;
    const report = reports.get(key) ?? runBacktest({ ...source, trainTo, horizon }, errors);
    reports.set(key, report);
    return report;
  };

  beforeAll(async () => {
    source = { ...(await readPublishedHistory()), policyOf };
    errors = collectGrowthErrors(source);
  }, PATIENCE);

  const wapes = ({ overall }: BacktestReport): Readonly<Record<string, number>> =>
    Object.fromEntries(Object.entries(overall?.methods ?? {}).map(([name, { wape }]) => [name, wape]));

  it.each([
    ['2023-12', 12],
    ['2023-10', 12],
    ['2024-06', 6],
  ])(
    'from %s, %i months ahead, errs less than every simple method on the same cells',
    (trainTo, horizon) => {
      const { 'calibrated-engine': engine = NaN, ...others } = wapes(reportOf(trainTo, horizon));
      expect(Object.keys(others)).toHaveLength(5);
      for (const other of Object.values(others)) expect(engine).toBeLessThan(other);
    },
    PATIENCE,
  );

  it(
    'from December 2023 its 80 % band holds 75 to 85 % of outcomes in every size class',
    () => {
      const { bySizeClass, overall, excluded, restated } = reportOf('2023-12', 12);
      const large = bySizeClass.filter(({ cells }) => cells >= ENOUGH_CELLS);
      expect(large.length).toBeGreaterThan(6);
      for (const { coverage } of large) {
        expect(coverage).toBeGreaterThanOrEqual(0.75);
        expect(coverage).toBeLessThanOrEqual(0.85);
      }
      expect(overall?.cells).toBeGreaterThan(2200);
      expect(excluded.map(({ reason }) => reason)).toContain('transfer-in-window');
      expect(restated).toContainEqual({ code: 'RAL', members: ['RAL', 'RAP'] });
    },
    PATIENCE,
  );

  it.each([
    ['2023-10', 12],
    ['2024-06', 6],
  ])(
    'from %s, %i months ahead, the band holds about 80 %%, never far from it',
    (trainTo, horizon) => {
      const { overall } = reportOf(trainTo, horizon);
      expect(overall?.coverage).toBeGreaterThan(0.75);
      expect(overall?.coverage).toBeLessThan(0.85);
    },
    PATIENCE,
  );

  it(
    'ships the residual growth error that the whole history gives',
    () => {
      const { residual } = allResidual(source, errors);
      expect(residual.map(({ sizeClass }) => sizeClass)).toEqual(
        RESIDUAL_GROWTH_ERRORS.map(({ sizeClass }) => sizeClass),
      );
      residual.forEach((estimate, index) => {
        const shipped = RESIDUAL_GROWTH_ERRORS[index];
        expect(
          Math.abs(estimate.deviationAt12Months / (shipped?.deviationAt12Months ?? NaN) - 1),
        ).toBeLessThan(0.05);
        expect(estimate.exponent).toBeCloseTo(shipped?.exponent ?? NaN, 1);
        expect(estimate.nationalShare).toBeCloseTo(shipped?.nationalShare ?? NaN, 1);
      });
    },
    PATIENCE,
  );

  it(
    'ships the accuracy that its pages show as the history gives it',
    async () => {
      const { organisations, origins } = await readAccuracyEvidence();
      const { overall, bySizeClass } = reportOf('2023-12', 12);
      expect(organisations.overall?.cells).toBe(overall?.cells);
      for (const [method, { wape }] of Object.entries(overall?.methods ?? {})) {
        expect(organisations.overall?.methods).toHaveProperty(
          method,
          expect.objectContaining({ wape: expect.closeTo(wape, 5) as number }),
        );
      }
      expect(organisations.bySizeClass.map(({ coverage }) => coverage)).toEqual(
        bySizeClass.map(({ coverage }) => expect.closeTo(coverage, 5) as number),
      );
      expect(origins.find(({ trainTo }) => trainTo === '2023-10')?.coverage).toBeCloseTo(
        reportOf('2023-10', 12).overall?.coverage ?? NaN,
        5,
      );
    },
    PATIENCE,
  );

  it(
    "errs less than no change on England's series at every horizon",
    () => {
      const { byHorizon } = runNationalBacktest({
        ...source,
        horizon: 24,
        origins: ['2013-09', '2016-03', '2019-03', '2021-09', '2022-12'],
      });
      expect(byHorizon.map(({ months }) => months)).toEqual([12, 24]);
      for (const { methods } of byHorizon) {
        expect(methods['calibrated-engine'].wape).toBeLessThan(methods['no-change'].wape);
      }
    },
    PATIENCE,
  );
});
