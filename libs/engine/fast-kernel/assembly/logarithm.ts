/** `log1p` and `exp` of arithmetic.ts: the same operations in the same order, so the same bits. */

import { Constant, both } from './constants';

const LN2_HIGH: f64 = 6.9314718036912381649e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const INVERSE_LN2: f64 = 1.4426950408889634;
const SQRT2: f64 = 1.4142135623730951;
const EXP_UNDERFLOW: f64 = -745.1332191019412;
const SMALL: f64 = 0.29;
/** Probabilities below this take the short series. */
export const TINY: f64 = 0.0625;

/** `-ln(1 - m)` of two probabilities below TINY. */
@inline
export function tinyHazards(m: v128): v128 {
  const x = f64x2.neg(m);
  const s = f64x2.div(x, f64x2.add(both(Constant.Two), x));
  const half = f64x2.mul(f64x2.mul(both(Constant.Half), x), x);
  const z = f64x2.mul(s, s);
  let series = f64x2.add(both(Constant.TwoNinths), f64x2.mul(z, both(Constant.TwoElevenths)));
  series = f64x2.add(both(Constant.TwoSevenths), f64x2.mul(z, series));
  series = f64x2.add(both(Constant.TwoFifths), f64x2.mul(z, series));
  series = f64x2.add(both(Constant.TwoThirds), f64x2.mul(z, series));
  series = f64x2.mul(z, series);
  return f64x2.neg(f64x2.sub(x, f64x2.sub(half, f64x2.mul(s, f64x2.add(half, series)))));
}

/** `-ln(1 - m)` of a probability of any size. */
export function hazard(m: f64): f64 {
  if (m < TINY) {
    return f64x2.extract_lane(tinyHazards(f64x2.splat(m)), 0);
  }
  const x = -m;
  if (m < SMALL) {
    return -logarithmOfParts(x, 0);
  }
  const sum = 1 + x;
  return sum > 0 ? -(logarithm(sum) + (x - (sum - 1)) / sum) : Infinity;
}

/** Natural logarithm of a normal number. */
function logarithm(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  const exponent = <i32>(bits >> 52) - 1023;
  const fraction = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  return fraction >= SQRT2
    ? logarithmOfParts(fraction / 2 - 1, exponent + 1)
    : logarithmOfParts(fraction - 1, exponent);
}

function logarithmOfParts(f: f64, k: i32): f64 {
  const s = f / (2 + f);
  const z = s * s;
  const remainder = z * atanhSeries(z);
  const half = 0.5 * f * f;
  if (k == 0) {
    return f - (half - s * (half + remainder));
  }
  return <f64>k * LN2_HIGH - (half - (s * (half + remainder) + <f64>k * LN2_LOW) - f);
}

function atanhSeries(z: f64): f64 {
  let sum: f64 = 2.0 / 23.0;
  sum = sum * z + 2.0 / 21.0;
  sum = sum * z + 2.0 / 19.0;
  sum = sum * z + 2.0 / 17.0;
  sum = sum * z + 2.0 / 15.0;
  sum = sum * z + 2.0 / 13.0;
  sum = sum * z + 2.0 / 11.0;
  sum = sum * z + 2.0 / 9.0;
  sum = sum * z + 2.0 / 7.0;
  sum = sum * z + 2.0 / 5.0;
  return sum * z + 2.0 / 3.0;
}

/** `e^x` for `x` of at most 0. */
export function exponential(x: f64): f64 {
  if (!(x >= EXP_UNDERFLOW)) {
    return x < 0 ? 0 : NaN;
  }
  const k = floor<f64>(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const lost = high - r - low;
  const curve = r * r * exponentialSeries(r);
  return scale(1 + (r + (curve + lost * (1 + r + curve))), <i32>k);
}

function exponentialSeries(r: f64): f64 {
  let sum: f64 = 1.0 / 6227020800.0;
  sum = sum * r + 1.0 / 479001600.0;
  sum = sum * r + 1.0 / 39916800.0;
  sum = sum * r + 1.0 / 3628800.0;
  sum = sum * r + 1.0 / 362880.0;
  sum = sum * r + 1.0 / 40320.0;
  sum = sum * r + 1.0 / 5040.0;
  sum = sum * r + 1.0 / 720.0;
  sum = sum * r + 1.0 / 120.0;
  sum = sum * r + 1.0 / 24.0;
  sum = sum * r + 1.0 / 6.0;
  return sum * r + 1.0 / 2.0;
}

function scale(value: f64, exponent: i32): f64 {
  const half = exponent / 2;
  return value * powerOfTwo(half) * powerOfTwo(exponent - half);
}

function powerOfTwo(exponent: i32): f64 {
  return reinterpret<f64>((<u64>(exponent + 1023)) << 52);
}
