import type { WholeUnits } from './lines';
import { namesOf, type PartsByName, type Variance, type VariancePart } from './variance';
import { sumOf, wholeParts } from './whole-parts';

/** A comparison whose parts are rounded to whole units so that they add up; `rest` takes what the others leave. */
export function exactVariance(
  plan: WholeUnits,
  actual: WholeUnits,
  others: PartsByName,
  rest: VariancePart,
): Variance {
  const variance = actual - plan;
  const names = namesOf({ ...others, [rest]: others[rest] ?? 0 });
  const left = variance - sumOf(Object.values(others));
  const parts = names.map((name) => (others[name] ?? 0) + (name === rest ? left : 0));
  const whole = wholeParts(parts, variance);
  return {
    plan,
    actual,
    variance,
    parts: Object.fromEntries(names.map((name, place) => [name, whole[place] ?? 0])),
  };
}
