/**
 * A way of carrying a series forward without a model of the workforce.
 *
 * @param series known consecutive months, oldest first; at least one.
 * @param horizon months ahead.
 * @returns forecasts for 1 to `horizon` months ahead, never negative.
 */
export type NaiveMethod = (series: readonly number[], horizon: number) => readonly number[];

/** The value `step` months ahead of 1, 2, … `horizon`, not below 0. */
export function ahead(horizon: number, value: (step: number) => number): readonly number[] {
  return Array.from({ length: horizon }, (_, index) => Math.max(0, value(index + 1)));
}

export function lastOf(series: readonly number[]): number {
  const last = series.at(-1);
  if (last === undefined) throw new RangeError('a forecast needs at least one month');
  return last;
}

/** The one of the candidates with the smallest loss; the first of several. */
export function bestOf<Candidate extends object | number>(
  candidates: readonly Candidate[],
  lossOf: (candidate: Candidate) => number,
): Candidate {
  const [first, ...others] = candidates;
  if (first === undefined) throw new RangeError('there is nothing to choose from');
  let best = first;
  let smallest = lossOf(first);
  for (const candidate of others) {
    const loss = lossOf(candidate);
    if (loss < smallest) {
      best = candidate;
      smallest = loss;
    }
  }
  return best;
}
