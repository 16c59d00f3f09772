import type { CompileContext, JoinerPlan, StartGroup } from '../compilation';

/** Registered international joiners, people a month. */
export function compileInternational({ group }: StartGroup, { assumptions }: CompileContext): JoinerPlan {
  const parameter = 'international-recruitment.arrivals-registered';
  return { source: 'international', people: assumptions.planned(parameter, group.code, 'international') };
}
