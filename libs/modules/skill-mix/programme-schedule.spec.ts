import { assert as check, double, integer, property, record } from 'fast-check';

import { project, type ProjectionInput } from '../projection';
import type { Registers } from '../register';
import {
  assume,
  BASE,
  codes,
  last,
  NURSES,
  seriesOf,
  still,
  sum,
  SUPPORT,
} from '../../../test/support/example-projection';

const PROGRAMME = {
  name: 'Top-up degree',
  fromGroup: SUPPORT,
  toGroup: NURSES,
  startsByYear: { 2026: 24 },
  lagMonths: 6,
  completionRate: 0.75,
};

function inputWith(programme: object): ProjectionInput {
  const registers = { 'skill-mix.conversion-programmes': [{ id: 'p', values: programme }] } as Registers;
  return { ...BASE, assumptions: assume(still(NURSES, SUPPORT)), registers };
}

const closeTo = (people: number): unknown => expect.closeTo(people, 10);

describe('a conversion programme', () => {
  it('moves those who complete after the lag, and nobody before', () => {
    const series = seriesOf(project(inputWith(PROGRAMME)));
    expect(sum(series['moves-in'].slice(0, 11))).toBeCloseTo(0, 10);
    expect(series['moves-in'][11]).toBeCloseTo(2 * 0.75, 10);
    expect(sum(series['moves-in'])).toBeCloseTo(18 * 2 * 0.75, 10);
  });

  it('completes learners of the baseline evenly over the training', () => {
    const starts = { startsByYear: { 2026: 0 }, learnersAtStart: 12 };
    const moves = seriesOf(project(inputWith({ ...PROGRAMME, ...starts })))['moves-in'];
    expect(moves.slice(1, 8)).toEqual([1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 0].map(closeTo));
  });

  it('starts only as many as can be supervised and reports the rest', () => {
    const learnersPerSupervisor = 6 / 1278.4;
    const output = project(inputWith({ ...PROGRAMME, learnersPerSupervisor }));
    const unmet = output.notices.find(({ code }) => code === 'programme-starts-unmet');
    expect(seriesOf(output)['moves-in'].slice(11, 18)).toEqual([1.5, 1.5, 1.5, 0, 0, 0, 1.5].map(closeTo));
    expect(unmet).toMatchObject({ staffGroup: NURSES, amount: expect.closeTo(48 - 24, 8) as number });
  });

  it('moves within a group to the band named', () => {
    const advanced = { ...PROGRAMME, fromGroup: NURSES, fromBand: 'band-6', toBand: 'band-8a' };
    const output = project(inputWith(advanced));
    const cells = output.staffGroups[0]?.headcountByBandAndEthnicity ?? [];
    const band = (place: number, index: number): number =>
      sum((cells[place]?.values ?? []).slice(index * 3, index * 3 + 3));
    expect(band(3, 6) - band(0, 6)).toBeCloseTo(27, 8);
    expect(band(3, 4) - band(0, 4)).toBeCloseTo(-27, 8);
    expect(codes(output)).not.toContain(`conversions-unmet ${NURSES}`);
  });

  it('never leaves the donor group with more people for more starts', () => {
    const programme = record({
      fewer: double({ min: 0, max: 300, noNaN: true }),
      more: double({ min: 0, max: 300, noNaN: true }),
      lagMonths: integer({ min: 0, max: 30 }),
      completionRate: double({ min: 0, max: 1, noNaN: true }),
      learnersPerSupervisor: double({ min: 0, max: 0.5, noNaN: true }),
    });
    check(
      property(programme, ({ fewer, more, ...rest }) => {
        const closing = (starts: number): number =>
          last(
            seriesOf(project(inputWith({ ...PROGRAMME, ...rest, startsByYear: { 2025: starts } })), SUPPORT)
              .headcount,
          );
        expect(closing(fewer + more)).toBeLessThanOrEqual(closing(fewer) + 1e-9);
      }),
      { numRuns: 100 },
    );
  });
});
