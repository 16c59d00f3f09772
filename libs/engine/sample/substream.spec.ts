import { murmurHash128 } from './name-hash';
import { philox } from './philox';
import { Substream } from './substream';

const hexadecimal = (words: Iterable<number>): string =>
  [...words].map((word) => word.toString(16).padStart(8, '0')).join(' ');

describe('Philox4x32-10', () => {
  it.each([
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      '408f276d 41c83b0e a20bc7c6 6d5451fd',
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    ],
  ])('gives the published answer for counter %p', (counter, [low, high], expected) => {
    const block = Uint32Array.from(counter);
    philox(block, low as number, high as number);
    expect(hexadecimal(block)).toBe(expected);
  });
});

describe('the hash of a name', () => {
  it.each([
    ['', '00000000 00000000 00000000 00000000'],
    ['The quick brown fox jumps over the lazy dog', '2f1583c3 ecee2c67 5d7bf66c e5e91d2c'],
  ])('of %p is the published one', (text, expected) => {
    expect(hexadecimal(murmurHash128(new TextEncoder().encode(text)))).toBe(expected);
  });
});

describe('a substream', () => {
  const DRAWS = 20_000;

  it('gives each draw its number in whatever order it is asked for', () => {
    const forwards = Array.from({ length: 50 }, (_, draw) => new Substream('7', 'a').uniform(draw));
    const stream = new Substream('7', 'a');
    const backwards = Array.from({ length: 50 }, (_, index) => stream.uniform(49 - index)).reverse();
    expect(backwards).toEqual(forwards);
    expect(new Set(forwards).size).toBe(50);
  });

  it('changes with seed, name, draw and position', () => {
    const base = new Substream('7', 'a').uniform(1);
    const others = [
      new Substream('8', 'a').uniform(1),
      new Substream('7', 'b').uniform(1),
      new Substream('7', 'a').uniform(2),
      new Substream('7', 'a').uniform(1, 1),
    ];
    expect(new Set([base, ...others]).size).toBe(5);
  });

  it('is spread evenly and normal scores are standard', () => {
    const stream = new Substream('1', 'spread');
    const tenths = new Array<number>(10).fill(0);
    let sum = 0;
    let squares = 0;
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const uniform = stream.uniform(draw);
      expect(uniform > 0 && uniform < 1).toBe(true);
      const tenth = Math.floor(uniform * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
      const score = stream.normal(draw);
      sum += score;
      squares += score * score;
    }
    // Chi-squared with 9 degrees of freedom: below 33.7 in all but one of 10,000 streams.
    const expected = DRAWS / 10;
    expect(tenths.reduce((all, count) => all + (count - expected) ** 2 / expected, 0)).toBeLessThan(33.7);
    // Five standard errors.
    expect(Math.abs(sum / DRAWS)).toBeLessThan(5 / Math.sqrt(DRAWS));
    expect(Math.abs(squares / DRAWS - 1)).toBeLessThan(5 * Math.sqrt(2 / DRAWS));
  });

  it('of two names are not correlated', () => {
    const [one, other] = [new Substream('1', 'one'), new Substream('1', 'other')];
    let product = 0;
    for (let draw = 0; draw < DRAWS; draw += 1) product += one.normal(draw) * other.normal(draw);
    expect(Math.abs(product / DRAWS)).toBeLessThan(5 / Math.sqrt(DRAWS));
  });
});
