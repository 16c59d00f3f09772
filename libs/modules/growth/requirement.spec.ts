import fc from 'fast-check';

import { project, ProjectionInputError, type ProjectionInput } from '../projection';
import type { Registers } from '../register';
import { assume, BASE, last, NURSES, seriesOf, SUPPORT } from '../../../test/support/example-projection';
import { SERVICE_COMMITMENT_LINES } from './service-commitments.register';
import { WORKLOAD_STANDARDS } from './workload-standards.register';

const LINES = SERVICE_COMMITMENT_LINES.key;
const STANDARDS = WORKLOAD_STANDARDS.key;
/** Nurses of the example have 1,361.5 funded posts. */
const POSTS = 1361.5;
const steady = { 'growth.requirement-growth': { [NURSES]: 0 }, 'efficiency.productivity': { [NURSES]: 0 } };

function line(id: string, commitment: string, share: number, growth: number) {
  const values = {
    commitment,
    statement: 'workforce-line',
    staffGroup: NURSES,
    share,
    growth: { '2026': growth },
  };
  return { id, values };
}

const VISITS = {
  activity: 'home visits',
  staffGroup: NURSES,
  units: { '2026': 100_000, '2027': 120_000 },
  hoursPerUnit: 1.5,
  weeks: 52,
  daysAWeek: 5,
  daysAbsent: 60,
  hoursADay: 7.5,
  allowance: 0.2,
  share: 0.1,
};

function withRegisters(registers: Registers, values: Parameters<typeof assume>[0] = steady): ProjectionInput {
  return { ...BASE, assumptions: assume(values), registers };
}

function requirement(registers: Registers, values?: Parameters<typeof assume>[0]): readonly number[] {
  return seriesOf(project(withRegisters(registers, values))).requirement;
}

function problemsOf(input: ProjectionInput) {
  try {
    project(input);
  } catch (error) {
    if (error instanceof ProjectionInputError) return error.details;
    throw error;
  }
  return [];
}

describe('the requirement', () => {
  it('grows a commitment by its own driver, other work and all by the growth of activity', () => {
    const lines = { [LINES]: [line('mh', 'mental-health', 0.2, 0.05), line('cancer', 'cancer', 0.1, 0)] };
    const required = requirement(lines, {
      ...steady,
      'growth.requirement-growth': { [NURSES]: 0.02 },
      'efficiency.productivity': { [NURSES]: 0.01 },
    });
    const growth = (years: number, rate: number): number => (1 + rate) ** years;
    const start = POSTS * growth(4 / 12, 0.02 / 1);
    expect((required[4] ?? 0) * growth(4 / 12, 0.01)).toBeCloseTo(start, 8);
    const later = (0.8 + 0.2 * 1.05) * POSTS * growth(16 / 12, 0.02);
    expect(required[16]).toBeCloseTo(later / growth(16 / 12, 0.01), 8);
  });

  it('takes activity by its workload standard in place of the share it covers, from the first year with activity', () => {
    const required = requirement({ [STANDARDS]: [{ id: 'visits', values: VISITS }] });
    const hoursOfOne = (52 * 5 - 60) * 7.5;
    const byStandard = (units: number): number => (units * 1.5) / hoursOfOne / 0.8;
    expect(byStandard(100_000)).toBe(125);
    expect(required[4]).toBeCloseTo(POSTS, 8);
    expect(required[5]).toBeCloseTo(0.9 * POSTS + 125, 8);
    expect(required[17]).toBeCloseTo(0.9 * POSTS + 150, 8);
  });

  it('is never lowered by more work of a commitment, and its closing shares make up the whole', () => {
    const rate = fc.double({ min: -0.3, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), rate, rate, (share, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const closing = [low, high].map((growth) =>
          last(requirement({ [LINES]: [line('k', 'cancer', share, growth)] })),
        );
        expect(closing[1]).toBeGreaterThanOrEqual((closing[0] ?? NaN) - 1e-9);
        const expected = POSTS * (1 - share + share * (1 + high) ** 2);
        expect(Math.abs((closing[1] ?? NaN) - expected)).toBeLessThan(1e-8 * expected);
      }),
      { numRuns: 40 },
    );
  });

  it('adds the further productivity of an organisation in deficit in the years of the deficit only', () => {
    const required = requirement({}, { ...steady, ...deficit([0, 1, 0]) });
    expect(required[4]).toBeCloseTo(POSTS, 8);
    expect(required[16]).toBeCloseTo(POSTS / (1.011 + 0.005), 8);
    expect(required[28]).toBeCloseTo(POSTS / (1.016 * 1.011), 8);
  });

  it('does not change with a stated nil', () => {
    const nil = {
      id: 'nil',
      values: { commitment: 'prevention', statement: 'stated-nil', reason: 'no change' },
    };
    expect(requirement({ [LINES]: [nil] })).toEqual(requirement({}));
  });
});

describe('the registers of growth', () => {
  const pointer = (register: string, index: number, field: string): string =>
    `/registers/${register}/${index}/values/${field}`;

  it('refuse shares of a group that sum to more than all its work, standards included', () => {
    const registers = {
      [LINES]: [line('mh', 'mental-health', 0.6, 0), line('cancer', 'cancer', 0.35, 0)],
      [STANDARDS]: [{ id: 'visits', values: VISITS }],
    };
    expect(problemsOf(withRegisters(registers))).toEqual([
      {
        pointer: pointer(LINES, 1, 'share'),
        rule: 'shares-at-most-1',
        message: `the shares of ${NURSES} sum to 105.0 % with this entry; all its work is 100 %`,
        fix: `lower the shares of ${NURSES} by 5.0 % in total`,
      },
    ]);
  });

  it('refuse a line without its share, a nil with one, and the same commitment twice', () => {
    const registers = {
      [LINES]: [
        { id: 'a', values: { commitment: 'cancer', statement: 'workforce-line', staffGroup: NURSES } },
        {
          id: 'b',
          values: { commitment: 'cancer', statement: 'stated-nil', staffGroup: SUPPORT, share: 0.1 },
        },
        line('c', 'cancer', 0.1, 0),
      ],
    };
    expect(problemsOf(withRegisters(registers)).map(({ pointer: at, rule }) => `${at} ${rule}`)).toEqual([
      `${pointer(LINES, 0, 'share')} line-is-complete`,
      `${pointer(LINES, 1, 'statement')} nil-is-nil`,
      `${pointer(LINES, 2, 'commitment')} entered-once`,
    ]);
  });

  it('refuse a standard that leaves no time to work in', () => {
    const registers = { [STANDARDS]: [{ id: 'visits', values: { ...VISITS, daysAbsent: 260 } }] };
    expect(problemsOf(withRegisters(registers))).toEqual([
      expect.objectContaining({
        pointer: pointer(STANDARDS, 0, 'daysAbsent'),
        message: '260 days away leave no working time of 260 working days',
      }),
    ]);
  });
});

/** Productivity 1.1 % for nurses, in deficit in the years given. */
function deficit(inDeficit: readonly number[]) {
  return {
    'efficiency.productivity': { [NURSES]: [0, 0.011, 0.011] },
    'efficiency.in-deficit': { 'all-staff': inDeficit },
  };
}
