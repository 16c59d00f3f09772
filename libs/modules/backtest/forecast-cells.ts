import { exp } from '#engine';

import { residualClassOf, residualDeviation, type ResidualClass } from '../calibration/residual-growth-error';
import { P90_DEVIATIONS } from '../calibration/shrinkage';
import type { Outcome } from './accuracy';
import type { ProjectionReach } from './calibrated-input';
import { NAIVE_METHODS } from './methods';
import { parameterSpread, type ParameterSpread } from './parameter-spread';
import { growthByGroup, projectCells, type ProjectedCell } from './project-cells';
import type { PublishedHistory } from './published-history';

/** Forecasts of a cell by every method for 1, 2, … months ahead. */
export interface CellForecast extends ProjectedCell {
  readonly methods: Readonly<Record<keyof typeof NAIVE_METHODS, readonly number[]>>;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Median over the staff groups of what the assumptions' ranges make after 12 months. */
export function typicalSpread(
  frozen: PublishedHistory,
  { policyOf }: Pick<ProjectionReach, 'policyOf'>,
): number {
  const spread = spreadOf(frozen, { horizon: 12, policyOf });
  const deviations = [...spread.values()].map((months) => months[11] ?? 0).sort((a, b) => a - b);
  return deviations[Math.floor(deviations.length / 2)] ?? 0;
}

/** Every cell known in the last month of a frozen history, projected by every method. */
export function forecastCells(
  frozen: PublishedHistory,
  reach: ProjectionReach,
  residual: readonly ResidualClass[],
): readonly CellForecast[] {
  const spread = spreadOf(frozen, reach);
  return projectCells(frozen, reach).map((projected) => {
    const series = knownRun(projected.known);
    return {
      ...projected,
      methods: naiveForecasts(series, reach.horizon),
      ...bandOf(projected, spread, residual),
    };
  });
}

/** Forecasts of the simple methods from known consecutive months. */
export function naiveForecasts(series: readonly number[], horizon: number): CellForecast['methods'] {
  return Object.fromEntries(
    Object.entries(NAIVE_METHODS).map(([name, method]) => [name, method(series, horizon)]),
  ) as CellForecast['methods'];
}

/** What the ranges of the assumptions make, calibrated on the nation's growth as acute trusts have it. */
function spreadOf(frozen: PublishedHistory, reach: ProjectionReach): ParameterSpread {
  const growthOf = growthByGroup(frozen);
  return parameterSpread(
    {
      baselineMonth: frozen.months.at(-1) ?? '',
      staffGroups: frozen.staffGroups,
      growthOf: (staffGroup) => growthOf(staffGroup, 'acute'),
    },
    reach,
  );
}

/** Parameter ranges and residual as independent: `F exp(-+ 1.28 sqrt(parameters^2 + residual^2))`. */
export function bandOf(
  {
    cell,
    opening,
    path,
  }: Pick<ProjectedCell, 'opening' | 'path'> & { readonly cell: { readonly staffGroup: string } },
  spread: ParameterSpread,
  residual: readonly ResidualClass[],
): Pick<CellForecast, 'low' | 'high'> {
  const sizeClass = residualClassOf(residual, opening);
  const reach = path.map((_, month) => {
    const parameters = spread.get(cell.staffGroup)?.[month] ?? 0;
    const rest = residualDeviation(sizeClass, month + 1);
    return P90_DEVIATIONS * Math.sqrt(parameters * parameters + rest * rest);
  });
  return {
    low: path.map((fte, month) => fte * exp(-(reach[month] ?? 0))),
    high: path.map((fte, month) => fte * exp(reach[month] ?? 0)),
  };
}

/** The months up to the last without a gap. */
export function knownRun(known: readonly (number | null)[]): readonly number[] {
  const gap = known.findLastIndex((value) => value === null || value <= 0);
  return known.slice(gap + 1).map((value) => value ?? 0);
}

/** What came of a forecast some months ahead. */
export function outcomeOf(forecast: CellForecast, horizon: number, actual: number): Outcome {
  const at = (path: readonly number[]): number => path[horizon - 1] ?? NaN;
  return {
    cell: forecast.cell,
    horizon,
    opening: forecast.opening,
    actual,
    forecasts: {
      'calibrated-engine': at(forecast.path),
      ...(Object.fromEntries(
        Object.entries(forecast.methods).map(([name, path]) => [name, at(path)]),
      ) as Readonly<Record<keyof typeof NAIVE_METHODS, number>>),
    },
    low: at(forecast.low),
    high: at(forecast.high),
  };
}
