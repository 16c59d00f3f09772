import { RangeNotSatisfiableError, requestedRange } from './byte-range';

describe('byte ranges of a file of 10 bytes', () => {
  it.each([
    ['bytes=0-', { first: 0, last: 9 }],
    ['bytes=3-5', { first: 3, last: 5 }],
    ['bytes=3-99', { first: 3, last: 9 }],
    ['bytes=-4', { first: 6, last: 9 }],
    ['bytes=-40', { first: 0, last: 9 }],
  ])('are read from %s', (header, range) => {
    expect(requestedRange(header, 10)).toEqual(range);
  });

  it.each([undefined, 'bytes=', 'bytes=-', 'bytes=5-3', 'bytes=0-1,4-5', 'lines=1-2'])(
    'are left aside for %s',
    (header) => {
      expect(requestedRange(header, 10)).toBeNull();
    },
  );

  it.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('are refused for %s', (header) => {
    expect(() => requestedRange(header, 10)).toThrow(RangeNotSatisfiableError);
  });
});
