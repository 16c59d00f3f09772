import {
  COMPARED_LINES,
  REPORTED_LINE_NAMES,
  toWholeUnits,
  type ComparedLine,
  type MonthFigures,
  type ReportedLine,
  type WholeUnits,
  type YearFigures,
} from '../variance/lines';
import { turnoverTo } from '../variance/rate-variance';
import type { ComparedYear } from '../variance/substantive-variance';
import {
  forecastFlow,
  forecastRate,
  forecastStock,
  meanOf,
  straightLineFlow,
  straightLineStock,
  totalOf,
} from './forecast-line';

/**
 * A line at the end of the year, in its smallest units: staff in post, bank and agency in the last month, pay of
 * the whole year, mean sickness absence and turnover of the year. Null where a figure it needs is not loaded.
 */
export interface Outturn {
  readonly plan: WholeUnits | null;
  /** Closed months, the plan's remaining shape and the group's own run. */
  readonly forecast: WholeUnits | null;
  /** Closed months going on in a straight line: the comparison. */
  readonly runRate: WholeUnits | null;
  /** Closed months, then the latest reforecast (as planned where it says nothing); null without a reforecast. */
  readonly reforecast: WholeUnits | null;
}

/** What is reported at a point in time and follows its last value; all else is counted month by month. */
const STOCKS: ReadonlySet<ReportedLine> = new Set(['establishment', 'substantive', 'bank', 'agency']);

/** A line of a year at its end. */
export function yearOutturn(year: ComparedYear, line: ComparedLine): Outturn {
  const { plan, actual, reforecast } = year;
  const withMonths = (months: readonly MonthFigures[]): WholeUnits | null =>
    outturnOf({ ...actual, months: [...actual.months, ...months] }, line);
  const closed = actual.months.length;
  return {
    plan: outturnOf(plan, line),
    forecast: closed === 0 ? null : withMonths(forecastMonths(year)),
    runRate: closed === 0 ? null : withMonths(runRateMonths(year)),
    reforecast: reforecast.length === 0 ? null : withMonths(reforecastMonths(year)),
  };
}

/** The months that are left as they are forecast, in the smallest units of each line but not rounded to them. */
export function forecastMonths(year: ComparedYear): readonly MonthFigures[] {
  return monthsLeft(year, (line, series) => {
    if (STOCKS.has(line)) return forecastStock(withOpening(year, line, series));
    return line === 'sickness' ? forecastRate(series) : forecastFlow(series);
  });
}

/** The months that are left as the run-rate has them; of stocks the last month only, the others along the line. */
function runRateMonths(year: ComparedYear): readonly MonthFigures[] {
  return monthsLeft(year, (line, series) => {
    if (!STOCKS.has(line)) return straightLineFlow(series);
    const stock = withOpening(year, line, series);
    const now = series.actual.at(-1) ?? 0;
    const left = series.plan.length - series.actual.length;
    const step = left === 0 ? 0 : (straightLineStock(stock) - now) / left;
    return Array.from({ length: left }, (_, index) => now + step * (index + 1));
  });
}

/** The months that are left as the reforecast has them, as planned where it says nothing. */
function reforecastMonths({ plan, actual, reforecast }: ComparedYear): readonly MonthFigures[] {
  return plan.months.slice(actual.months.length).map((planned, index) => {
    const changed = reforecast[index];
    return Object.fromEntries(
      REPORTED_LINE_NAMES.map((line) => [line, changed?.[line] ?? planned[line]]),
    ) as MonthFigures;
  });
}

interface KnownSeries {
  readonly plan: readonly number[];
  readonly actual: readonly number[];
}

type LaterFigures = (line: ReportedLine, series: KnownSeries) => readonly number[];

function monthsLeft({ plan, actual }: ComparedYear, laterOf: LaterFigures): readonly MonthFigures[] {
  const later = Object.fromEntries(
    REPORTED_LINE_NAMES.map((line) => {
      const planned = known(plan, line);
      const came = known(actual, line);
      return [
        line,
        planned === null || came === null ? null : laterOf(line, { plan: planned, actual: came }),
      ];
    }),
  ) as Readonly<Record<ReportedLine, readonly number[] | null>>;
  return plan.months
    .slice(actual.months.length)
    .map(
      (_, index) =>
        Object.fromEntries(
          REPORTED_LINE_NAMES.map((line) => [line, later[line]?.[index] ?? null]),
        ) as MonthFigures,
    );
}

/** A line of all months; null where one is not loaded. */
function known({ months }: YearFigures, line: ReportedLine): readonly number[] | null {
  const figures = months.map((month) => month[line]).filter((figure) => figure !== null);
  return figures.length === months.length ? figures : null;
}

/** Only staff in post have an opening; other stocks run from their first month. */
function withOpening(year: ComparedYear, line: ReportedLine, { plan, actual }: KnownSeries): KnownSeries {
  const planned = year.plan.openingSubstantive;
  const found = year.actual.openingSubstantive;
  if (line !== 'substantive' || planned === null || found === null) return { plan, actual };
  return { plan: [planned, ...plan], actual: [found, ...actual] };
}

const SHOWN: Readonly<Record<ComparedLine, (year: YearFigures) => number | null>> = {
  substantive: (year) => year.months.at(-1)?.substantive ?? null,
  bank: (year) => year.months.at(-1)?.bank ?? null,
  agency: (year) => year.months.at(-1)?.agency ?? null,
  pay: (year) => {
    const kinds = (['substantive-pay', 'bank-pay', 'agency-pay'] as const).map((line) => known(year, line));
    const loaded = kinds.filter((kind) => kind !== null);
    return loaded.length === kinds.length ? totalOf(loaded.flat()) : null;
  },
  sickness: (year) => {
    const shares = known(year, 'sickness');
    return shares === null ? null : meanOf(shares);
  },
  turnover: (year) => {
    const turnover = turnoverTo(year, year.months.length - 1);
    return turnover === null ? null : (turnover.left / turnover.meanInPost) * COMPARED_LINES.turnover.scale;
  },
};

function outturnOf(year: YearFigures, line: ComparedLine): WholeUnits | null {
  const figure = SHOWN[line](year);
  return figure === null ? null : toWholeUnits(figure, { ...COMPARED_LINES[line], scale: 1 });
}
