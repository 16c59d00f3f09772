const BUCKETS = 512;
/** Where each bucket of the sample in hand begins, and after the last where it ends. */
const starts = new Int32Array(BUCKETS + 2);
/** Room for a sample in buckets, as large as the largest has needed. */
let room = new Float64Array(0);

/**
 * Exact quantiles of a sample by the definition of type 7: at probability `p` the value at place
 * `(n - 1) p` of the sorted sample, straight between neighbours. `probabilities` must ascend.
 *
 * The sample is laid out in buckets of equal width from its least to its largest value, so that only the
 * few values of the bucket that holds a place are put in order: a choice that no processor can foresee,
 * which is what selecting from the whole sample spends its time on, is made for those alone.
 *
 * @throws RangeError if the sample is empty or a probability is not from 0 to 1.
 * Source: Hyndman and Fan, "Sample quantiles in statistical packages", 1996; selection by Hoare 1961.
 */
export function quantiles(values: Float64Array, probabilities: readonly number[]): number[] {
  if (values.length === 0) {
    throw new RangeError('a quantile needs at least one value');
  }
  const ordered = inBuckets(values);
  let bucket = 0;
  const ofRank = (rank: number): number => {
    while ((starts[bucket + 1] as number) <= rank) bucket += 1;
    return select(ordered, starts[bucket] as number, (starts[bucket + 1] as number) - 1, rank);
  };
  return probabilities.map((probability) => {
    if (!(probability >= 0 && probability <= 1)) {
      throw new RangeError(`${probability} is not a probability: use 0 to 1`);
    }
    const place = (values.length - 1) * probability;
    const below = Math.floor(place);
    const fraction = place - below;
    const lower = ofRank(below);
    if (fraction === 0) {
      return lower;
    }
    const held = bucket;
    const upper = ofRank(below + 1);
    bucket = held;
    return lower + fraction * (upper - lower);
  });
}

/** A copy with the values of each bucket side by side, those of smaller values first; fills `starts`. */
function inBuckets(values: Float64Array): Float64Array {
  const { least, scale } = bucketsOf(values);
  if (room.length < values.length) room = new Float64Array(values.length);
  const ordered = room;
  // Counted two places on, a bucket's begin stands one place on; laying out its values moves that to its end.
  starts.fill(0);
  for (let index = 0; index < values.length; index += 1) {
    const bucket = (((values[index] as number) - least) * scale) | 0;
    starts[bucket + 2] = (starts[bucket + 2] as number) + 1;
  }
  for (let bucket = 2; bucket < starts.length; bucket += 1) {
    starts[bucket] = (starts[bucket] as number) + (starts[bucket - 1] as number);
  }
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    const bucket = ((value - least) * scale) | 0;
    const place = starts[bucket + 1] as number;
    ordered[place] = value;
    starts[bucket + 1] = place + 1;
  }
  return ordered;
}

/** Buckets a unit, so that the largest value lies in the last one; 0 where they are not finite or all one value. */
function bucketsOf(values: Float64Array): { readonly least: number; readonly scale: number } {
  let least = Infinity;
  let largest = -Infinity;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  const scale = (BUCKETS - 1) / (largest - least);
  return { least, scale: scale < Infinity ? scale : 0 };
}

/** Puts the value of rank `rank` at its place between `from` and `to`, smaller ones before it. */
function select(values: Float64Array, from: number, to: number, rank: number): number {
  let first = from;
  let last = to;
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
