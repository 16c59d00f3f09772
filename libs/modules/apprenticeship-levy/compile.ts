import { EVEN_SEASON, type CompileContext, type JoinerPlan, type StartGroup } from '../compilation';

/** Joiners from apprenticeships completed elsewhere, people a month, spread evenly. */
export function compileCompletions({ group }: StartGroup, { assumptions }: CompileContext): JoinerPlan {
  const parameter = 'apprenticeship-levy.completions';
  return { source: 'apprenticeship', people: assumptions.seasonal(parameter, group.code, EVEN_SEASON) };
}
