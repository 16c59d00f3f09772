/** Numbers of a draw that share a line of the processor's cache: what one of them brings serves all. */
const TILE = 8;

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

  /** Adds numbers, one for each draw, to those of a series at a time. */
  add(series: number, time: number, numbers: Float64Array): void {
    const sum = this.at(series, time);
    for (let draw = 0; draw < sum.length; draw += 1) {
      sum[draw] = (sum[draw] as number) + (numbers[draw] as number);
    }
  }
}
