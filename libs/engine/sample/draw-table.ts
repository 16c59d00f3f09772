/** Numbers of a draw that share a line of the processor's cache: what one of them brings serves all. */
const TILE = 8;

/** 1.5 times 2^52: here neighbouring numbers are 1 apart. */
const ROUNDING_STEPS = 6_755_399_441_055_744;

/** How numbers are added to a sum. */
export interface Rounded {
  readonly step: number;
  readonly sign: 1 | -1;
}

/**
 * Numbers by series, time and draw. The draws of one time lie side by side, for quantiles and sums are over
 * draws.
 */
export class DrawTable {
  /** @param values numbers of a table of this shape, which it then shares; zeros if left out */
  constructor(
    readonly series: number,
    readonly times: number,
    readonly draws: number,
    readonly values: Float64Array = new Float64Array(series * times * draws),
  ) {}

  /**
   * Stores draws from `first` on, counted from 0 in this table. Several at once: the numbers of one draw lie
   * far apart here, those of neighbouring draws side by side.
   *
   * @param draws one draw after the other, each by series and time
   */
  write(first: number, draws: Float64Array): void {
    const numbers = this.series * this.times;
    for (let number = 0; number < numbers; number += TILE) {
      this.writeTile(first, draws, { from: number, to: Math.min(number + TILE, numbers) });
    }
  }

  private writeTile(
    first: number,
    draws: Float64Array,
    { from, to }: Readonly<Record<'from' | 'to', number>>,
  ): void {
    const numbers = this.series * this.times;
    const count = draws.length / numbers;
    for (let number = from; number < to; number += 1) {
      const place = number * this.draws + first;
      for (let draw = 0; draw < count; draw += 1) {
        this.values[place + draw] = draws[draw * numbers + number] as number;
      }
    }
  }

  /** All draws of a series at a time: a window on the table, not a copy. */
  at(series: number, time: number): Float64Array {
    const start = (series * this.times + time) * this.draws;
    return this.values.subarray(start, start + this.draws);
  }

  /** One draw of a series over all times. */
  drawOf(series: number, draw: number): Float64Array {
    return Float64Array.from({ length: this.times }, (_, time) => this.at(series, time)[draw] as number);
  }

  /**
   * Adds numbers, one for each draw, to those of a series at a time, each rounded to a whole number of steps.
   * Sums of such numbers are exact as long as they stay under 2^53 steps: they come out to the same bits in
   * any order, and what was added can be taken off again.
   *
   * @param step a power of two; numbers are to stay under 2^51 of them
   * @param sign -1 takes off what 1 has added
   */
  add(series: number, time: number, numbers: Float64Array, { step, sign }: Rounded): void {
    const sum = this.at(series, time);
    // Added to a number of this size, what is smaller than a step is rounded away (IEEE 754, ties to even).
    const rounding = ROUNDING_STEPS * step;
    for (let draw = 0; draw < sum.length; draw += 1) {
      const rounded = (numbers[draw] as number) + rounding - rounding;
      sum[draw] = (sum[draw] as number) + sign * rounded;
    }
  }
}
