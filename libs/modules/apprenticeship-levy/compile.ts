import type { CompileContext, JoinerPlan, StartGroup } from '../compilation';

/** Joiners from apprenticeships completed elsewhere, people a month, spread evenly. */
export function compileCompletions({ group }: StartGroup, { assumptions }: CompileContext): JoinerPlan {
  const parameter = 'apprenticeship-levy.completions';
  return { source: 'apprenticeship', people: assumptions.planned(parameter, group.code, 'apprenticeship') };
}
