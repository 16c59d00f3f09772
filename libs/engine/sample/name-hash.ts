const MULTIPLIERS = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93] as const;
const KEY_ROTATIONS = [15, 16, 17, 18] as const;
const STATE_ROTATIONS = [19, 17, 15, 13] as const;
const INCREMENTS = [0x561ccd1b, 0x0bcaa747, 0x96cd1c35, 0x32ac3b17] as const;
const BLOCK_BYTES = 16;

/** Four unsigned words. */
export type Hash128 = readonly [number, number, number, number];

/**
 * MurmurHash3 (x86, 128 bits, hash seed 0) of bytes: gives every named stream of random numbers a place of
 * its own. Not for secrets.
 *
 * Source: Appleby, MurmurHash3, public domain, 2011.
 */
export function murmurHash128(bytes: Uint8Array): Hash128 {
  const state = new Uint32Array(4);
  const wholeBlocks = Math.floor(bytes.length / BLOCK_BYTES);
  for (let block = 0; block < wholeBlocks; block += 1) {
    mixBlock(state, bytes, block * BLOCK_BYTES);
  }
  mixTail(state, bytes, wholeBlocks * BLOCK_BYTES);
  for (let lane = 0; lane < 4; lane += 1) {
    state[lane] = at(state, lane) ^ bytes.length;
  }
  addLanes(state);
  state.forEach((word, lane) => {
    state[lane] = finalMix(word);
  });
  addLanes(state);
  return [at(state, 0), at(state, 1), at(state, 2), at(state, 3)];
}

/** Hash of a text by its UTF-16 code units, low byte first. */
export function hashOfText(text: string): Hash128 {
  const bytes = new Uint8Array(2 * text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[2 * index] = unit & 0xff;
    bytes[2 * index + 1] = unit >>> 8;
  }
  return murmurHash128(bytes);
}

function at(words: Uint32Array, index: number): number {
  return words[index] as number;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** A lane's key word, scrambled. */
function scramble(word: number, lane: number): number {
  const turned = rotate(Math.imul(word, MULTIPLIERS[lane] as number), KEY_ROTATIONS[lane] as number);
  return Math.imul(turned, MULTIPLIERS[(lane + 1) % 4] as number);
}

function wordAt(bytes: Uint8Array, start: number, end: number): number {
  let word = 0;
  for (let index = end - 1; index >= start; index -= 1) {
    word = (word << 8) | (bytes[index] as number);
  }
  return word;
}

function mixBlock(state: Uint32Array, bytes: Uint8Array, start: number): void {
  for (let lane = 0; lane < 4; lane += 1) {
    const word = wordAt(bytes, start + 4 * lane, start + 4 * lane + 4);
    const mixed = rotate(at(state, lane) ^ scramble(word, lane), STATE_ROTATIONS[lane] as number);
    state[lane] = Math.imul(mixed + at(state, (lane + 1) % 4), 5) + (INCREMENTS[lane] as number);
  }
}

/** Bytes after the last whole block. */
function mixTail(state: Uint32Array, bytes: Uint8Array, start: number): void {
  for (let lane = 3; lane >= 0; lane -= 1) {
    const from = start + 4 * lane;
    if (from < bytes.length) {
      const word = wordAt(bytes, from, Math.min(bytes.length, from + 4));
      state[lane] = at(state, lane) ^ scramble(word, lane);
    }
  }
}

function addLanes(state: Uint32Array): void {
  state[0] = at(state, 0) + at(state, 1) + at(state, 2) + at(state, 3);
  for (let lane = 1; lane < 4; lane += 1) {
    state[lane] = at(state, lane) + at(state, 0);
  }
}

function finalMix(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
