import { memoryLine } from './memory-line';

const MINUTES = 100;
const overTime = (megabytes: (at: number) => number): number[] =>
  Array.from({ length: MINUTES }, (_, at) => megabytes(at));

describe('memoryLine', () => {
  it('calls a saw flat, however high its teeth', () => {
    expect(
      memoryLine(
        'api',
        overTime((at) => 200 + (at % 7) * 30),
      ),
    ).toEqual({
      process: 'api',
      early: 200,
      late: 200,
      isFlat: true,
    });
  });

  it('does not count what is loaded while it warms up', () => {
    expect(
      memoryLine(
        'api',
        overTime((at) => (at < 15 ? 100 : 250)),
      ).isFlat,
    ).toBe(true);
  });

  it('finds a leak under the saw', () => {
    expect(
      memoryLine(
        'worker',
        overTime((at) => 200 + (at % 7) * 30 + at),
      ).isFlat,
    ).toBe(false);
  });
});
