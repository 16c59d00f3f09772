import type { ProjectionInput } from '#modules/projection';
import type { NationalRequest, SystemQuestion } from '../decomposition';
import {
  internationalShareLimit,
  leverPool,
  limitFigure,
  payBillLimit,
  PlanModel,
  registeredShareFloor,
  shortfallLimit,
  supervisionLimit,
  type Limit,
  type PlanRequest,
} from '../plan';
import { NURSING, NURSING_SUPPORT } from './staff-routes';
import { usualLevers } from './usual-levers';

/** How the nursing shortfall of a system is to fall, and what must hold meanwhile. */
export interface NursingAim {
  /** Share of the shortfall planned for the last year that may remain. */
  readonly remaining: number;
}

const TOGETHER = { organisation: null } as const;
/** Bounds that a system would set: shares, and pay beyond the plan. */
const MOST_INTERNATIONAL = 0.12;
const MOST_LEARNERS = 0.1;
const MORE_PAY = 1.006;

/** Limits on who joins and who learns, in every year. */
function peopleLimits(years: readonly number[]): readonly Limit[] {
  return [
    ...years.map((year) =>
      internationalShareLimit(TOGETHER, { staffGroup: NURSING, year, most: MOST_INTERNATIONAL }),
    ),
    ...years.map((year) =>
      supervisionLimit(TOGETHER, {
        staffGroup: NURSING,
        learnersIn: [NURSING_SUPPORT],
        year,
        most: MOST_LEARNERS,
      }),
    ),
  ];
}

function yearsOf(inputs: readonly ProjectionInput[]): readonly number[] {
  const calendar = inputs[0]?.calendar;
  if (calendar === undefined) throw new RangeError('there is no organisation to plan for');
  return Array.from({ length: calendar.years }, (_, year) => calendar.firstYear + year);
}

const registeredFloor = (year: number): Limit =>
  registeredShareFloor(TOGETHER, { registered: NURSING, support: NURSING_SUPPORT, year, least: 0 });

/** Part of the shortfall that may remain in a year: an even part of the way has been gone. */
function remainingIn(years: readonly number[], place: number, { remaining }: NursingAim): number {
  return 1 - ((1 - remaining) * (place + 1)) / years.length;
}

/** Limits with bounds from their figures as planned. */
function bounded(
  inputs: readonly ProjectionInput[],
  drafts: readonly Limit[],
  boundOf: (limit: Limit, planned: number) => number,
): readonly Limit[] {
  const model = new PlanModel(inputs, { levers: [], limits: drafts, objective: { kind: 'least-cost' } });
  const values = model.valuesAt([]);
  return drafts.map((limit) => ({
    ...limit,
    bound: boundOf(limit, limitFigure(limit, model, [], values).value),
  }));
}

/**
 * The request for the cheapest plan that leaves no more than a share of the nursing shortfall planned for the round's
 * last year: in the years before, the same part of the way has been gone, the registered share does not fall, international joiners and learners
 * stay within shares, and the pay bill of each year within a share of the plan's.
 */
export function nursingGapRequest(inputs: readonly ProjectionInput[], aim: NursingAim): PlanRequest {
  const years = yearsOf(inputs);
  const drafts = [
    ...years.map((year) => shortfallLimit(TOGETHER, { staffGroups: [NURSING], year, most: 0 })),
    registeredFloor(years.at(-1) ?? 0),
    ...years.map((year) => payBillLimit(TOGETHER, { year, most: 0, basis: 'pay-bill' })),
  ];
  const limits = bounded(inputs, drafts, (limit, planned) => {
    if (limit.kind !== 'sum') return planned;
    if (limit.unit === 'pounds') return planned * MORE_PAY;
    return planned * remainingIn(years, drafts.indexOf(limit), aim);
  });
  return {
    levers: usualLevers(NURSING, years.length),
    limits: [...limits, ...peopleLimits(years)],
    objective: { kind: 'least-cost' },
  };
}

/** What one system of a nation may do for nursing, and must keep by itself whatever the nation gives it. */
export function nursingQuestion(inputs: readonly ProjectionInput[]): SystemQuestion {
  const years = yearsOf(inputs);
  const floor = bounded(inputs, [registeredFloor(years.at(-1) ?? 0)], (_, planned) => planned);
  return { inputs, levers: usualLevers(NURSING, years.length), limits: [...floor, ...peopleLimits(years)] };
}

/** Most of all systems together, for each nurse in post at the baseline: people from one labour market. */
const POOLS = [
  { lever: 'overseas-offers', label: 'Overseas offers of all systems', most: 0.008 },
  { lever: 'newly-qualified', label: 'Newly qualified recruits of all systems', most: 0.01 },
] as const;

/**
 * The nursing shortfall as a sum over systems, the pay bill of all, and pools of people from which all recruit: which
 * system closes how much of the gap is open.
 */
export function nationalNursingRequest(
  { firstYear, years: count }: Pick<ProjectionInput['calendar'], 'firstYear' | 'years'>,
  aim: NursingAim,
): NationalRequest {
  const years = Array.from({ length: count }, (_, year) => firstYear + year);
  const shared = [
    ...years.map((year, place) =>
      shortfallLimit(TOGETHER, { staffGroups: [NURSING], year, most: remainingIn(years, place, aim) }),
    ),
    ...years.map((year) => payBillLimit(TOGETHER, { year, most: MORE_PAY, basis: 'pay-bill' })),
    ...POOLS.flatMap(({ lever, label, most }) =>
      years.map((year) => leverPool({ lever, label, year, most })),
    ),
  ];
  return {
    objective: { kind: 'least-cost' },
    shared: shared.map((limit) => ({ limit, basis: 'of-size' })),
  };
}

/** The limit that the aim of a nursing request stands in. */
export function aimOf({ limits }: PlanRequest): Limit {
  const shortfalls = limits.filter((limit) => limit.kind === 'sum' && limit.shortfalls.length > 0);
  const aim = shortfalls.at(-1);
  if (aim === undefined) throw new RangeError('the request aims at no shortfall');
  return aim;
}
