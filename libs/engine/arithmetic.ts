/**
 * Elementary functions built from `+ - x /` and bit patterns only, so that every JavaScript engine
 * gives the same bits. `Math.exp`, `Math.log`, `Math.pow` differ between engines in their last digit.
 * `Math.sqrt`, `Math.floor` and `Math.abs` are exact by IEEE 754 and may be used.
 */
import {
  type DoubleDouble,
  addDoubleDouble,
  multiplyDoubleDouble,
  twoProduct,
  twoSum,
} from './double-double';

const LN2_HIGH = 6.9314718036912381649e-1; // the leading 33 bits of ln 2: k * LN2_HIGH is exact for |k| < 2^20
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.4426950408889634;
const SQRT2 = 1.4142135623730951;
const TWO_54 = 18014398509481984;
const EXP_OVERFLOW = 709.782712893384;
const EXP_UNDERFLOW = -745.1332191019412;
/** `2/3` and what the nearest double lacks of it. */
const TWO_THIRDS: DoubleDouble = { high: 2 / 3, low: 1 / (3 * 9007199254740992) };
/** Below this size the direct series of `log1p` and `expm1` are used. */
const SMALL_LOG_ARGUMENT = 0.29;
const TINY_LOG_ARGUMENT = 0.0625;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
const HIGH_WORD = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW_WORD = 1 - HIGH_WORD;

/** Coefficients 2/3, 2/5, 2/7 … of `2 atanh(s) / s - 2` in powers of `s^2`, highest first. */
const ATANH_SERIES = Float64Array.from({ length: 11 }, (_, index) => 2 / (23 - 2 * index));
/** Coefficients 1/13!, 1/12! … 1/2! of the exponential series, highest first. */
const EXP_SERIES = Float64Array.from({ length: 12 }, (_, index) => 1 / factorial(13 - index));

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** `2 atanh(s) / s - 2` where `z = s^2` is below 0.0011: the leading terms of the same series. */
function shortAtanhSeries(z: number): number {
  return z * (2 / 3 + z * (2 / 5 + z * (2 / 7 + z * (2 / 9 + z * (2 / 11)))));
}

function polynomial(coefficients: Float64Array, x: number): number {
  let sum = 0;
  for (let index = 0; index < coefficients.length; index += 1) {
    sum = sum * x + (coefficients[index] as number);
  }
  return sum;
}

/** `2^exponent` for a normal exponent (-1022 … 1023), exact. */
function powerOfTwo(exponent: number): number {
  words[HIGH_WORD] = (exponent + 1023) << 20;
  words[LOW_WORD] = 0;
  return float[0] as number;
}

/** `value * 2^exponent`, in two factors so that results near the ends of the range stay right. */
function scale(value: number, exponent: number): number {
  if (exponent === 0) return value;
  const half = Math.trunc(exponent / 2);
  return value * powerOfTwo(half) * powerOfTwo(exponent - half);
}

interface Split {
  /** In [sqrt(1/2), sqrt(2)). */
  readonly fraction: number;
  readonly exponent: number;
}

/** `x = fraction * 2^exponent` for a positive finite `x`, exact. */
function split(x: number): Split {
  const isSubnormal = x < 2.2250738585072014e-308;
  float[0] = isSubnormal ? x * TWO_54 : x;
  const high = words[HIGH_WORD] as number;
  const exponent = (high >>> 20) - 1023 - (isSubnormal ? 54 : 0);
  words[HIGH_WORD] = (high & 0x000fffff) | 0x3ff00000;
  const fraction = float[0];
  return fraction >= SQRT2 ? { fraction: fraction / 2, exponent: exponent + 1 } : { fraction, exponent };
}

/** `ln(1 + f) + k ln 2` for `1 + f` in [sqrt(1/2), sqrt(2)]; `f - (f²/2 - s (f²/2 + R))`, `s = f / (2 + f)`. */
function logarithmOfParts(f: number, k: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const remainder = z * polynomial(ATANH_SERIES, z);
  const half = 0.5 * f * f;
  if (k === 0) {
    return f - (half - s * (half + remainder));
  }
  return k * LN2_HIGH - (half - (s * (half + remainder) + k * LN2_LOW) - f);
}

/** Natural logarithm; `-Infinity` at 0, NaN below. Within 1 ulp. */
export function log(x: number): number {
  if (x === 0) {
    return -Infinity;
  }
  if (!(x > 0) || x === Infinity) {
    return x > 0 ? x : NaN;
  }
  const { fraction, exponent } = split(x);
  return logarithmOfParts(fraction - 1, exponent);
}

/** `ln(1 + x)` without loss for small `x`; `-Infinity` at -1, NaN below. Within 2 ulp. */
export function log1p(x: number): number {
  if (Math.abs(x) < TINY_LOG_ARGUMENT) {
    const s = x / (2 + x);
    const half = 0.5 * x * x;
    return x - (half - s * (half + shortAtanhSeries(s * s)));
  }
  if (Math.abs(x) < SMALL_LOG_ARGUMENT) {
    return logarithmOfParts(x, 0);
  }
  const sum = 1 + x;
  const lost = x >= 1 ? 1 - (sum - x) : x - (sum - 1);
  return sum > 0 && sum < Infinity ? log(sum) + lost / sum : log(sum);
}

interface Reduced {
  readonly k: number;
  readonly r: number;
  /** What the rounding of `r` lost. */
  readonly lost: number;
}

/** `x = k ln 2 + r + lost` with `|r| <= ln(2) / 2`. */
function reduce(x: number): Reduced {
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  return { k, r, lost: high - r - low };
}

/** `e^r - 1 - r` for `|r| <= ln(2) / 2`. */
function exponentialTail(r: number): number {
  return r * r * polynomial(EXP_SERIES, r);
}

/** `e^x`. Within 1 ulp for normal results. */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/** `e^(x + tail)`, where `tail` is far below `x`: the final step of `pow`. */
function expOfSum(x: number, tail: number): number {
  if (x !== x || x > EXP_OVERFLOW) {
    return x > 0 ? Infinity : NaN;
  }
  if (x < EXP_UNDERFLOW) {
    return 0;
  }
  const { k, r, lost } = reduce(x);
  const curve = exponentialTail(r);
  return scale(1 + (r + (curve + (lost + tail) * (1 + r + curve))), k);
}

/** `e^x - 1` without loss for small `x`. Within 2 ulp. */
export function expm1(x: number): number {
  if (Math.abs(x) < 0.34) {
    return x === 0 ? x : x + exponentialTail(x);
  }
  if (!(Math.abs(x) < 40)) {
    return exp(x) - 1;
  }
  const { k, r, lost } = reduce(x);
  const factor = powerOfTwo(k);
  return factor - 1 + factor * (r + (exponentialTail(r) + lost * (1 + r)));
}

/** `ln x` as an unevaluated sum of two doubles, for a positive finite `x`. */
function logDoubleDouble(x: number): DoubleDouble {
  const { fraction, exponent } = split(x);
  const numerator = fraction - 1;
  const denominator = twoSum(fraction, 1);
  const high = numerator / denominator.high;
  const product = twoProduct(high, denominator.high);
  const low = (numerator - product.high - product.low - high * denominator.low) / denominator.high;
  const s = twoSum(high, low);
  const z = multiplyDoubleDouble(s, s);
  const tail = z.high * z.high * polynomial(ATANH_SERIES.subarray(0, 10), z.high);
  const third = multiplyDoubleDouble(z, TWO_THIRDS);
  const factor = addDoubleDouble({ high: 2, low: 0 }, addDoubleDouble(third, { high: tail, low: 0 }));
  const ln = multiplyDoubleDouble(s, factor);
  const scaled = addDoubleDouble(twoProduct(exponent, LN2_HIGH), twoProduct(exponent, LN2_LOW));
  return addDoubleDouble(scaled, ln);
}

/**
 * `x^y` for `x >= 0`; NaN for a negative `x`. `0^0 = 1`. Within 1 ulp for normal results.
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) {
    return 1;
  }
  if (!(x >= 0) || y !== y) {
    return NaN;
  }
  if (x === 0 || x === Infinity || Math.abs(y) === Infinity) {
    return limitOfPower(x, y);
  }
  const ln = logDoubleDouble(x);
  const estimate = y * ln.high;
  if (Math.abs(estimate) > 800) {
    return estimate > 0 ? Infinity : 0;
  }
  const product = twoProduct(y, ln.high);
  return expOfSum(product.high, product.low + y * ln.low);
}

/** `x^y` where either is at an end of its range; not for `x = 1`. */
function limitOfPower(x: number, y: number): number {
  const isGrowing = x > 1;
  return isGrowing === y > 0 ? Infinity : 0;
}

/** Square root; exact rounding is required by IEEE 754 everywhere. */
export function sqrt(x: number): number {
  return Math.sqrt(x);
}
