import type { ProjectionInput } from '#modules/projection';
import { LEVY_RECEIVED, usualLevers } from '../catalogue';
import type { Lever } from '../model';
import {
  levyLimit,
  limitFigure,
  PlanModel,
  shortfallLimit,
  type Limit,
  type Objective,
  type PlanRequest,
} from '../plan';
import type { AskedLever, AskedLimit, AskedPlan } from './asked';
import { limitOf } from './asked-limits';

/** Names of staff groups by code, for words. */
export type GroupNames = Readonly<Record<string, string>>;

const RISK_DRAWS = 60;
const RISK_SEED = '0';

/** Key of a lever within a request: the catalogue's key is one lever for each staff group. */
export function leverKey({ lever, staffGroup }: Pick<AskedLever, 'lever' | 'staffGroup'>): string {
  return `${staffGroup}.${lever}`;
}

/** The levers as asked: what they do comes from the catalogue, bounds and prices from the planner. */
export function leversOf(
  asked: Pick<AskedPlan, 'levers' | 'staffGroups'>,
  names: GroupNames,
): readonly Lever[] {
  return asked.levers.flatMap((one) => {
    const offered = usualLevers(one.staffGroup, one.most.length).find(({ key }) => key === one.lever);
    if (offered === undefined) return [];
    const { most, ramp, leadMonths, unitCost, pool, wholeUpTo = offered.wholeUpTo } = one;
    const group = names[one.staffGroup] ?? one.staffGroup;
    const label = asked.staffGroups.length > 1 ? `${offered.label}, ${group}` : offered.label;
    const { suppliedBy } = offered;
    const supply =
      suppliedBy === undefined
        ? {}
        : { suppliedBy: leverKey({ lever: suppliedBy, staffGroup: one.staffGroup }) };
    return [
      { ...offered, key: leverKey(one), label, most, ramp, leadMonths, unitCost, pool, wholeUpTo, ...supply },
    ];
  });
}

/**
 * The request of the optimiser for what a planner asked. Bounds that are relative to the plan are worked out on the
 * projections.
 *
 * @throws RangeError if there is no organisation, or a limit asks for a year or group that the projections have not
 */
export function planRequestOf(
  inputs: readonly ProjectionInput[],
  asked: AskedPlan,
  names: GroupNames,
): PlanRequest {
  const drafts = [
    ...asked.limits.map((limit) => ({ limit, draft: limitOf(limit) })),
    ...unusedOffers(inputs, asked),
  ];
  const model = new PlanModel(inputs, {
    levers: [],
    limits: drafts.map(({ draft }) => draft),
    objective: { kind: 'least-cost' },
  });
  const values = model.valuesAt([]);
  const limits = drafts.map(({ limit, draft }): Limit => {
    const bound =
      limit.basis === 'amount' ? limit.bound : limit.bound * limitFigure(draft, model, [], values).value;
    return { ...draft, bound, label: named(draft.label, names) };
  });
  return { levers: leversOf(asked, names), limits, objective: objectiveOf(asked, model) };
}

/** Where levy is received, no more is offered and left unused than is planned: it would be lost to both. */
function unusedOffers(
  inputs: readonly ProjectionInput[],
  { levers }: AskedPlan,
): readonly { readonly limit: Pick<AskedLimit, 'basis' | 'bound'>; readonly draft: Limit }[] {
  const [first] = inputs;
  if (first === undefined || !levers.some(({ lever }) => lever === LEVY_RECEIVED)) return [];
  const { firstYear, years } = first.calendar;
  return Array.from({ length: years }, (_, year) => ({
    limit: { basis: 'of-planned', bound: 1 },
    draft: levyLimit({ organisation: null }, { year: firstYear + year, what: 'not-used', most: 0 }),
  }));
}

/** What is made least over the years of the round. */
export function objectiveOf(
  { objective, staffGroups }: AskedPlan,
  { firstYear, years: count }: Pick<PlanModel, 'firstYear' | 'years'>,
): Objective {
  const years = Array.from({ length: count }, (_, year) => firstYear + year);
  switch (objective) {
    case 'least-cost':
      return { kind: 'least-cost' };
    case 'least-shortfall':
      return { kind: 'least-shortfall', staffGroups, years };
    case 'least-risk':
      return { kind: 'least-risk', staffGroups, years, draws: RISK_DRAWS, seed: RISK_SEED };
  }
}

/**
 * What the plan aims at, to hold others against: the last limit on a shortfall, or where there is none, the shortfall of
 * the last year without a bound.
 */
export function aimOfPlan(
  { limits, objective }: PlanRequest,
  { firstYear, years }: Pick<PlanModel, 'firstYear' | 'years'>,
  names: GroupNames,
): Limit | null {
  const asked = limits.filter((limit) => limit.kind === 'sum' && limit.shortfalls.length > 0).at(-1);
  if (asked !== undefined || objective.kind === 'least-cost') return asked ?? null;
  const year = firstYear + years - 1;
  const { staffGroups } = objective;
  const aim = shortfallLimit({ organisation: null }, { staffGroups, year, most: Number.MAX_VALUE });
  return { ...aim, label: named(aim.label, names) };
}

/** Words with names in the place of codes, longest codes first. */
export function named(words: string, names: GroupNames): string {
  return Object.entries(names)
    .sort(([left], [right]) => right.length - left.length)
    .reduce((text, [code, name]) => text.replaceAll(code, name), words);
}
