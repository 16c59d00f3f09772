/**
 * Mean of opening and closing of each month of a stock, as cost and absence use it; the baseline month,
 * whose opening is not known, has its closing.
 *
 * @param stock values at month ends, the baseline month first
 */
export function monthMeans(stock: readonly number[]): readonly number[] {
  return stock.map((closing, month) => (closing + (stock[month - 1] ?? closing)) / 2);
}
