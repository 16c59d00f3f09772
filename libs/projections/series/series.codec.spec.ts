import { MONTHLY_MEASURES, type MonthlyMeasure } from '#modules/projection';
import { monthNumber } from './calendar-month';
import { resultSha256 } from './result-hash';
import { decodeSeries, encodeSeries, monthsOf, type GroupSeries } from './series.codec';

function seriesWith(
  valueOf: (measure: number, month: number) => number,
  months: number,
): GroupSeries['series'] {
  return Object.fromEntries(
    MONTHLY_MEASURES.map((measure, index) => [
      measure,
      Float64Array.from({ length: months }, (_, month) => valueOf(index, month)),
    ]),
  ) as Record<MonthlyMeasure, Float64Array>;
}

const group: GroupSeries = {
  firstMonth: monthNumber('2026-08'),
  months: 8,
  series: seriesWith((measure, month) => (measure + 1) / 3 + month * Math.PI, 8),
  cells: [
    { month: monthNumber('2026-08'), values: Float64Array.from([0.1, 0.2, 0.30000000000000004]) },
    { month: monthNumber('2027-03'), values: Float64Array.from([1e-300, 5e-324, 1.7976931348623157e308]) },
  ],
};

describe('the series codec', () => {
  it('gives back every number to the bit, with months and cells', () => {
    expect(decodeSeries(encodeSeries(group))).toEqual(group);
  });

  it('reads bytes that lie at any offset of a larger buffer', () => {
    const bytes = encodeSeries(group);
    const larger = Buffer.concat([Buffer.from([7, 7, 7]), bytes, Buffer.from([9])]);
    expect(decodeSeries(larger.subarray(3, 3 + bytes.byteLength))).toEqual(group);
  });

  it('names its months', () => {
    expect(monthsOf(group).at(0)).toBe('2026-08');
    expect(monthsOf(group).at(-1)).toBe('2027-03');
  });

  it('is little-endian', () => {
    const bytes = Buffer.from(encodeSeries(group));
    const [first] = [...MONTHLY_MEASURES].sort();
    const bodyAt = 16 + bytes.readUInt16LE(12);
    expect(bytes.readDoubleLE(bodyAt)).toBe(group.series[first as MonthlyMeasure][0]);
  });

  it('reads what an engine with fewer measures wrote, and says of the others that they are not numbers', () => {
    const { fte, headcount } = group.series;
    const older = { ...group, series: { fte, headcount } as GroupSeries['series'] };
    const { series } = decodeSeries(encodeSeries(older));
    expect(series.fte).toEqual(fte);
    expect(series.headcount).toEqual(headcount);
    expect(series['pay-bill']).toEqual(new Float64Array(8).fill(NaN));
    expect(encodeSeries({ ...group, series })).toEqual(encodeSeries(older));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %p', (value) => {
    const series = { ...group.series, fte: Float64Array.from([1, value, 3, 4, 5, 6, 7, 8]) };
    expect(() => encodeSeries({ ...group, series })).toThrow('fte');
  });

  it('refuses a series of the wrong length', () => {
    expect(() => encodeSeries({ ...group, series: { ...group.series, fte: new Float64Array(7) } })).toThrow(
      'fte',
    );
  });

  it('refuses bytes that are cut off', () => {
    expect(() => decodeSeries(encodeSeries(group).subarray(0, 200))).toThrow('cannot read');
    expect(() => decodeSeries(new Uint8Array(4))).toThrow('cut off');
  });
});

describe('resultSha256', () => {
  const content = encodeSeries(group);

  it('does not depend on the order of groups', () => {
    const [a, b] = [
      { code: 'a', content },
      { code: 'b', content: content.subarray(0, 16) },
    ];
    expect(resultSha256([a, b])).toBe(resultSha256([b, a]));
  });

  it('changes with a single bit', () => {
    const changed = content.slice();
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(resultSha256([{ code: 'a', content: changed }])).not.toBe(resultSha256([{ code: 'a', content }]));
  });

  it('knows where a group ends', () => {
    const whole = [{ code: 'a', content }];
    const halves = [
      { code: 'a', content: content.subarray(0, 100) },
      { code: 'b', content: content.subarray(100) },
    ];
    expect(resultSha256(whole)).not.toBe(resultSha256(halves));
  });
});
