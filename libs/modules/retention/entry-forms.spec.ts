import fc from 'fast-check';

import { BASE, last, NURSES, seriesOf, sum } from '../../../test/support/example-projection';
import { project, type ProjectionInput } from '../projection';
import { RetentionChangeError, RetentionChanges } from './entry-forms';

const YEAR = 2026;
const changes = new RetentionChanges({ input: BASE, staffGroup: NURSES, year: YEAR });

/** The example with turnover of one group and year lower by so many points. */
function lowered(points: number): ProjectionInput {
  const byGroup = BASE.assumptions['retention.leaver-rate'] ?? {};
  const values = (byGroup[NURSES]?.values ?? []).map((rate, index) => (index === 1 ? rate - points : rate));
  return {
    ...BASE,
    assumptions: { ...BASE.assumptions, 'retention.leaver-rate': { ...byGroup, [NURSES]: { values } } },
  };
}

const exitsOfYear = (input: ProjectionInput): number => {
  const output = project(input);
  const series = seriesOf(output);
  const [from, to] = [output.months.indexOf('2026-03'), output.months.indexOf('2027-03')];
  return sum(
    (['voluntary', 'retirement', 'ill-health-or-death', 'end-of-contract', 'unpaid-leave'] as const).map(
      (cause) => sum(series[`exits-${cause}`].slice(from + 1, to + 1)),
    ),
  );
};

describe('retention entered by points, leavers avoided or WTE kept', () => {
  it('is what the projection confirms', () => {
    const { leaversAvoided, fteKept } = changes.of('points', 0.01);
    expect(exitsOfYear(BASE) - exitsOfYear(lowered(0.01))).toBeCloseTo(leaversAvoided, 8);
    const at = (input: ProjectionInput) => {
      const output = project(input);
      return seriesOf(output).fte[output.months.indexOf('2027-03')] ?? NaN;
    };
    expect(at(lowered(0.01)) - at(BASE)).toBeCloseTo(fteKept, 8);
    expect(leaversAvoided).toBeGreaterThan(10);
    expect(last(seriesOf(project(lowered(0.01))).fte)).toBeGreaterThan(last(seriesOf(project(BASE)).fte));
  });

  it('comes back from each form to the same points', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.2, max: 0.07, noNaN: true }), (points) => {
        const change = changes.of('points', points);
        for (const form of ['leaversAvoided', 'fteKept'] as const) {
          const back = changes.of(form, change[form]);
          expect(Math.abs(back.points - points)).toBeLessThan(1e-8);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('reads points of a stability index upwards', () => {
    const assumptions = {
      ...BASE.assumptions,
      'retention.leaver-rate-basis': { 'all-staff': { values: [2, 2, 2] } },
    };
    const byIndex = new RetentionChanges({ input: { ...BASE, assumptions }, staffGroup: NURSES, year: YEAR });
    const change = byIndex.of('points', 0.02);
    expect(change.leaversAvoided).toBeGreaterThan(0);
    expect(byIndex.of('leaversAvoided', change.leaversAvoided).points).toBeCloseTo(0.02, 8);
  });

  it('refuses more than can be avoided, and groups and years that are not there', () => {
    expect(() => changes.of('leaversAvoided', 5000)).toThrow(RetentionChangeError);
    expect(() => changes.of('points', 0.5)).toThrow(/turnover would leave its bounds/);
    expect(() => new RetentionChanges({ input: BASE, staffGroup: 'pilots', year: YEAR })).toThrow(/pilots/);
    expect(() => new RetentionChanges({ input: BASE, staffGroup: NURSES, year: 2040 })).toThrow(/2040/);
  });
});
