const MOST_CORRECTIONS = 16;
/** 2^53: integers below it are exact. */
const EXACT_INTEGERS = 9007199254740992;

/**
 * Parts that add up, in the order given, to `to - from` to the bit. They are rounded to a spacing at which
 * sums are exact: half a unit in the last place of the larger figure, of which the difference of the two
 * is a multiple. What rounding leaves goes to the largest part. Parts much larger than the figures need a
 * wider spacing; then what is left of the difference below it goes to the last part.
 */
export function exactParts(parts: readonly number[], from: number, to: number): readonly number[] {
  const whole = to - from;
  const size = parts.reduce((sum, part) => sum + Math.abs(part), Math.abs(whole));
  const step = spacingOf(Math.max(Math.abs(from), Math.abs(to)), size);
  return settled(step > 0 ? onSpacing(parts, whole, step) : [...parts], whole);
}

function onSpacing(parts: readonly number[], whole: number, step: number): number[] {
  const rounded = parts.map((part) => Math.round(part / step) * step);
  const residue = whole - sumOf(rounded);
  const onStep = Math.round(residue / step) * step;
  add(rounded, placeOfLargest(rounded), onStep);
  add(rounded, rounded.length - 1, residue - onStep);
  return rounded;
}

/** Where even that was not enough: the residue is added to the largest part until the sum is right. */
function settled(parts: number[], whole: number): readonly number[] {
  const largest = placeOfLargest(parts);
  for (let correction = 0; correction < MOST_CORRECTIONS; correction += 1) {
    const residue = whole - sumOf(parts);
    if (residue === 0) {
      break;
    }
    add(parts, largest, residue);
  }
  return parts;
}

function add(parts: number[], place: number, value: number): void {
  if (place >= 0) {
    parts[place] = (parts[place] as number) + value;
  }
}

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0);
}

function placeOfLargest(parts: readonly number[]): number {
  return parts.reduce(
    (largest, part, place) => (Math.abs(part) > Math.abs(parts[largest] ?? 0) ? place : largest),
    parts.length > 0 ? 0 : -1,
  );
}

/** Half a unit in the last place of `figure`, doubled until sums up to `size` are exact; 0 beyond normal numbers. */
function spacingOf(figure: number, size: number): number {
  if (!(figure > 1e-280 && size < 1e280)) {
    return 0;
  }
  let power = 1;
  while (power * 2 <= figure) power *= 2;
  while (power > figure) power /= 2;
  while (power <= size) power *= 2;
  return power / EXACT_INTEGERS;
}
