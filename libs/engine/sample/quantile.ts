/**
 * Exact quantiles of a sample by the definition of type 7: at probability `p` the value at place
 * `(n - 1) p` of the sorted sample, straight between neighbours. Reorders `values`. `probabilities` must
 * ascend.
 *
 * @throws RangeError if the sample is empty or a probability is not from 0 to 1.
 * Source: Hyndman and Fan, "Sample quantiles in statistical packages", 1996; selection by Hoare 1961.
 */
export function quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
  if (values.length === 0) {
    throw new RangeError('a quantile needs at least one value');
  }
  let settled = 0;
  return probabilities.map((probability) => {
    if (!(probability >= 0 && probability <= 1)) {
      throw new RangeError(`${probability} is not a probability: use 0 to 1`);
    }
    const place = (values.length - 1) * probability;
    const below = Math.floor(place);
    const fraction = place - below;
    const lower = select(values, settled, below);
    settled = below;
    if (fraction === 0) {
      return lower;
    }
    const upper = smallestFrom(values, below + 1);
    return lower + fraction * (upper - lower);
  });
}

/** Puts the value of rank `rank` at its place, smaller ones before it; all before `from` are in place. */
function select(values: Float64Array, from: number, rank: number): number {
  let first = from;
  let last = values.length - 1;
  while (first < last) {
    const pivot = medianOfThree(values, first, last);
    let up = first;
    let down = last;
    while (up <= down) {
      while ((values[up] as number) < pivot) up += 1;
      while ((values[down] as number) > pivot) down -= 1;
      if (up <= down) {
        const held = values[up] as number;
        values[up] = values[down] as number;
        values[down] = held;
        up += 1;
        down -= 1;
      }
    }
    if (rank <= down) {
      last = down;
    } else if (rank >= up) {
      first = up;
    } else {
      break;
    }
  }
  return values[rank] as number;
}

function medianOfThree(values: Float64Array, first: number, last: number): number {
  const one = values[first] as number;
  const two = values[(first + last) >> 1] as number;
  const three = values[last] as number;
  return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
}

function smallestFrom(values: Float64Array, from: number): number {
  let smallest = values[from] as number;
  for (let index = from + 1; index < values.length; index += 1) {
    smallest = Math.min(smallest, values[index] as number);
  }
  return smallest;
}
