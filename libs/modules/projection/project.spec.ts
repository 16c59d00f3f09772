import { fteBridge, headcountBridge } from '../growth';
import { isCount, PARAMETERS } from '../registry';
import {
  assume,
  BASE,
  codes,
  last,
  NURSES,
  seriesOf,
  sum,
  withGroup,
} from '../../../test/support/example-projection';
import { MONTHLY_MEASURES, project, ProjectionInputError, type ProjectionInput } from '.';

describe('project', () => {
  const output = project(BASE);
  const end = output.months.length - 1;

  it('reports every measure of every group for every month, from the baseline to the last 31 March', () => {
    expect(output.months[0]).toBe('2025-11');
    expect(output.months.at(-1)).toBe('2028-03');
    for (const { series, headcountByBandAndEthnicity } of output.staffGroups) {
      expect(Object.keys(series).sort()).toEqual([...MONTHLY_MEASURES].sort());
      for (const values of Object.values(series)) expect(values).toHaveLength(output.months.length);
      expect(headcountByBandAndEthnicity.map(({ month }) => month)).toEqual([
        '2025-11',
        '2026-03',
        '2027-03',
        '2028-03',
      ]);
    }
  });

  it('closes both bridges of every group', () => {
    for (const { series } of output.staffGroups) {
      for (const bridge of [
        headcountBridge(series, { from: 0, to: end }),
        fteBridge(series, { from: 4, to: 16 }),
      ]) {
        const change = sum(bridge.parts.map(({ value }) => value));
        expect(bridge.opening + change).toBeCloseTo(bridge.closing, 8);
      }
    }
  });

  it('keeps headcount by band and ethnicity equal to headcount', () => {
    for (const { series, headcountByBandAndEthnicity } of output.staffGroups) {
      for (const { month, values } of headcountByBandAndEthnicity) {
        expect(sum(values)).toBeCloseTo(series.headcount[output.months.indexOf(month)] ?? NaN, 8);
      }
    }
  });

  it('gives the same bits again and tells its progress', () => {
    const told: number[] = [];
    const again = project(BASE, (share) => told.push(share));
    expect(JSON.stringify(again)).toBe(JSON.stringify(output));
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((left, right) => left - right));
  });

  it('doubles with its stocks and planned numbers', () => {
    const counted = new Set(PARAMETERS.filter(isCount).map(({ key }) => key));
    const assumptions = Object.fromEntries(
      Object.entries(BASE.assumptions).map(([key, byGroup]) => [
        key,
        Object.fromEntries(
          Object.entries(byGroup).map(([code, { values }]) => [
            code,
            { values: values.map((value) => value * (counted.has(key) ? 2 : 1)) },
          ]),
        ),
      ]),
    );
    const staffGroups = BASE.staffGroups.map((group) => ({
      ...group,
      headcount: group.headcount * 2,
      fte: group.fte * 2,
      ...(group.establishment === undefined ? {} : { establishment: group.establishment * 2 }),
    }));
    const doubled = project({ ...BASE, assumptions, staffGroups });
    for (const { code, series } of output.staffGroups) {
      for (const measure of MONTHLY_MEASURES) {
        const [one, two] = [last(series[measure]), last(seriesOf(doubled, code)[measure])];
        expect(Math.abs(two - 2 * one)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(two)));
      }
    }
  });

  it('does not depend on an age axis whose rates do not differ', () => {
    const ageBands = [
      { code: 'under-45', widthYears: 20 },
      { code: 'over-45', widthYears: null },
    ];
    const staffGroups = BASE.staffGroups.map((group) => ({ ...group, ageShares: [0.6, 0.4] }));
    const byAge = project({ ...BASE, ageBands, staffGroups });
    for (const { code, series } of output.staffGroups) {
      expect(last(seriesOf(byAge, code).fte)).toBeCloseTo(last(series.fte), 8);
      expect(last(seriesOf(byAge, code)['pay-bill'])).toBeCloseTo(last(series['pay-bill']), 4);
    }
  });

  it('keeps the year total of newly qualified joiners and brings most of them in autumn', () => {
    const joiners = seriesOf(output)['joiners-newly-qualified'];
    const year = joiners.slice(5, 17);
    expect(sum(year)).toBeCloseTo(34, 10);
    expect(output.months[10]).toBe('2026-09');
    expect((joiners[10] ?? 0) + (joiners[11] ?? 0)).toBeCloseTo(0.7 * 34, 10);
  });
});

describe('project, on thin data', () => {
  it('derives headcount from FTE where only FTE is known, and says so', () => {
    const output = project(withGroup({ headcount: 0 }));
    expect(seriesOf(output).headcount[0]).toBeCloseTo(1278.4 / 0.91, 8);
    expect(codes(output)).toContain(`headcount-derived ${NURSES}`);
  });

  it('projects an empty group, which its joiners fill', () => {
    const assumptions = assume({
      'growth.joiners-other-nhs': { [NURSES]: 12 },
      'growth.share-of-vacancies-filled': { [NURSES]: 0.1 },
    });
    const series = seriesOf(
      project({ ...withGroup({ headcount: 0, fte: 0, establishment: 10 }), assumptions }),
    );
    expect(series.headcount[0]).toBe(0);
    expect(last(series.fte)).toBeGreaterThan(0);
  });

  it('fits the given joint profile and says what cannot be met', () => {
    const given = withGroup({
      bandByEthnicity: BASE.bands.flatMap((_, band) => (band === 3 ? [1, 0, 0] : [0.6, 0.3, 0.1])),
      bandShares: [0, 0, 0, 0.9, 0.1, 0, 0, 0],
    });
    const output = project(given);
    expect(codes(output)).toContain(`start-state-residual ${NURSES}`);
  });
});

describe('a projection input with a mistake', () => {
  const problemsOf = (input: ProjectionInput) => {
    try {
      project(input);
    } catch (error) {
      if (error instanceof ProjectionInputError) return error.details;
      throw error;
    }
    return [];
  };

  it('names each place, rule and remedy', () => {
    const { 'retention.leaver-rate': turnover, ...rest } = BASE.assumptions;
    const input = withGroup(
      { bandShares: [0.5, 0.4] },
      {
        ...BASE,
        calendar: { ...BASE.calendar, baselineMonth: '2028-03' },
        assumptions: { ...rest, 'retention.leaver-rate': { [NURSES]: { values: [0.1, 8.5] } } },
        policy: { ...BASE.policy, basicPay: {} },
      },
    );
    expect(turnover).toBeDefined();
    const found = problemsOf(input).map(({ pointer, rule }) => `${pointer} ${rule}`);
    expect(found).toEqual(
      expect.arrayContaining([
        '/calendar/baselineMonth before-end',
        '/staffGroups/0/bandShares length',
        '/staffGroups/0/bandShares shares-sum-to-1',
        '/assumptions/retention.leaver-rate complete',
        `/assumptions/retention.leaver-rate/${NURSES}/values length`,
        `/assumptions/retention.leaver-rate/${NURSES}/values/1 within-bounds`,
        '/policy/basicPay/band-2 length',
      ]),
    );
  });

  it.each([
    ['headcount', -1],
    ['fte', -0.5],
    ['fte', Number.NaN],
    ['establishment', Number.POSITIVE_INFINITY],
  ])('refuses an opening %s of %p', (field, stock) => {
    const [first, ...others] = BASE.staffGroups;
    const staffGroups = [{ ...first, [field]: stock }, ...others] as ProjectionInput['staffGroups'];
    expect(problemsOf({ ...BASE, staffGroups })).toEqual([
      expect.objectContaining({ pointer: `/staffGroups/0/${field}`, rule: 'stock' }),
    ]);
  });
});
