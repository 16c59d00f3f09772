/** A reproducible sequence of numbers in [0, 1) from a seed (a 32-bit multiply-and-mix generator). */
export class RandomNumbers {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number from least to most, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }

  isTrue(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number with the expectation as its mean: its whole part, and its fraction by chance. */
  wholeNear(expectation: number): number {
    const spread = expectation * (0.8 + 0.4 * this.next());
    return Math.floor(spread + this.next());
  }
}
