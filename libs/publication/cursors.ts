import { createHmac, timingSafeEqual } from 'node:crypto';
import { InvalidInputError, canonicalJson } from '#platform';

const SIGNATURE_BYTES = 16;
const POSITION = /^[0-9a-f]{1,32}$/;

/** What a cursor is bound to: it leads nowhere else. */
export interface CursorView {
  readonly clientId: string;
  /** Releases and filters; equal views have equal rows in equal order. */
  readonly view: unknown;
}

/** Makes and reads opaque, signed positions in immutable rows. */
export class Cursors {
  /** @param secret the same in every process of an installation */
  constructor(private readonly secret: Uint8Array) {}

  /** @param position a number or key in hexadecimal digits */
  encode(bound: CursorView, position: string): string {
    return Buffer.concat([this.signature(bound, position), Buffer.from(position)]).toString('base64url');
  }

  /**
   * The position in a cursor.
   *
   * @throws InvalidInputError when it is altered, or belongs to another release, filter or client
   */
  decode(bound: CursorView, cursor: string): string {
    const bytes = Buffer.from(cursor, 'base64url');
    const position = bytes.subarray(SIGNATURE_BYTES).toString('latin1');
    const isOurs =
      POSITION.test(position) &&
      timingSafeEqual(bytes.subarray(0, SIGNATURE_BYTES), this.signature(bound, position));
    if (isOurs) return position;
    throw new InvalidInputError([
      {
        pointer: '/cursor',
        rule: 'cursor',
        message: 'The cursor does not belong to this release, these filters and this client.',
        fix: 'Use the value of "next" from the page before with the same filters, or start without a cursor.',
      },
    ]);
  }

  private signature(bound: CursorView, position: string): Buffer {
    const text = canonicalJson({ ...bound, position });
    return createHmac('sha256', this.secret).update(text).digest().subarray(0, SIGNATURE_BYTES);
  }
}
