import type { ProjectionInput } from '#modules/projection';
import {
  internationalShareLimit,
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

/**
 * The request for the cheapest plan that leaves no more than a share of the nursing shortfall planned for the round's
 * last year: in the years before, the same part of the way has been gone, the registered share does not fall, international joiners and learners
 * stay within shares, and the pay bill of each year within a share of the plan's.
 */
export function nursingGapRequest(
  inputs: readonly ProjectionInput[],
  { remaining }: NursingAim,
): PlanRequest {
  const calendar = inputs[0]?.calendar;
  if (calendar === undefined) throw new RangeError('there is no organisation to plan for');
  const years = Array.from({ length: calendar.years }, (_, year) => calendar.firstYear + year);
  const last = years.at(-1) ?? calendar.firstYear;
  const levers = usualLevers(NURSING, calendar.years);
  const drafts = [
    ...years.map((year) => shortfallLimit(TOGETHER, { staffGroups: [NURSING], year, most: 0 })),
    registeredShareFloor(TOGETHER, { registered: NURSING, support: NURSING_SUPPORT, year: last, least: 0 }),
    ...years.map((year) => payBillLimit(TOGETHER, { year, most: 0, basis: 'pay-bill' })),
  ];
  const model = new PlanModel(inputs, { levers: [], limits: drafts, objective: { kind: 'least-cost' } });
  const values = model.valuesAt([]);
  const bounded = drafts.map((limit): Limit => {
    const planned = limitFigure(limit, model, [], values).value;
    if (limit.kind !== 'sum') return { ...limit, bound: planned };
    if (limit.unit === 'pounds') return { ...limit, bound: planned * MORE_PAY };
    const onTheWay = (drafts.indexOf(limit) + 1) / years.length;
    return { ...limit, bound: planned * (1 - (1 - remaining) * onTheWay) };
  });
  return {
    levers,
    limits: [
      ...bounded,
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
    ],
    objective: { kind: 'least-cost' },
  };
}

/** The limit that the aim of a nursing request stands in. */
export function aimOf({ limits }: PlanRequest): Limit {
  const shortfalls = limits.filter((limit) => limit.kind === 'sum' && limit.shortfalls.length > 0);
  const aim = shortfalls.at(-1);
  if (aim === undefined) throw new RangeError('the request aims at no shortfall');
  return aim;
}
