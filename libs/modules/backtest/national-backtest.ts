import { monthNumber, monthText } from '../compilation/timeline';
import type { ResidualClass } from '../calibration/residual-growth-error';
import { accuracyOf, type Outcome } from './accuracy';
import type { LabelledAccuracy, NationalBacktestReport, NationalPath } from './backtest-report';
import type { CalibratedUnit, ProjectionReach } from './calibrated-input';
import { estimateResidual } from './estimate-residual';
import { bandOf, knownRun, naiveForecasts, outcomeOf, type CellForecast } from './forecast-cells';
import { errorsOutside, type GrowthError } from './growth-errors';
import { METHOD_NAMES } from './methods';
import { nationalFte, nationalUnit } from './nation';
import { nationalGrowthErrors, nationalOrigins } from './national-errors';
import {
  parametersThatMoveFte,
  parameterSpread,
  type ParameterSpread,
  type SpreadQuestion,
} from './parameter-spread';
import { projectUnit } from './project-cells';
import type { PublishedHistory } from './published-history';

export interface NationalQuestion {
  readonly history: Pick<PublishedHistory, 'nation' | 'staffGroups'>;
  /** Months projected from every origin; scored at each whole year. */
  readonly horizon: number;
  /** Origins; every quarter from two years into the series if left out. */
  readonly origins?: readonly string[];
  readonly policyOf: ProjectionReach['policyOf'];
}

const MONTHS_BETWEEN_ORIGINS = 3;
const MONTHS_A_YEAR = 12;
/** Groups of few people whose classification moves more than they do. */
const NOT_SCORED: ReadonlySet<string> = new Set(['unknown-classification']);

interface NationalForecast {
  readonly origin: string;
  readonly forecasts: readonly CellForecast[];
}

/**
 * England by staff group from many origins: the calibrated engine beside the simple methods, one to five
 * years ahead. The band of an origin rests on errors that share no month with those projected from it.
 *
 * @throws RangeError if nothing was known at an origin, or the horizon is under a year.
 */
export function runNationalBacktest(question: NationalQuestion): NationalBacktestReport {
  const { history, horizon, policyOf } = question;
  if (horizon < MONTHS_A_YEAR) {
    throw new RangeError(
      `England is scored at whole years: the horizon is 12 months or more, not ${horizon}`,
    );
  }
  const origins = question.origins ?? nationalOrigins(history, MONTHS_BETWEEN_ORIGINS);
  const errors = nationalGrowthErrors({ history, policyOf });
  const moving = movingParameters(question, origins);
  const all = origins.map((origin) => ({
    origin,
    forecasts: forecastNation(origin, question, { errors, moving }),
  }));
  const years = Array.from(
    { length: Math.floor(horizon / MONTHS_A_YEAR) },
    (_, year) => (year + 1) * MONTHS_A_YEAR,
  );
  const outcomes = years.map((months) => all.flatMap((each) => outcomesAt(each, months, history)));
  const names = new Map(history.staffGroups.map(({ code, name }) => [code, name]));
  return {
    schema: 'wholetime.national-backtest-report/1',
    origins,
    horizon,
    methods: METHOD_NAMES,
    byHorizon: outcomes.flatMap((each, year) =>
      each.length === 0 ? [] : [{ months: years[year] ?? 0, ...accuracyOf(each) }],
    ),
    byStaffGroup: outcomes.flatMap((each, year) =>
      byStaffGroup(each, names).map((accuracy) => ({ months: years[year] ?? 0, ...accuracy })),
    ),
    paths: all.length === 1 ? all.flatMap((each) => pathsOf(each, years, { history, names })) : [],
  };
}

function forecastNation(
  origin: string,
  { history, horizon, policyOf }: NationalQuestion,
  { errors, moving }: { readonly errors: readonly GrowthError[]; readonly moving: Moving },
): readonly CellForecast[] {
  const unit = nationalUnit(history, origin);
  if (unit === null) throw new RangeError(`England's series holds nothing for ${origin}`);
  const spread = parameterSpread(spreadQuestion(unit), { horizon, policyOf }, moving);
  const residual = residualWithout(errors, origin, { horizon, spread });
  const paths = projectUnit(unit, { horizon, policyOf });
  return unit.groups.flatMap(({ definition, fte }, group): CellForecast[] => {
    if (NOT_SCORED.has(definition.code)) return [];
    const cell = { organisation: unit.code, benchmarkGroup: 'nation', staffGroup: definition.code };
    const projected = { cell, known: fte, opening: fte.at(-1) ?? 0, path: paths[group] ?? [] };
    return [
      {
        ...projected,
        methods: naiveForecasts(knownRun(fte), horizon),
        ...bandOf(projected, spread, residual),
      },
    ];
  });
}

type Moving = ReturnType<typeof parametersThatMoveFte>;

/** Which assumptions move FTE does not depend on the origin; found out once. */
function movingParameters({ history, policyOf }: NationalQuestion, origins: readonly string[]): Moving {
  const unit = nationalUnit(history, origins[0] ?? '');
  return unit === null
    ? []
    : parametersThatMoveFte(spreadQuestion(unit), { horizon: MONTHS_A_YEAR, policyOf });
}

function spreadQuestion(unit: CalibratedUnit): SpreadQuestion {
  const growth = new Map(unit.groups.map((group) => [group.definition.code, group.growth]));
  return {
    baselineMonth: unit.baselineMonth,
    staffGroups: unit.groups.map(({ definition }) => definition),
    growthOf: (staffGroup) => growth.get(staffGroup) ?? { value: 0, source: 'no figure' },
  };
}

function residualWithout(
  errors: readonly GrowthError[],
  origin: string,
  { horizon, spread }: { readonly horizon: number; readonly spread: ParameterSpread },
): readonly ResidualClass[] {
  const window = { after: origin, upTo: monthText(monthNumber(origin) + horizon) };
  const deviations = [...spread.values()]
    .map((months) => months[MONTHS_A_YEAR - 1] ?? 0)
    .sort((a, b) => a - b);
  const parameterDeviation = deviations[Math.floor(deviations.length / 2)] ?? 0;
  return estimateResidual({
    cells: [],
    asAt: origin,
    nation: errorsOutside(errors, window),
    parameterDeviation,
  });
}

function outcomesAt(
  { origin, forecasts }: NationalForecast,
  months: number,
  history: NationalQuestion['history'],
): readonly Outcome[] {
  const target = monthText(monthNumber(origin) + months);
  return forecasts.flatMap((forecast) => {
    const actual = nationalFte(history, forecast.cell.staffGroup, target);
    return actual === null || actual <= 0 ? [] : [outcomeOf(forecast, months, actual)];
  });
}

function byStaffGroup(
  outcomes: readonly Outcome[],
  names: ReadonlyMap<string, string>,
): readonly LabelledAccuracy[] {
  return [...names].flatMap(([key, label]) => {
    const own = outcomes.filter(({ cell }) => cell.staffGroup === key);
    return own.length === 0 ? [] : [{ key, label, ...accuracyOf(own) }];
  });
}

/** What was projected from one origin, group by group and year by year, and what came. */
function pathsOf(
  { origin, forecasts }: NationalForecast,
  years: readonly number[],
  {
    history,
    names,
  }: { readonly history: NationalQuestion['history']; readonly names: ReadonlyMap<string, string> },
): readonly NationalPath[] {
  return forecasts.map(({ cell, opening, path, low, high }) => ({
    staffGroup: cell.staffGroup,
    label: names.get(cell.staffGroup) ?? cell.staffGroup,
    opening,
    points: years.map((months) => {
      const month = monthText(monthNumber(origin) + months);
      return {
        month,
        projected: path[months - 1] ?? 0,
        low: low[months - 1] ?? 0,
        high: high[months - 1] ?? 0,
        actual: nationalFte(history, cell.staffGroup, month),
      };
    }),
  }));
}
