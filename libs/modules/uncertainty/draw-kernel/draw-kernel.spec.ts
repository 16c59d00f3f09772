import * as fc from 'fast-check';

import { simulate } from '#engine';
import { NURSES, SUPPORT } from '../../../../test/support/example-projection';
import { uncertainProjection } from '../../../../test/support/uncertain-projection';
import { CompileMemory } from '../../compilation';
import {
  compileProjection,
  HEADLINE_MEASURES,
  type ProjectionInput,
  type ResolvedValue,
} from '../../projection';
import { deriveLines } from '../../projection/derive-lines';
import type { Registers } from '../../register';
import { assumptionDraws } from '../draw-assumptions';
import { headlineInput } from '../headline-input';
import { residualGrowth, strayed } from '../residual-growth';
import { DrawKernel } from './draw-kernel';

const DRAWS = 2;
const GROUPS = [NURSES, SUPPORT, 'central-functions'];
const BASE = uncertainProjection(DRAWS);

type Values = Readonly<Record<string, Readonly<Record<string, number>>>>;

function withCase(values: Values, registers: Registers, ages: boolean): ProjectionInput {
  const assumptions = { ...BASE.assumptions };
  for (const [key, byGroup] of Object.entries(values)) {
    const everyYear = Object.entries(byGroup).map(([group, value]) => [
      group,
      { values: new Array<number>(BASE.calendar.years + 1).fill(value) },
    ]);
    assumptions[key] = { ...assumptions[key], ...(Object.fromEntries(everyYear) as object) };
  }
  const input = { ...BASE, assumptions, registers };
  if (!ages) return input;
  return {
    ...input,
    ageBands: [
      { code: 'below-55', fromAge: 25, widthYears: 30 },
      { code: 'from-55', fromAge: 55, widthYears: null },
    ],
    staffGroups: input.staffGroups.map((group) => ({ ...group, ageShares: [0.8, 0.2] })),
  };
}

/** A parameter of nurses with a range of its own. */
function withRange(key: string, range: ResolvedValue): ProjectionInput {
  const byGroup = { ...BASE.assumptions[key], [NURSES]: range };
  return { ...BASE, assumptions: { ...BASE.assumptions, [key]: byGroup } };
}

function kernelOf(input: ProjectionInput): DrawKernel | null {
  const memory = new CompileMemory();
  const { engine } = compileProjection(input);
  return DrawKernel.of(compileProjection(headlineInput(input, engine), memory), memory);
}

/** Largest difference between the kernel and a whole projection, relative to the largest value of the line. */
function furthest(input: ProjectionInput): number {
  const central = compileProjection(input);
  const kernel = kernelOf(input);
  if (kernel === null) throw new Error('the kernel does not take this input');
  const { context } = central;
  const assumptionsOf = assumptionDraws(input);
  const ends = context.timeline.monthEnds.length;
  let worst = 0;
  for (let draw = 1; draw <= DRAWS; draw += 1) {
    const factors = context.groups.map((start) => residualGrowth(start, context)(draw));
    const lines = new Float64Array(context.groups.length * HEADLINE_MEASURES.length * ends);
    expect(kernel.write(draw, lines, factors)).toBe(true);
    const compiled = compileProjection({ ...input, assumptions: assumptionsOf(draw) });
    simulate(compiled.engine).groups.forEach((group, index) => {
      const expected = deriveLines(strayed(group, factors[index]!), index, compiled);
      HEADLINE_MEASURES.forEach((measure, place) => {
        const size = Math.max(...expected[measure].map(Math.abs), 1e-6);
        const first = (index * HEADLINE_MEASURES.length + place) * ends;
        expected[measure].forEach((value, end) => {
          worst = Math.max(worst, Math.abs(value - lines[first + end]!) / size);
        });
      });
    });
  }
  return worst;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const perGroup = (value: fc.Arbitrary<number>): fc.Arbitrary<Readonly<Record<string, number>>> =>
  fc.record(Object.fromEntries(GROUPS.map((group) => [group, value])));
const people = fc.double({ min: 1, max: 60, noNaN: true });

/** Whatever changes the course of a formula: bases, caps, targets, modes, zones. */
const anyValues: fc.Arbitrary<Values> = fc.record(
  {
    'growth.share-of-vacancies-filled': perGroup(fc.constantFrom(0, 0.1, 1)),
    'growth.joiners-wider-labour-market': perGroup(people),
    'growth.joiners-other-nhs': perGroup(people),
    'growth.unmet-need': perGroup(fc.constantFrom(0, 0.05)),
    'training-supply.newly-qualified': perGroup(people),
    'training-supply.preceptorship-months': perGroup(fc.constantFrom(0, 1, 6)),
    'training-supply.preceptorship-productivity': perGroup(share),
    'international-recruitment.arrivals-registered': perGroup(people),
    'apprenticeship-levy.completions': perGroup(people),
    'retention.leaver-rate-basis': perGroup(fc.constantFrom(0, 2)),
    'retention.leaver-rate-excludes': perGroup(fc.constantFrom(0, 1, 2, 3)),
    'retention.planned-exits': perGroup(fc.double({ min: 0, max: 20, noNaN: true })),
    'retention.return-to-practice': perGroup(people),
    'retention.leave-return-share': perGroup(share),
    'sickness-absence.months-to-target': perGroup(fc.constantFrom(0, 12, 40)),
    'sickness-absence.target-rate': perGroup(fc.double({ min: 0.02, max: 0.08, noNaN: true })),
    'temporary-staffing.bank-at-start': perGroup(fc.constantFrom(0, 3, 90)),
    'temporary-staffing.agency-at-start': perGroup(fc.constantFrom(0, 2, 40)),
    'temporary-staffing.bank-cap': perGroup(fc.constantFrom(1, 0.02)),
    'temporary-staffing.agency-cap': perGroup(fc.constantFrom(1, 0.005)),
    'temporary-staffing.agency-reduction': perGroup(fc.constantFrom(0, 0.3, 1)),
    'temporary-staffing.demand-above-establishment': perGroup(fc.constantFrom(0, 5)),
    'efficiency.in-deficit': perGroup(fc.constantFrom(0, 1)),
    'pay-bill.high-cost-area': fc.record({ 'all-staff': fc.constantFrom(0, 1, 2, 3) }),
    'pay-bill.position-in-scale': perGroup(share),
  },
  { requiredKeys: [] },
);

const INTERVENTION = {
  name: 'Flexible working',
  staffGroup: NURSES,
  effect: 0.2,
  coverage: 0.5,
  startMonth: '2026-09',
  fullMonth: '2027-03',
  participationChange: 0.01,
  costAYear: 1000,
  evidence: 'local evaluation',
};
const COMMITMENT = {
  commitment: 'cancer',
  statement: 'workforce-line',
  staffGroup: NURSES,
  share: 0.2,
  growth: { '2026': 0.05 },
};
const STANDARD = {
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
const SCHEME = {
  name: 'Ward reconfiguration',
  kind: 'cash-releasing',
  staffGroup: SUPPORT,
  wte: 12,
  pounds: 400_000,
  start: '2026-10',
  recurrence: 'recurrent',
  peopleLeaving: 5,
  owner: 'Chief nurse',
  deliveryRisk: 'low',
  probability: 0.9,
  counting: 'in-full',
  qualityImpact: 'accepted',
};
const PROGRAMME = {
  programme: 'Adult nursing BSc',
  provider: 'Example University',
  staffGroup: NURSES,
  commissioned: { '2024': 100 },
  intakeMonth: 'september',
  courseMonths: 36,
  lagMonths: 1,
};
const ROTATION = {
  programme: 'Core medical training',
  grade: 'core-training',
  staffGroup: NURSES,
  posts: { '2025': 40, '2026': 50 },
  fillRate: { '2025': 0.9, '2026': 0.8 },
};
const COHORT = {
  name: 'June',
  staffGroup: NURSES,
  country: 'IN',
  offers: 20,
  firstMonth: '2026-06',
  source: 'direct',
};
const APPRENTICES = {
  standard: 'ST0781',
  donorGroup: SUPPORT,
  targetGroup: NURSES,
  starts: { '2026': 20 },
  intakeMonth: '09',
};
const CONVERSION = {
  name: 'Top-up degree',
  fromGroup: SUPPORT,
  toGroup: NURSES,
  startsByYear: { 2026: 24 },
  lagMonths: 6,
  completionRate: 0.75,
};
const SUBSTITUTION = {
  name: 'Nursing associates',
  staffGroup: NURSES,
  substituteGroup: SUPPORT,
  substituteFte: { 2026: 40 },
  coverage: 0.5,
};
const entries = (values: object): fc.Arbitrary<Registers[string]> =>
  fc.constantFrom([], [{ id: 'a', values }]) as fc.Arbitrary<Registers[string]>;
const anyRegisters: fc.Arbitrary<Registers> = fc.record({
  'retention.interventions': entries(INTERVENTION),
  'growth.service-commitments': entries(COMMITMENT),
  'growth.workload-standards': entries(STANDARD),
  'efficiency.schemes': entries(SCHEME),
  'training-supply.programmes': entries(PROGRAMME),
  'training-supply.rotational-posts': entries(ROTATION),
  'international-recruitment.cohorts': entries(COHORT),
  'apprenticeship-levy.starts': entries(APPRENTICES),
  'skill-mix.conversion-programmes': entries(CONVERSION),
});

describe('the draw kernel', () => {
  it('gives what a whole projection on the drawn assumptions gives', () => {
    fc.assert(
      fc.property(anyValues, anyRegisters, fc.boolean(), (values, registers, ages) => {
        expect(furthest(withCase(values, registers, ages))).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('takes groups with ranges that it reads once, by the modules', () => {
    const years = (value: number): number[] => new Array<number>(BASE.calendar.years + 1).fill(value);
    const range = { values: years(0.1), low: years(0.05), high: years(0.2) };
    expect(furthest(withRange('retention.share-end-of-contract', range))).toBeLessThan(1e-9);
    const conversions = { values: years(6), low: years(3), high: years(9) };
    expect(furthest(withRange('skill-mix.conversions', conversions))).toBeLessThan(1e-9);
  });

  it('leaves to the modules what moves every group: substitutions, chance, another start', () => {
    expect(kernelOf(BASE)).not.toBeNull();
    expect(kernelOf({ ...BASE, smallTeams: { below: 400 } })).toBeNull();
    const registers = { 'skill-mix.substitutions': [{ id: 'a', values: SUBSTITUTION }] } as Registers;
    expect(kernelOf({ ...BASE, registers })).toBeNull();
    const years = (value: number): number[] => new Array<number>(BASE.calendar.years + 1).fill(value);
    const range = { values: years(0.9), low: years(0.85), high: years(0.95) };
    expect(kernelOf(withRange('retention.participation-at-start', range))).toBeNull();
  });

  it('hands back a draw with joiners that the central case has not', () => {
    const years = (value: number): number[] => new Array<number>(BASE.calendar.years + 1).fill(value);
    const arrivals = { values: years(0), low: years(0), high: years(10) };
    const input = withRange('international-recruitment.arrivals-registered', arrivals);
    const central = compileProjection(input);
    const kernel = kernelOf(input)!;
    const { groups, timeline } = central.context;
    const factors = groups.map(() => new Float64Array(timeline.monthEnds.length).fill(1));
    const lines = new Float64Array(groups.length * HEADLINE_MEASURES.length * timeline.monthEnds.length);
    const taken = Array.from({ length: 20 }, (_, draw) => kernel.write(draw + 1, lines, factors));
    expect(new Set(taken)).toEqual(new Set([true, false]));
  });
});
