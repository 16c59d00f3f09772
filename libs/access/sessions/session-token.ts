import { randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, in characters that a cookie and a header take as they are. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares secrets in a time that does not tell how much of them agrees. */
export function sameSecret(one: string, other: string): boolean {
  const left = Buffer.from(one);
  const right = Buffer.from(other);
  return left.length === right.length && timingSafeEqual(left, right);
}
