import type { RateContext } from '../compilation';
import { temporaryPrices } from '../pay-bill/temporary-price';
import type { StaffGroupOutput } from '../projection/projection-output';
import { postsOfMonths } from '../temporary-staffing/posts-of-months';
import { temporaryStaffing } from '../temporary-staffing/temporary-staffing';

/** Temporary cover that lower sickness than at the baseline avoids, by month; negative where sickness rises. */
export interface AvoidedCover {
  readonly bank: readonly number[];
  readonly agency: readonly number[];
  readonly unfilled: readonly number[];
  /** Pounds of bank and agency together. */
  readonly pounds: readonly number[];
}

/** The temporary staffing of a group as it would be with the baseline's sickness, less as it is. */
export function avoidedCover(
  { code, series }: Pick<StaffGroupOutput, 'code' | 'series'>,
  context: RateContext,
): AvoidedCover {
  const posts = postsOfMonths(series);
  const unimproved = {
    ...posts,
    absent: posts.absent.map((fte, month) => fte + (series['sickness-released-fte'][month] ?? 0)),
  };
  const without = temporaryStaffing(code, unimproved, context);
  const lessActual = (line: readonly number[], actual: readonly number[]): readonly number[] =>
    line.map((fte, month) => fte - (actual[month] ?? 0));
  const bank = lessActual(without.bank, series['bank-fte']);
  const agency = lessActual(without.agency, series['agency-fte']);
  const prices = temporaryPrices(code, series, context);
  return {
    bank,
    agency,
    unfilled: lessActual(without.unfilled, series['unfilled-fte']),
    pounds: bank.map(
      (fte, month) => fte * (prices.bank[month] ?? 0) + (agency[month] ?? 0) * (prices.agency[month] ?? 0),
    ),
  };
}
