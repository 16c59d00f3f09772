import type { Compiled, CompileContext, JoinerPlan, StartGroup } from '../compilation';
import type { ProjectionNotice } from '../projection/projection-output';
import { cohortsOf, programmeLines, programmesOf, type Cohort } from './programmes';

/** People below this are rounding. */
const WORTH_TELLING = 1e-6;

/**
 * Newly qualified joiners, people a month: those entered for the group and those whom its programmes
 * employ here. Both add; where both are above 0 a notice says how many each gives.
 */
export function compileNewlyQualified(start: StartGroup, context: CompileContext): Compiled<JoinerPlan> {
  const { group } = start;
  const parameter = 'training-supply.newly-qualified';
  const entered = context.assumptions.planned(parameter, group.code, 'newly-qualified');
  const cohorts = programmesOf(group.code, context).flatMap((programme) => cohortsOf(programme, context));
  const employed = programmeLines(cohorts, group.code, context).employed.slice(1);
  return {
    part: {
      source: 'newly-qualified',
      people: entered.map((people, month) => people + (employed[month] ?? 0)),
    },
    notices: [...bothNotices(start, entered, employed), ...placementNotices(start, cohorts, context)],
  };
}

function bothNotices(
  { group }: StartGroup,
  entered: readonly number[],
  employed: readonly number[],
): readonly ProjectionNotice[] {
  const [byNumber, byProgramme] = [sum(entered), sum(employed)];
  if (byNumber < WORTH_TELLING || byProgramme < WORTH_TELLING) return [];
  const message = `${group.name}: ${byProgramme.toFixed(1)} newly qualified joiners come from programmes and this number from the assumption; enter there only what no programme supplies.`;
  return [{ code: 'newly-qualified-from-both', staffGroup: group.code, message, amount: byNumber }];
}

function placementNotices(
  { group }: StartGroup,
  cohorts: readonly Cohort[],
  { input }: CompileContext,
): readonly ProjectionNotice[] {
  const cut = sum(
    cohorts
      .filter(({ year }) => year >= input.calendar.firstYear)
      .map(({ recruited, started }) => recruited - started),
  );
  if (cut < WORTH_TELLING) return [];
  const message = `${group.name}: placements cannot take this many of the students recruited in the years of the plan; they do not start.`;
  return [{ code: 'placement-capacity', staffGroup: group.code, message, amount: cut }];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
