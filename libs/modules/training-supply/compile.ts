import type { CompileContext, JoinerPlan, StartGroup } from '../compilation';

/** Newly qualified joiners, people a month, mostly in September and October. */
export function compileNewlyQualified({ group }: StartGroup, { assumptions }: CompileContext): JoinerPlan {
  const parameter = 'training-supply.newly-qualified';
  return {
    source: 'newly-qualified',
    people: assumptions.planned(parameter, group.code, 'newly-qualified'),
  };
}
