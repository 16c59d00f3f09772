import { project, ProjectionInputError, type ProjectionInput } from '../projection';
import { assume, BASE, codes, NURSES, seriesOf, still, sum } from '../../../test/support/example-projection';
import { EFFICIENCY_SCHEMES } from './schemes.register';

const SCHEME = {
  name: 'Ward reconfiguration',
  kind: 'cash-releasing',
  staffGroup: NURSES,
  wte: 20,
  start: '2026-09',
  recurrence: 'recurrent',
  owner: 'Director of Nursing',
  deliveryRisk: 'medium',
  qualityImpact: 'agreed',
};
/** Position of August and of September 2026, and of August and September 2027: the example begins in November 2025. */
const [AUGUST, SEPTEMBER, AUGUST_LATER, SEPTEMBER_LATER] = [9, 10, 21, 22];

const flat = {
  ...still(NURSES),
  'growth.requirement-growth': { [NURSES]: 0 },
  'efficiency.productivity': { [NURSES]: 0 },
};

function withSchemes(...changes: readonly object[]): ProjectionInput {
  const schemes = changes.map((change, index) => ({ id: `s${index}`, values: { ...SCHEME, ...change } }));
  return { ...BASE, assumptions: assume(flat), registers: { [EFFICIENCY_SCHEMES.key]: schemes } };
}

function nurses(...changes: readonly object[]) {
  return seriesOf(project(withSchemes(...changes)));
}

describe('efficiency schemes', () => {
  const without = seriesOf(project({ ...BASE, assumptions: assume(flat) }));
  const posts = (month: number): number => without.establishment[month] ?? NaN;

  it('remove posts from their first month on, and people only where stated', () => {
    const series = nurses({}, { wte: 5, peopleLeaving: 4 });
    expect(series.establishment[AUGUST]).toBe(posts(AUGUST));
    expect(series.establishment[SEPTEMBER]).toBeCloseTo(posts(SEPTEMBER) - 25, 9);
    expect(series.establishment.at(-1)).toBeCloseTo(posts(28) - 25, 9);
    expect(series['exits-planned'][SEPTEMBER]).toBe(4);
    expect(sum(series['exits-planned'])).toBe(4);
    expect(series.requirement).toEqual(without.requirement);
  });

  it('end after 12 months where they are not recurrent', () => {
    const series = nurses({ recurrence: 'non-recurrent' });
    expect(series.establishment[AUGUST_LATER]).toBeCloseTo(posts(AUGUST_LATER) - 20, 9);
    expect(series.establishment[SEPTEMBER_LATER]).toBe(posts(SEPTEMBER_LATER));
  });

  it('that started before the baseline are in it, and give back their posts when they end', () => {
    const recurrent = nurses({ start: '2025-06' });
    expect(recurrent.establishment).toEqual(without.establishment);
    const ending = nurses({ start: '2025-06', recurrence: 'non-recurrent' });
    expect(ending.establishment[0]).toBe(posts(0));
    expect(ending.establishment[7]).toBeCloseTo(posts(7) + 20, 9);
  });

  it('that release time lower the requirement, unless that is the productivity assumed', () => {
    const released = nurses(
      { kind: 'time-releasing' },
      { kind: 'technology', wte: 3, relationToProductivity: 'on-top' },
    );
    expect(released.requirement[AUGUST]).toBe(without.requirement[AUGUST]);
    expect(released.requirement[SEPTEMBER]).toBeCloseTo((without.requirement[SEPTEMBER] ?? NaN) - 23, 9);
    expect(released.establishment).toEqual(without.establishment);
    const partOf = nurses({ kind: 'technology', relationToProductivity: 'part-of-productivity' });
    expect(partOf.requirement).toEqual(without.requirement);
  });

  it.each([
    ['unidentified', { kind: 'unidentified' }],
    ['refused on quality', { qualityImpact: 'refused', peopleLeaving: 10 }],
  ])('that are %s change nothing', (_, change) => {
    expect(nurses(change)).toEqual(without);
  });

  it('count by their probability only where so stated', () => {
    expect(nurses({ probability: 0.5 }).establishment[SEPTEMBER]).toBeCloseTo(posts(SEPTEMBER) - 20, 9);
    const weighed = nurses({ probability: 0.5, counting: 'by-probability', peopleLeaving: 4 });
    expect(weighed.establishment[SEPTEMBER]).toBeCloseTo(posts(SEPTEMBER) - 10, 9);
    expect(weighed['exits-planned'][SEPTEMBER]).toBe(2);
  });

  it('never remove more posts than there are, and say so', () => {
    const output = project(withSchemes({ wte: 2000 }));
    expect(Math.min(...seriesOf(output).establishment)).toBe(0);
    expect(codes(output)).toContain(`scheme-posts-unmet ${NURSES}`);
  });

  it.each([
    ['a staff group', { staffGroup: '' }, 'staffGroup', 'scheme-has-staff-group'],
    ['its probability', { counting: 'by-probability' }, 'probability', 'probability-is-given'],
    [
      'people only with posts',
      { kind: 'technology', peopleLeaving: 1 },
      'peopleLeaving',
      'people-leave-with-posts',
    ],
    [
      'released time for a relation to productivity',
      { relationToProductivity: 'on-top' },
      'relationToProductivity',
      'relation-of-released-time',
    ],
  ])('need %s', (_, change, field, rule) => {
    let problems: unknown = [];
    try {
      project(withSchemes(change));
    } catch (error) {
      problems = error instanceof ProjectionInputError ? error.details : error;
    }
    expect(problems).toEqual([
      expect.objectContaining({ pointer: `/registers/efficiency.schemes/0/values/${field}`, rule }),
    ]);
  });
});
