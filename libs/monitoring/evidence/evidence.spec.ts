import { outturnErrors, type PlannedAndPublished } from './outturn-errors';
import { sicknessErrors } from './sickness-errors';

const months = (value: (month: number) => number): readonly number[] =>
  Array.from({ length: 13 }, (_, month) => value(month));

const group = (staffGroup: string, over: Partial<PlannedAndPublished> = {}): PlannedAndPublished => ({
  cell: { organisation: 'A', staffGroup },
  plan: months(() => 100),
  actual: months((month) => 100 + (month > 6 ? 6 : month)),
  ...over,
});

describe('evidence of outturns', () => {
  it('compares each way of telling the end with what came', () => {
    // 106 in month 6 and at the end. The straight line ends at 112, the plan at 100, the last actual is right.
    const { byGroup, cells } = outturnErrors([group('nurses')], 6);
    expect(cells).toBe(1);
    expect(byGroup.runRate).toBeCloseTo(6 / 106, 12);
    expect(byGroup.plan).toBeCloseTo(6 / 106, 12);
    expect(byGroup.lastActual).toBe(0);
    expect(byGroup.forecast).toBeCloseTo(1.06 ** 0.2 - 1, 12);
  });

  it('lets errors of groups of an organisation cancel in its total only', () => {
    const falling = group('doctors', { actual: months((month) => 100 - (month > 6 ? 6 : month)) });
    const { byGroup, byOrganisation } = outturnErrors([group('nurses'), falling], 6);
    expect(byGroup.runRate).toBeCloseTo(12 / 200, 12);
    expect(byOrganisation.runRate).toBeCloseTo(0, 12);
  });

  it('leaves out what is withheld, and says so where nothing is left', () => {
    const withheld = group('doctors', { actual: [...months(() => 100).slice(0, 12), null] });
    expect(outturnErrors([group('nurses'), withheld], 6).cells).toBe(1);
    expect(() => outturnErrors([withheld], 6)).toThrow('nothing was published at the end of that year');
  });

  it('plans sickness in the season of the whole organisation', () => {
    // Two groups of equal size; the organisation's share is 2 in the first and 6 in the second half of the year.
    const halves = (first: number, second: number): readonly number[] =>
      Array.from({ length: 12 }, (_, month) => (month < 6 ? first : second));
    const year = (before: readonly number[]) => ({
      organisation: 'A',
      before,
      months: halves(0.02, 0.06),
      daysBefore: halves(10, 10),
      weight: 1,
    });
    const errors = sicknessErrors([year(halves(0.03, 0.05)), year(halves(0.01, 0.07))], 6);
    expect(errors.forecast).toBeCloseTo(0, 12);
    expect(errors.plan).toBeCloseTo(0, 12);
    expect(errors.runRate).toBeCloseTo(0.02, 12);
  });
});
