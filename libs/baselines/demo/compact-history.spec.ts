import { array, assert, constant, integer, oneof, property } from 'fast-check';
import { decodeSeries, encodeValues, type CompactSection } from './compact-history';

const SECTION: CompactSection = {
  kind: 'sickness-absence-benchmarking',
  path: 'absence.csv.gz',
  months: ['2023-01-31', '2023-02-28', '2023-03-31', '2023-04-30'],
  sources: {},
};

describe('the compact history', () => {
  it('tells a withheld figure, a zero and a missing month apart', () => {
    const values = new Map<string, string | null>([
      ['2023-01-31', null],
      ['2023-02-28', '0.00000'],
      ['2023-04-30', '12.34000'],
    ]);
    expect(encodeValues(SECTION.months, values)).toBe('* 0 - 12.34');
  });

  it('reads back what was written', () => {
    const value = oneof(
      constant(undefined),
      constant(null),
      integer({ min: 0, max: 10 ** 12 }).map((units) => (units / 1e5).toFixed(5)),
    );
    assert(
      property(array(value, { minLength: 4, maxLength: 4 }), (values) => {
        const published = new Map(
          SECTION.months.flatMap((month, index): [string, string | null][] => {
            const one = values[index];
            return one === undefined ? [] : [[month, one]];
          }),
        );
        const text = encodeValues(SECTION.months, published);
        const points = decodeSeries(SECTION, ['RAE', 'midwives', 'fte-days-lost', text]);
        expect(
          points.map(({ monthEnd, value: read }) => [monthEnd, read === null ? null : Number(read)]),
        ).toEqual([...published].map(([month, one]) => [month, one === null ? null : Number(one)]));
      }),
    );
  });

  it('refuses a row that does not fit the months', () => {
    expect(() => decodeSeries(SECTION, ['RAE', 'midwives', 'fte-days-lost', '1 2'])).toThrow('broken');
  });
});
