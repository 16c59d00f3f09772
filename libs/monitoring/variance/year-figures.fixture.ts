import * as fc from 'fast-check';
import { REPORTED_LINE_NAMES, REPORTED_LINES, type MonthFigures, type YearFigures } from './lines';
import type { ComparedYear } from './substantive-variance';

/** A month from plain figures (WTE, pounds, shares); what is left out is not loaded. */
export function monthOf(figures: Readonly<Partial<Record<keyof MonthFigures, number>>>): MonthFigures {
  return Object.fromEntries(
    REPORTED_LINE_NAMES.map((line) => {
      const figure = figures[line];
      return [line, figure === undefined ? null : Math.round(figure * REPORTED_LINES[line].scale)];
    }),
  ) as MonthFigures;
}

const units = (max: number): fc.Arbitrary<number | null> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max }) },
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constant(null) },
  );

const month: fc.Arbitrary<MonthFigures> = fc.record({
  establishment: units(2_000_000),
  substantive: units(2_000_000),
  joiners: units(50_000),
  leavers: units(50_000),
  bank: units(200_000),
  agency: units(200_000),
  'substantive-pay': units(9_000_000_000),
  'bank-pay': units(900_000_000),
  'agency-pay': units(900_000_000),
  sickness: units(30_000),
});

const yearOf = (least: number, most: number): fc.Arbitrary<YearFigures> =>
  fc.record({
    openingSubstantive: units(2_000_000),
    months: fc.array(month, { minLength: least, maxLength: most }),
  });

/** Any year in any state of loading. */
export const comparedYear: fc.Arbitrary<ComparedYear> = fc
  .record({
    plan: yearOf(12, 12),
    actual: yearOf(1, 12),
    reforecast: fc.array(month, { maxLength: 12 }),
  })
  .map((year) => ({ ...year, reforecast: year.reforecast.slice(0, 12 - year.actual.months.length) }));
