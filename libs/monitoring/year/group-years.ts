import type { MonthFigure } from '../actuals/actual-figure';
import {
  NOTHING_LOADED,
  REPORTED_LINE_NAMES,
  REPORTED_LINES,
  type ComparedYear,
  type MonthFigures,
  type ReportedLine,
  type WholeUnits,
  type YearFigures,
} from '../variance';
import { MONTHS_A_YEAR } from './planned-figures';

/** The figures of a year as they are stored. */
export interface StoredYear {
  /** The eve and the months of the year, `YYYY-MM`. */
  readonly months: readonly string[];
  readonly plan: readonly MonthFigure[];
  readonly actual: readonly MonthFigure[];
  readonly reforecast: readonly MonthFigure[];
}

/** Months of the year up to the last with any actual figure. */
export function closedMonths({ months, actual }: StoredYear): number {
  const loaded = new Set(actual.map(({ month }) => month));
  return Math.max(
    0,
    months.findLastIndex((month) => loaded.has(month)),
  );
}

/** The year of each planned staff group. */
export function groupYears(stored: StoredYear): ReadonlyMap<string, ComparedYear> {
  const closed = closedMonths(stored);
  const codes = [...new Set(stored.plan.map(({ staffGroup }) => staffGroup))].sort();
  const [plan, actual, reforecast] = [stored.plan, stored.actual, stored.reforecast].map(byPlace);
  return new Map(
    codes.map((code) => {
      const of = (figures: Figures | undefined, from: number, to: number): readonly MonthFigures[] =>
        stored.months.slice(from, to).map((month) => figures?.get(code)?.get(month) ?? NOTHING_LOADED);
      const yearOf = (figures: Figures | undefined, months: number): YearFigures => ({
        openingSubstantive: of(figures, 0, 1)[0]?.substantive ?? null,
        months: of(figures, 1, months + 1),
      });
      return [
        code,
        {
          plan: yearOf(plan, MONTHS_A_YEAR),
          actual: yearOf(actual, closed),
          reforecast: stored.reforecast.length === 0 ? [] : of(reforecast, closed + 1, MONTHS_A_YEAR + 1),
        },
      ];
    }),
  );
}

type Figures = ReadonlyMap<string, ReadonlyMap<string, MonthFigures>>;

function byPlace(figures: readonly MonthFigure[]): Figures {
  const groups = new Map<string, Map<string, MonthFigures>>();
  for (const { staffGroup, month, line, units } of figures) {
    const months = groups.get(staffGroup) ?? new Map<string, MonthFigures>();
    groups.set(staffGroup, months);
    months.set(month, { ...(months.get(month) ?? NOTHING_LOADED), [line]: units });
  }
  return groups;
}

/**
 * Several groups as one. A figure that one of them lacks is not loaded for all, so that no total leaves somebody
 * out unseen; in a reforecast it is as planned. Sickness is weighted by staff in post.
 */
export function summedYear(years: readonly ComparedYear[]): ComparedYear {
  const expected = years.map(({ plan, actual, reforecast }) =>
    reforecast.map((figures, index) =>
      asPlannedWhereSilent(figures, plan.months[actual.months.length + index]),
    ),
  );
  const length = Math.max(0, ...expected.map((months) => months.length));
  return {
    plan: summedFigures(years.map(({ plan }) => plan)),
    actual: summedFigures(years.map(({ actual }) => actual)),
    reforecast: Array.from({ length }, (_, index) =>
      summedMonth(expected.map((months) => months[index] ?? NOTHING_LOADED)),
    ),
  };
}

function asPlannedWhereSilent(figures: MonthFigures, planned: MonthFigures | undefined): MonthFigures {
  return Object.fromEntries(
    REPORTED_LINE_NAMES.map((line) => [line, figures[line] ?? planned?.[line] ?? null]),
  ) as MonthFigures;
}

function summedFigures(years: readonly YearFigures[]): YearFigures {
  const length = Math.max(0, ...years.map(({ months }) => months.length));
  return {
    openingSubstantive: sumOrNull(years.map(({ openingSubstantive }) => openingSubstantive)),
    months: Array.from({ length }, (_, month) =>
      summedMonth(years.map(({ months }) => months[month] ?? NOTHING_LOADED)),
    ),
  };
}

function summedMonth(groups: readonly MonthFigures[]): MonthFigures {
  const sums = Object.fromEntries(
    REPORTED_LINE_NAMES.map((line) => [line, sumOrNull(groups.map((figures) => figures[line]))]),
  ) as Record<ReportedLine, WholeUnits | null>;
  return { ...sums, sickness: weightedSickness(groups) };
}

function sumOrNull(figures: readonly (WholeUnits | null)[]): WholeUnits | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length < figures.length || known.length === 0
    ? null
    : known.reduce((sum, figure) => sum + figure, 0);
}

function weightedSickness(groups: readonly MonthFigures[]): WholeUnits | null {
  const weights = sumOrNull(groups.map(({ substantive }) => substantive));
  const absent = sumOrNull(
    groups.map(({ substantive, sickness }) =>
      substantive === null || sickness === null
        ? null
        : substantive * (sickness / REPORTED_LINES.sickness.scale),
    ),
  );
  if (weights === null || absent === null) return null;
  return weights > 0 ? Math.round((absent / weights) * REPORTED_LINES.sickness.scale) : 0;
}
