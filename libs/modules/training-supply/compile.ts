import { joinerSeason, type CompileContext, type JoinerPlan, type StartGroup } from '../compilation';

/** Newly qualified joiners, people a month, mostly in September and October. */
export function compileNewlyQualified({ group }: StartGroup, { assumptions }: CompileContext): JoinerPlan {
  const season = joinerSeason('newly-qualified');
  return {
    source: 'newly-qualified',
    people: assumptions.seasonal('training-supply.newly-qualified', group.code, season),
  };
}
