import { exp, log, sqrt } from '../arithmetic';

/** Standard score of P90; P10 has the same with a minus. */
export const SCORE_OF_P90 = 1.2815515655446004;

const INVERSE_SQRT_2PI = 0.3989422804014327;
const CENTRE_HALF_WIDTH = 0.425;
const CENTRE_SQUARE = 0.180625;
const FAR_TAIL = 5;
/** Beyond it the distribution is 0 or 1 within double precision. */
const LARGEST_SCORE = 9;

/** Numerator and denominator of a rational approximation, highest power first. */
interface Rational {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

const CENTRE: Rational = {
  above: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  below: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};
const TAIL: Rational = {
  above: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};
const FAR: Rational = {
  above: [
    2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  below: [
    2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};

function quotient({ above, below }: Rational, x: number): number {
  let numerator = 0;
  let denominator = 0;
  for (let index = 0; index < above.length; index += 1) {
    numerator = numerator * x + (above[index] as number);
    denominator = denominator * x + (below[index] as number);
  }
  return numerator / denominator;
}

/**
 * The standard score below which the share `p` of a normal distribution lies, about 1e-16 relative;
 * -Infinity at 0, Infinity at 1, NaN outside.
 *
 * Source: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37, 1988.
 */
export function inverseNormal(p: number): number {
  const offset = p - 0.5;
  if (Math.abs(offset) <= CENTRE_HALF_WIDTH) {
    return offset * quotient(CENTRE, CENTRE_SQUARE - offset * offset);
  }
  const smaller = offset < 0 ? p : 1 - p;
  if (!(smaller > 0)) {
    return smaller === 0 ? Math.sign(offset) * Infinity : NaN;
  }
  const root = sqrt(-log(smaller));
  const score = root <= FAR_TAIL ? quotient(TAIL, root - 1.6) : quotient(FAR, root - FAR_TAIL);
  return offset < 0 ? -score : score;
}

/**
 * Share of a standard normal distribution below `score`, to about 1e-16 absolute:
 * `1/2 + phi(x) (x + x^3/3 + x^5/(3 5) + ...)`.
 *
 * Source: Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software 11(4), 2004.
 */
export function normalDistribution(score: number): number {
  if (Math.abs(score) > LARGEST_SCORE) {
    return score > 0 ? 1 : 0;
  }
  const square = score * score;
  let term = score;
  let sum = score;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    term *= square / odd;
    sum += term;
  }
  return 0.5 + sum * INVERSE_SQRT_2PI * exp(-0.5 * square);
}
