/**
 * Mean of opening and closing of each month of a stock, as cost and absence use it; the baseline month,
 * whose opening is not known, has its closing.
 *
 * @param stock values at month ends, the baseline month first
 */
export function monthMeans(stock: readonly number[]): readonly number[] {
  const means = new Array<number>(stock.length);
  let opening = stock[0] ?? 0;
  for (let month = 0; month < stock.length; month += 1) {
    const closing = stock[month] ?? 0;
    means[month] = (closing + opening) / 2;
    opening = closing;
  }
  return means;
}
