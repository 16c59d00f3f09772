import { EXIT_CAUSES, expm1, log1p, retain, type EngineGroup } from '#engine';

import {
  monthlyFactor,
  productOfSeries,
  type Compiled,
  type CompileContext,
  type JoinerPlan,
  type StartGroup,
} from '../compilation';
import type { ProjectionNotice } from '../projection/projection-output';
import { exitShares, monthlyByCause } from './exit-causes';
import {
  interventionsFor,
  interventionsOf,
  participationFactors,
  reductionByMonth,
  type Intervention,
} from './interventions';
import { retirementBands, retirementFactors } from './retirement-by-age';

const VOLUNTARY = EXIT_CAUSES.indexOf('voluntary');
const RETIREMENT = EXIT_CAUSES.indexOf('retirement');

/** Exits of a group as the engine takes them. */
export type Exits = Pick<
  EngineGroup,
  'plannedExits' | 'exitProbability' | 'shareToSameSystem' | 'shareToOtherNhs' | 'participationFactor'
>;

/** Exits with the factors by age that they were made with. */
export interface CompiledExits extends Exits {
  /** Factors on the hazard of retirement by age band; null where it does not depend on age. */
  readonly retirementFactors: readonly number[] | null;
}

/**
 * Exits of a group: monthly probabilities by cause from the turnover entered, those of leaving of one's
 * own accord lowered by the interventions (`1 - (1 - m)^(1 - r)`), those of retirement by age where ages
 * are known. Participation changes by `(1 + change)^(1/12)` a month, and by what interventions change.
 */
export function compileExits(start: StartGroup, context: CompileContext): Compiled<CompiledExits> {
  const { assumptions, input, timeline } = context;
  const { code } = start.group;
  const shares = exitShares(start, context);
  const interventions = interventionsFor(interventionsOf(input, timeline), code);
  const byCause = monthlyByCause(start, shares, context).map((byMonth, cause) =>
    cause === VOLUNTARY ? retained(byMonth, interventions) : byMonth,
  );
  const factors = retirementByAge(start, byCause, context);
  const ages = input.ageBands.length;
  const participation = assumptions.monthly('retention.participation-change', code, monthlyFactor);
  const ofInterventions = participationFactors(interventions, timeline.months);
  return {
    part: {
      plannedExits: assumptions.planned('retention.planned-exits', code, 'planned-exits'),
      exitProbability: byCause.map((byMonth, cause) =>
        cause === RETIREMENT && factors.part !== null
          ? byAge(byMonth, factors.part)
          : repeatByAge(byMonth, ages),
      ),
      shareToSameSystem: assumptions.spread(shares.toSameSystem),
      shareToOtherNhs: assumptions.spread(shares.toOtherNhs),
      participationFactor: productOfSeries(participation, ofInterventions),
      retirementFactors: factors.part,
    },
    notices: [...shares.notices, ...factors.notices],
  };
}

/** Returners from unpaid leave and to practice entered as a number, people a month. */
export function compileReturners(
  { group }: StartGroup,
  { assumptions }: CompileContext,
): readonly JoinerPlan[] {
  return [
    {
      source: 'return-to-practice',
      people: assumptions.planned('retention.return-to-practice', group.code, 'return-to-practice'),
    },
    {
      source: 'return-from-leave',
      people: assumptions.planned('retention.return-from-leave', group.code, 'return-from-leave'),
    },
  ];
}

function retained(byMonth: readonly number[], interventions: readonly Intervention[]): readonly number[] {
  if (interventions.length === 0) return byMonth;
  const reductions = reductionByMonth(interventions, byMonth.length);
  return byMonth.map((probability, month) => retain(probability, reductions[month] ?? 0));
}

/** Null: the group's rate serves every age. */
function retirementByAge(
  start: StartGroup,
  byCause: readonly (readonly number[])[],
  { assumptions, input }: CompileContext,
): Compiled<readonly number[] | null> {
  const { group } = start;
  const bands = retirementBands(start, { assumptions, input });
  if (bands === null) return { part: null, notices: [] };
  const first = byCause.map((byMonth) => byMonth[0] ?? 0);
  const part = retirementFactors(bands, {
    ageShares: group.ageShares,
    retiring: first[RETIREMENT] ?? 0,
    otherStay: first.reduce((stay, chance, cause) => (cause === RETIREMENT ? stay : stay * (1 - chance)), 1),
  });
  return { part, notices: part === null ? [nobodyOfAge(group)] : [] };
}

function nobodyOfAge(group: StartGroup['group']): ProjectionNotice {
  return {
    code: 'retirement-by-age-unused',
    staffGroup: group.code,
    message: `${group.name}: nobody in post is of an age to retire; retirement is a rate of the group.`,
    amount: null,
  };
}

/** The group's monthly probabilities with their hazards times the factor of each age: `1 - (1 - m)^factor`. */
function byAge(byMonth: readonly number[], factors: readonly number[]): readonly number[] {
  return byMonth.flatMap((probability) => {
    const hazard = -log1p(-probability);
    return factors.map((factor) => -expm1(-hazard * factor));
  });
}

/** The same probability for every age. A loop: it makes the longest arrays of a projection. */
function repeatByAge(byMonth: readonly number[], ages: number): readonly number[] {
  if (ages === 1) return byMonth;
  const repeated = new Array<number>(byMonth.length * ages);
  for (let month = 0; month < byMonth.length; month += 1) {
    for (let age = 0; age < ages; age += 1) repeated[month * ages + age] = byMonth[month] as number;
  }
  return repeated;
}
