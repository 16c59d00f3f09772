import {
  differenceOfSeries,
  lineOf,
  type CompileContext,
  type DeriveLines,
  type GroupLines,
} from '../compilation';
import { preceptorshipFte } from './preceptorship';
import { cohortsOf, programmeLines, programmesOf } from './programmes';
import { hostedHere, rotationalPosts } from './rotational-trainees';

/** Training programmes in four lines, preceptorship off what is available, rotational trainees beside the stock. */
export const trainingSupplyLines: DeriveLines = (group, context) => {
  const { code } = group.start.group;
  const preceptorship = preceptorshipFte(group, context);
  return {
    'available-fte': differenceOfSeries(lineOf(group, 'available-fte'), preceptorship).map((fte) =>
      Math.max(0, fte),
    ),
    'preceptorship-fte': preceptorship,
    ...context.assumptions.recall(`training lines ${code}`, group.start, () => trainingLines(code, context)),
  };
};

/** What follows from programmes and posts alone, whatever is simulated. */
function trainingLines(code: string, context: CompileContext) {
  const cohorts = programmesOf(code, context).flatMap((programme) => cohortsOf(programme, context));
  const training = programmeLines(cohorts, code, context);
  const trainees = hostedHere(code, context.input).map((row) => rotationalPosts(row, context.timeline));
  const sumOf = (line: 'filled' | 'headcount'): readonly number[] =>
    context.timeline.monthEnds.map((_, month) =>
      trainees.reduce((sum, each) => sum + (each[line][month] ?? 0), 0),
    );
  return {
    'training-commissioned': training.commissioned,
    'training-recruited': training.recruited,
    'training-qualifying': training.qualifying,
    'training-employed': training.employed,
    'rotational-trainees-fte': sumOf('filled'),
    'rotational-trainees-headcount': sumOf('headcount'),
  } satisfies GroupLines;
}
