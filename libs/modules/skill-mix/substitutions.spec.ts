import { property, assert as check, array, constantFrom, double, record } from 'fast-check';

import { project, type ProjectionInput } from '../projection';
import type { Registers } from '../register';
import {
  assume,
  BASE,
  codes,
  last,
  NURSES,
  seriesOf,
  SUPPORT,
} from '../../../test/support/example-projection';

const SUBSTITUTION = {
  name: 'Nursing associates',
  staffGroup: NURSES,
  substituteGroup: SUPPORT,
  substituteFte: { 2026: 40 },
  coverage: 0.5,
};

function inputWith(substitutions: readonly object[], floor = 0): ProjectionInput {
  const registers = {
    'skill-mix.substitutions': substitutions.map((values, index) => ({ id: `s${index}`, values })),
  } as Registers;
  const assumptions = assume({ 'skill-mix.registered-floor': { [NURSES]: floor } });
  return { ...BASE, assumptions, registers };
}

const WITHOUT = project(inputWith([]));

describe('a substitution', () => {
  it('moves requirement and posts by the WTE and its coverage, built up evenly over the year', () => {
    const output = project(inputWith([SUBSTITUTION]));
    const change = (group: string, measure: 'requirement' | 'establishment', month: number): number =>
      (seriesOf(output, group)[measure][month] ?? NaN) - (seriesOf(WITHOUT, group)[measure][month] ?? NaN);
    expect([4, 10, 16, 28].map((month) => change(SUPPORT, 'requirement', month))).toEqual(
      [0, 20, 40, 40].map((fte): unknown => expect.closeTo(fte, 8)),
    );
    expect(change(NURSES, 'requirement', 16)).toBeCloseTo(-20, 8);
    expect(change(SUPPORT, 'establishment', 16)).toBeCloseTo(40, 8);
    expect(change(NURSES, 'establishment', 16)).toBeCloseTo(0, 8);
    expect(last(seriesOf(output)['requirement-skill-mix'])).toBeCloseTo(-20, 8);
  });

  it('releases the posts whose work is taken over where the entry says so', () => {
    const output = project(inputWith([{ ...SUBSTITUTION, posts: 'released' }]));
    expect(last(seriesOf(output).establishment)).toBeCloseTo(last(seriesOf(WITHOUT).establishment) - 20, 8);
  });

  it('stops at the floor and reports what is cut off', () => {
    const registered = last(seriesOf(WITHOUT).requirement);
    const support = last(seriesOf(WITHOUT, SUPPORT).requirement);
    const floor = (registered - 5) / (registered - 5 + support + 10);
    const output = project(inputWith([SUBSTITUTION], floor));
    expect(last(seriesOf(output)['requirement-skill-mix'])).toBeCloseTo(-5, 6);
    expect(codes(output)).toContain(`substitution-limited ${NURSES}`);
  });

  it('never breaches a floor that holds, nor worsens one that does not', () => {
    const entries = array(
      record({
        staffGroup: constantFrom(NURSES),
        substituteGroup: constantFrom(SUPPORT, 'central-functions'),
        substituteFte: double({ min: 0, max: 900, noNaN: true }).map((fte) => ({ 2026: fte })),
        coverage: double({ min: 0, max: 2, noNaN: true }),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const requirementOf = (output: typeof WITHOUT, group: string): number =>
      last(seriesOf(output, group).requirement);
    check(
      property(entries, double({ min: 0, max: 1, noNaN: true }), (substitutions, floor) => {
        const output = project(
          inputWith(
            substitutions.map((each) => ({ ...each, name: 'x' })),
            floor,
          ),
        );
        const pool = [NURSES, ...new Set(substitutions.map(({ substituteGroup }) => substituteGroup))];
        const shareIn = (of: typeof WITHOUT): number =>
          requirementOf(of, NURSES) / pool.reduce((sum, group) => sum + requirementOf(of, group), 0);
        expect(shareIn(output)).toBeGreaterThanOrEqual(Math.min(floor, shareIn(WITHOUT)) - 1e-9);
        expect(requirementOf(output, NURSES)).toBeGreaterThanOrEqual(-1e-9);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    [{ ...SUBSTITUTION, substituteGroup: NURSES }, `substitution-by-itself ${NURSES}`],
    [{ ...SUBSTITUTION, role: 'clinical-pharmacist' }, `role-counts-elsewhere ${SUPPORT}`],
  ])('is left out with its reason when its groups cannot be: %#', (entry, code) => {
    const policy = {
      ...BASE.policy,
      newRoles: [{ code: 'clinical-pharmacist', label: 'Clinical pharmacist', staffGroups: [NURSES] }],
    } as unknown as ProjectionInput['policy'];
    const output = project({ ...inputWith([entry]), policy });
    expect(codes(output)).toContain(code);
    expect(last(seriesOf(output)['requirement-skill-mix'])).toBe(0);
  });
});
