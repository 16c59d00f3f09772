/**
 * Arithmetic on series by month. Loops over arrays of known length: projections and their draws make
 * hundreds of such series for every staff group.
 */

/** The values of the months after a first one. */
export function precededBy(first: number, values: ArrayLike<number>): number[] {
  const series = new Array<number>(values.length + 1);
  series[0] = first;
  for (let index = 0; index < values.length; index += 1) series[index + 1] = values[index] ?? 0;
  return series;
}

/** Month by month, the sum of series in their order; no series give an empty sum. */
export function sumOfSeries(series: readonly (readonly number[])[]): number[] {
  const sum = new Array<number>(series[0]?.length ?? 0).fill(0);
  for (const each of series) {
    for (let month = 0; month < sum.length; month += 1) sum[month] = (sum[month] ?? 0) + (each[month] ?? 0);
  }
  return sum;
}

/** Month by month, the product of two series. */
export function productOfSeries(left: readonly number[], right: readonly number[]): number[] {
  const product = new Array<number>(left.length);
  for (let month = 0; month < left.length; month += 1) {
    product[month] = (left[month] ?? 0) * (right[month] ?? 0);
  }
  return product;
}

/** Month by month, a series less another. */
export function differenceOfSeries(series: readonly number[], less: readonly number[]): number[] {
  const difference = new Array<number>(series.length);
  for (let month = 0; month < series.length; month += 1) {
    difference[month] = (series[month] ?? 0) - (less[month] ?? 0);
  }
  return difference;
}

/** Every value of a series times a factor. */
export function timesFactor(series: readonly number[], factor: number): number[] {
  const product = new Array<number>(series.length);
  for (let month = 0; month < series.length; month += 1) product[month] = (series[month] ?? 0) * factor;
  return product;
}
