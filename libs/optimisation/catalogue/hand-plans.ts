import { bracketedRoot } from '../goal-seek';
import { limitFigure, type Limit, type PlanModel } from '../plan';
import type { NamedPlan } from '../stress';

/** A plan as people make them: some levers, all years and organisations alike, as much as it takes. */
export interface HandPlan {
  readonly name: string;
  /** Keys of its levers. */
  readonly levers: readonly string[];
}

/** Three sensible plans for a nursing gap. */
export const HAND_PLANS: readonly HandPlan[] = [
  { name: 'Recruit more', levers: ['newly-qualified', 'labour-market', 'return-from-leave'] },
  { name: 'Keep and recruit abroad', levers: ['flexible-working', 'turnover-programme', 'overseas-offers'] },
  {
    name: 'A little of everything',
    levers: [
      'flexible-working',
      'turnover-programme',
      'overseas-offers',
      'newly-qualified',
      'labour-market',
      'return-from-leave',
      'conversions',
      'sickness-programme',
    ],
  },
];

/**
 * The plan with its levers at one share of their room in all years and at all organisations, within their ramps: the
 * smallest share that meets the aim, or all of it where none does.
 */
export function handPlan(model: PlanModel, { name, levers }: HandPlan, aim: Limit): NamedPlan {
  const at = (share: number): Float64Array => {
    const amounts = new Float64Array(model.columns.length);
    model.columns.forEach(({ lever, year, high, organisation }, place) => {
      if (!levers.includes(lever.key)) return;
      const scale =
        lever.mostPer === 'head'
          ? (model.organisations[organisation]?.headcountOf(lever.staffGroup) ?? 0)
          : 1;
      const before = year === 0 ? 0 : (amounts[place - 1] ?? 0);
      const ramped = lever.ramp === null ? Infinity : before + lever.ramp * scale;
      amounts[place] = Math.min(share * high, ramped);
    });
    return amounts;
  };
  const beyond = (share: number): number => {
    const amounts = at(share);
    return limitFigure(aim, model, amounts, model.valuesAt(amounts)).relative;
  };
  const [atLow, atHigh] = [beyond(0), beyond(1)];
  if (atHigh > 0) return { name, amounts: at(1) };
  const tolerance = { argument: 1e-6, value: 1e-6 };
  return { name, amounts: at(bracketedRoot(beyond, { low: 0, high: 1, atLow, atHigh }, tolerance)) };
}
