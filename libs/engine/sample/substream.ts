import { hashOfText } from './name-hash';
import { inverseNormal } from './normal-distribution';
import { philox } from './philox';

const TWO_26 = 67108864;
const TWO_MINUS_53 = 1 / 9007199254740992;
const block = new Uint32Array(4);

/**
 * The random numbers of one name under one seed. Each is a function of seed, name, draw and position
 * alone, so that any part can be computed anywhere in any order, to the same bits. The 128-bit hash of
 * seed and name gives the generator's key and half of its counter; draw and position are the other half.
 */
export class Substream {
  private readonly key0: number;
  private readonly key1: number;
  private readonly name0: number;
  private readonly name1: number;

  /** `seed` is the decimal string of an unsigned integer. */
  constructor(seed: string, name: string) {
    [this.key0, this.key1, this.name0, this.name1] = hashOfText(`${seed}\u0000${name}`);
  }

  /** Evenly distributed over the odd multiples of `2^-53` in (0, 1). Draw and position are below `2^32`. */
  uniform(draw: number, position = 0): number {
    block[0] = draw;
    block[1] = position;
    block[2] = this.name0;
    block[3] = this.name1;
    philox(block, this.key0, this.key1);
    const high = block[0] >>> 6;
    const low = block[1] >>> 6;
    return (2 * (high * TWO_26 + low) + 1) * TWO_MINUS_53;
  }

  /** A standard normal score: the inverse normal distribution at the uniform number. */
  normal(draw: number, position = 0): number {
    return inverseNormal(this.uniform(draw, position));
  }
}
