import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * The one JSON text of a value by RFC 8785: keys sorted, no white space, numbers in their shortest form.
 * Two values with equal content give equal bytes, so that a hash of the text identifies the content.
 *
 * @throws TypeError when the value has no JSON form (undefined, a function).
 * @throws Error when the value holds NaN or an infinity, which JSON cannot state.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) {
    throw new TypeError('The value has no JSON form.');
  }
  return text;
}

/** SHA-256 (FIPS 180-4) of the data as 64 lower-case hexadecimal digits; text is hashed as UTF-8. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
