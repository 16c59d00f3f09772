import fc from 'fast-check';
import { Cursors } from './cursors';

const cursors = new Cursors(Buffer.alloc(32, 7));
const bound = { clientId: 'client', view: { releaseId: 'release', filter: { year: 2026 } } };

describe('cursors', () => {
  it('lead back to the position they were made for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 53 - 1 }), (seq) => {
        const position = seq.toString(16);
        return cursors.decode(bound, cursors.encode(bound, position)) === position;
      }),
    );
  });

  it.each([
    ['another client', cursors.encode({ ...bound, clientId: 'other' }, '5')],
    ['another view', cursors.encode({ ...bound, view: { releaseId: 'release', filter: {} } }, '5')],
    ['another installation', new Cursors(Buffer.alloc(32, 8)).encode(bound, '5')],
    ['nonsense', 'not-a-cursor'],
    ['an empty text', ''],
  ])('of %s are refused', (_, cursor) => {
    expect(() => cursors.decode(bound, cursor)).toThrow();
  });

  it('are refused once any character is altered', () => {
    const cursor = cursors.encode(bound, 'abc');
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.constantFrom(...'AZaz09-_'), (place, letter) => {
        const altered = cursor.slice(0, place) + letter + cursor.slice(place + 1);
        const isSame = Buffer.from(altered, 'base64url').equals(Buffer.from(cursor, 'base64url'));
        if (!isSame) expect(() => cursors.decode(bound, altered)).toThrow();
      }),
    );
  });
});
