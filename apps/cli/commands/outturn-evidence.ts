import { readPublishedHistory, readPublishedSickness, type PublishedSickness } from '#baselines';
import { projectYear } from '#modules/backtest';
import { monthNumber, monthText } from '#modules/compilation';
import {
  outturnErrors,
  sicknessErrors,
  type OutturnErrors,
  type SicknessErrors,
  type SicknessYear,
} from '#monitoring';
import { policyByYears } from './policy-by-years';

const MONTHS = 12;

export interface OutturnQuestion {
  /** Last month before the year, `YYYY-MM`. */
  readonly eve: string;
  /** Null for all organisations. */
  readonly systems: readonly string[] | null;
  /** Directory of the compact history. */
  readonly history?: string;
}

/** Errors of the outturns of one year by closed months. */
export interface OutturnEvidence extends Omit<OutturnQuestion, 'history'> {
  readonly staffInPost: readonly OutturnErrors[];
  /** Empty where the year before is not published. */
  readonly sickness: readonly SicknessErrors[];
}

/**
 * Plans a published year on its eve, reveals it month by month, and compares the outturns told with what came.
 *
 * @throws RangeError if the history does not hold the year.
 */
export async function outturnEvidence({ eve, systems, history }: OutturnQuestion): Promise<OutturnEvidence> {
  const published = await readPublishedHistory(history);
  const years = projectYear({
    ...published,
    trainTo: eve,
    horizon: MONTHS,
    policyOf: policyByYears(),
    ...(systems === null ? {} : { systems }),
  });
  const sickness = sicknessYears(await readPublishedSickness(history), eve, systems);
  const closed = Array.from({ length: MONTHS - 1 }, (_, month) => month + 1);
  return {
    eve,
    systems,
    staffInPost: closed.map((months) => outturnErrors(years, months)),
    sickness: sickness.length === 0 ? [] : closed.map((months) => sicknessErrors(sickness, months)),
  };
}

/** Groups whose sickness absence is published in every month of the year and of the one before. */
function sicknessYears(
  published: readonly PublishedSickness[],
  eve: string,
  systems: readonly string[] | null,
): readonly SicknessYear[] {
  const months = Array.from({ length: 2 * MONTHS }, (_, index) =>
    monthText(monthNumber(eve) - MONTHS + 1 + index),
  );
  return published
    .filter(
      ({ system, staffGroup }) => staffGroup !== 'all-staff' && (systems?.includes(system ?? '') ?? true),
    )
    .filter(({ shares }) => months.every((month) => shares.has(month)))
    .map(({ organisation, shares, days }) => {
      const of = (figures: ReadonlyMap<string, number>): readonly number[] =>
        months.map((month) => figures.get(month) ?? 0);
      return {
        organisation,
        before: of(shares).slice(0, MONTHS),
        months: of(shares).slice(MONTHS),
        daysBefore: of(days).slice(0, MONTHS),
        weight: of(days)
          .slice(MONTHS)
          .reduce((sum, each) => sum + each, 0),
      };
    });
}
