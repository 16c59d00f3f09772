import { EVEN_SEASON, type CompileContext, type JoinerPlan, type StartGroup } from '../compilation';

/** Registered international joiners, people a month, spread evenly. */
export function compileInternational({ group }: StartGroup, { assumptions }: CompileContext): JoinerPlan {
  const parameter = 'international-recruitment.arrivals-registered';
  return { source: 'international', people: assumptions.seasonal(parameter, group.code, EVEN_SEASON) };
}
