import * as fc from 'fast-check';
import { simulate } from '#engine';
import { assume, BASE, NURSES, SUPPORT, withGroup } from '../../../test/support/example-projection';
import { residualDeviation, residualGrowthErrorOf } from '../calibration/residual-growth-error';
import { CompileMemory } from '../compilation';
import {
  bandOf,
  compileProjection,
  HEADLINE_MEASURES,
  joinDraws,
  project,
  projectDraws,
  seriesOf,
  type ProjectionInput,
} from '../projection';
import { parameterByKey } from '../registry';
import { assumptionDraws } from './draw-assumptions';
import { deriveLines } from '../projection/derive-lines';
import { residualGrowth, strayed } from './residual-growth';
import { uncertainProjection } from '../../../test/support/uncertain-projection';
import { headlineInput } from './headline-input';
import { uncertainAssumptions } from './uncertain-assumptions';

const LEAVERS = 'retention.leaver-rate';

/** A value with a range in every year. */
function ranged(input: ProjectionInput, parameter: string, group: string, [low, value, high]: number[]) {
  const all = (each: number | undefined): number[] =>
    new Array<number>(input.calendar.years + 1).fill(each ?? NaN);
  const byGroup = {
    ...input.assumptions[parameter],
    [group]: { values: all(value), low: all(low), high: all(high) },
  };
  return { ...input, assumptions: { ...input.assumptions, [parameter]: byGroup } };
}

const CERTAIN: ProjectionInput = { ...BASE, seed: '42', draws: 150, assumptions: assume({}) };
const UNCERTAIN = [
  [LEAVERS, NURSES, [0.07, 0.085, 0.13]],
  [LEAVERS, SUPPORT, [0.1, 0.14, 0.2]],
  ['sickness-absence.rate', NURSES, [0.043, 0.055, 0.071]],
  ['growth.requirement-growth', NURSES, [0.01, 0.02, 0.03]],
  ['growth.establishment-growth', SUPPORT, [-0.01, 0, 0.01]],
  ['pay-bill.pay-award', 'all-staff', [0.02, 0.025, 0.035]],
].reduce<ProjectionInput>(
  (input, [parameter, group, range]) =>
    ranged(input, parameter as string, group as string, range as number[]),
  CERTAIN,
);

describe('draws of an organisation', () => {
  const draws = projectDraws(UNCERTAIN);

  it('have the central case as draw 0, to the bit', () => {
    const central = project(UNCERTAIN);
    for (const { code, series } of central.staffGroups) {
      for (const measure of HEADLINE_MEASURES) {
        expect([...draws.table.drawOf(seriesOf(draws, code, measure), 0)]).toEqual(series[measure]);
      }
    }
    expect(draws.months).toEqual(central.months);
  });

  it('need no dimension that changes no headline measure', () => {
    const aged: ProjectionInput = {
      ...UNCERTAIN,
      ageBands: [
        { code: 'below-55', widthYears: 30 },
        { code: 'from-55', widthYears: null },
      ],
      staffGroups: UNCERTAIN.staffGroups.map((group) => ({ ...group, ageShares: [0.8, 0.2] })),
    };
    const central = compileProjection(aged);
    const whole = simulate(central.engine);
    const reduced = simulate(compileProjection(headlineInput(aged, central.engine)).engine);
    whole.groups.forEach((group, index) => {
      const other = reduced.groups[index];
      for (const measure of ['headcount', 'fte', 'availableFte'] as const) {
        group[measure].forEach((value, month) => {
          const difference = Math.abs(value - (other?.[measure][month] ?? NaN));
          expect(difference).toBeLessThanOrEqual(1e-10 * value);
        });
      }
    });
    expect(compileProjection(headlineInput(aged, central.engine)).engine.groups[0]?.headcount).toHaveLength(
      aged.bands.length,
    );
  });

  it('are what a whole projection on the drawn assumptions gives, with the factors of the residual', () => {
    const input = uncertainProjection(40);
    const result = projectDraws(input);
    const assumptionsOf = assumptionDraws(input);
    const { context } = compileProjection(input);
    for (let draw = 1; draw <= 40; draw += 1) {
      const compiled = compileProjection({ ...input, assumptions: assumptionsOf(draw) });
      simulate(compiled.engine).groups.forEach((group, index) => {
        const factors = residualGrowth(context.groups[index]!, context)(draw);
        const lines = deriveLines(strayed(group, factors), index, compiled);
        for (const measure of HEADLINE_MEASURES) {
          const drawn = result.table.drawOf(seriesOf(result, group.code, measure), draw);
          const size = Math.max(...lines[measure].map(Math.abs), 1e-6);
          lines[measure].forEach((value, month) => {
            expect(Math.abs(value - (drawn[month] ?? NaN))).toBeLessThanOrEqual(1e-9 * size);
          });
        }
      });
    }
  });

  it('are the same bits in any parts and order', () => {
    const parts = [
      { from: 90, to: 151 },
      { from: 0, to: 3 },
      { from: 3, to: 90 },
    ].map((range) => projectDraws(UNCERTAIN, range));
    expect(joinDraws(parts).table.values).toEqual(draws.table.values);
  });

  it('change with the seed, except for draw 0', () => {
    const range = { from: 0, to: 2 };
    const [one, other] = ['42', '43'].map((seed) => projectDraws({ ...UNCERTAIN, seed }, range));
    const series = seriesOf(draws, NURSES, 'fte');
    expect(one?.table.drawOf(series, 0)).toEqual(other?.table.drawOf(series, 0));
    expect(one?.table.drawOf(series, 1)).not.toEqual(other?.table.drawOf(series, 1));
  });

  it('sum the groups of each draw', () => {
    const last = draws.months.length - 1;
    const total = draws.table.at(seriesOf(draws, 'all-staff', 'fte'), last);
    const groups = draws.staffGroups
      .slice(0, -1)
      .map((code) => draws.table.at(seriesOf(draws, code, 'fte'), last));
    total.forEach((value, draw) => {
      expect(value).toBeCloseTo(
        groups.reduce((sum, group) => sum + (group[draw] ?? NaN), 0),
        9,
      );
    });
  });

  it('give a range that starts at a point, holds the central case and widens', () => {
    const band = bandOf(draws, NURSES, 'fte');
    const width = (month: number): number => (band.p90[month] ?? NaN) - (band.p10[month] ?? NaN);
    const last = draws.months.length - 1;
    expect(width(0)).toBe(0);
    expect(width(12)).toBeGreaterThan(0);
    expect(width(last)).toBeGreaterThan(width(12));
    expect(band.central[last]).toBeGreaterThan(band.p10[last] ?? NaN);
    expect(band.central[last]).toBeLessThan(band.p90[last] ?? NaN);
    expect(band.p50[last]).toBeGreaterThan(band.p10[last] ?? NaN);
  });

  it('spread without any range of an assumption by the residual growth error alone', () => {
    const residual = projectDraws(CERTAIN);
    const last = residual.months.length - 1;
    const fte = residual.table.at(seriesOf(residual, NURSES, 'fte'), last);
    const logs = [...fte.subarray(1)].map((value) => Math.log(value / (fte[0] ?? NaN)));
    const deviation = Math.sqrt(logs.reduce((sum, each) => sum + each * each, 0) / logs.length);
    const expected = residualDeviation(residualGrowthErrorOf(1278.4), last);
    expect(Math.abs(deviation / expected - 1)).toBeLessThan(5 / Math.sqrt(2 * logs.length));
    const requirement = residual.table.at(seriesOf(residual, NURSES, 'requirement'), last);
    expect(new Set(requirement).size).toBe(1);
  });

  it('reach a tenth of draws beyond each end of an assumption', () => {
    const drawn = Array.from({ length: 4000 }, (_, draw) => {
      const values = assumptionDraws(UNCERTAIN)(draw + 1)[LEAVERS]?.[NURSES]?.values ?? [];
      expect(new Set(values).size).toBe(1);
      return values[0] ?? NaN;
    });
    const share = (isBeyond: (value: number) => boolean): number => drawn.filter(isBeyond).length / 4000;
    const error = 5 * Math.sqrt(0.09 / 4000);
    expect(Math.abs(share((value) => value < 0.07) - 0.1)).toBeLessThan(error);
    expect(Math.abs(share((value) => value > 0.13) - 0.1)).toBeLessThan(error);
    expect(Math.abs(share((value) => value < 0.085) - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / 4000));
  });

  it('of small teams spread further by chance, around the same middle, with the same draw 0', () => {
    const input = withGroup({ headcount: 24, fte: 20, establishment: 22 }, { ...CERTAIN, draws: 300 });
    const range = { from: 0, to: 301 };
    const [without, small] = [input, { ...input, smallTeams: { below: 30 } }].map((each) =>
      projectDraws(each, range),
    );
    const spreadOf = (result: typeof without, group: string) => {
      const band = bandOf(result!, group, 'headcount');
      return (band.p90[12] ?? NaN) - (band.p10[12] ?? NaN);
    };
    const series = seriesOf(small!, NURSES, 'headcount');
    expect(small!.table.drawOf(series, 0)).toEqual(without!.table.drawOf(series, 0));
    expect(spreadOf(small, NURSES)).toBeGreaterThan(1.05 * spreadOf(without, NURSES));
    expect(spreadOf(small, SUPPORT)).toBe(spreadOf(without, SUPPORT));
    const middle = bandOf(small!, NURSES, 'headcount');
    expect(Math.abs((middle.p50[12] ?? NaN) - (middle.central[12] ?? NaN))).toBeLessThan(1);
  });

  it('share a part of their scores between organisations', () => {
    const scores = ['A', 'B'].map((code) => {
      const [assumption] = uncertainAssumptions({ ...UNCERTAIN, organisation: { code, name: code } });
      return Array.from({ length: 4000 }, (_, draw) => assumption?.scoreOf(draw + 1) ?? NaN);
    });
    const correlation =
      (scores[0] ?? []).reduce((sum, score, draw) => sum + score * (scores[1]?.[draw] ?? NaN), 0) / 4000;
    const rho = parameterByKey('growth.establishment-growth')?.uncertainty?.nationalShare ?? NaN;
    expect(Math.abs(correlation - rho)).toBeLessThan(5 / Math.sqrt(4000));
  });

  it('leave representation alone: it moves no headline measure', () => {
    const input = ranged(CERTAIN, 'representation.bme-share-of-joiners', NURSES, [0.1, 0.3, 0.5]);
    expect(uncertainAssumptions(input)).toEqual([]);
  });
});

describe('a compilation with a memory', () => {
  it('gives what one without gives, whichever assumptions change', () => {
    const memory = new CompileMemory();
    const everything = Object.entries(BASE.assumptions).flatMap(([parameter, byGroup]) =>
      Object.keys(byGroup).map((group) => [parameter, group] as const),
    );
    const change = fc.record({
      cell: fc.constantFrom(...everything),
      factor: fc.double({ min: 0.9, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const assumptions = changes.reduce((all, { cell: [parameter, group], factor }) => {
          const values = (all[parameter]?.[group]?.values ?? []).map((value) => value * factor);
          return { ...all, [parameter]: { ...all[parameter], [group]: { values } } };
        }, BASE.assumptions);
        const input = { ...BASE, assumptions };
        const { engine, establishment, requirement, notices } = compileProjection(input, memory);
        const fresh = compileProjection(input);
        expect({ engine, establishment, requirement, notices }).toEqual({
          engine: fresh.engine,
          establishment: fresh.establishment,
          requirement: fresh.requirement,
          notices: fresh.notices,
        });
      }),
    );
  });
});
