/** Multipliers and key increments of Philox4x32. */
const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

/**
 * The upper 32 bits of the 64-bit product of two unsigned 32-bit integers. Every sum fits into 32 bits
 * without a sign, so that integer operations alone give it.
 */
function upperProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) | 0;
  const carried = (Math.imul(aLow, bHigh) + (middle & 0xffff)) | 0;
  return (Math.imul(aHigh, bHigh) + (((middle >>> 16) + (carried >>> 16)) | 0)) >>> 0;
}

/**
 * Philox4x32-10: turns a 128-bit counter (four unsigned words, replaced in place) under a 64-bit key into
 * 128 random bits. A function of counter and key alone: draws can be made in any order on any number of
 * threads. Integer arithmetic only.
 *
 * Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, 2011.
 */
export function philox(block: Uint32Array, keyLow: number, keyHigh: number): void {
  let c0 = block[0] as number;
  let c1 = block[1] as number;
  let c2 = block[2] as number;
  let c3 = block[3] as number;
  let k0 = keyLow;
  let k1 = keyHigh;
  for (let round = 0; round < ROUNDS; round += 1) {
    const upper0 = upperProduct(MULTIPLIER_0, c0);
    const upper1 = upperProduct(MULTIPLIER_1, c2);
    const lower0 = Math.imul(MULTIPLIER_0, c0);
    const lower1 = Math.imul(MULTIPLIER_1, c2);
    c0 = (upper1 ^ c1 ^ k0) >>> 0;
    c1 = lower1 >>> 0;
    c2 = (upper0 ^ c3 ^ k1) >>> 0;
    c3 = lower0 >>> 0;
    k0 = (k0 + WEYL_0) >>> 0;
    k1 = (k1 + WEYL_1) >>> 0;
  }
  block[0] = c0;
  block[1] = c1;
  block[2] = c2;
  block[3] = c3;
}
