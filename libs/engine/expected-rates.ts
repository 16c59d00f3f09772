import type { Layout } from './layout';

/** The rates of a group as expected, while those of the month in hand are as they were drawn. */
export interface ExpectedRates {
  readonly stay: Float64Array;
  readonly causeShare: Float64Array;
}

/** Rates with which nobody leaves, to be filled. */
export function expectedRatesOf(layout: Layout, causes: number): ExpectedRates {
  return {
    stay: new Float64Array(layout.ages).fill(1),
    causeShare: new Float64Array(layout.ages * causes),
  };
}
