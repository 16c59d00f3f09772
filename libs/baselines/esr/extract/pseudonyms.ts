import { createHmac, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
/** Characters of a pseudonym: 96 bits, so that two people never share one. */
const LENGTH = 16;

/**
 * One-way names for people within one import. The key is made for the import, is never handed out and goes
 * with it: nothing can be matched with another import, or traced back to a number.
 */
export class Pseudonyms {
  private readonly key = randomBytes(KEY_BYTES);

  /** The pseudonym of a number; the same number in another file of this import has the same one. */
  of(number: string): string {
    return createHmac('sha256', this.key)
      .update(number.trim().toUpperCase())
      .digest('base64')
      .slice(0, LENGTH);
  }
}
