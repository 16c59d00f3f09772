import { lineOf, type DeriveLines } from '../compilation';
import { preceptorshipFte } from './preceptorship';
import { cohortsOf, programmeLines, programmesOf } from './programmes';
import { hostedHere, rotationalPosts } from './rotational-trainees';

/** Training programmes in four lines, preceptorship off what is available, rotational trainees beside the stock. */
export const trainingSupplyLines: DeriveLines = (group, context) => {
  const code = group.start.group.code;
  const cohorts = programmesOf(code, context).flatMap((programme) => cohortsOf(programme, context));
  const training = programmeLines(cohorts, code, context);
  const preceptorship = preceptorshipFte(group, context);
  const trainees = hostedHere(code, context.input).map((row) => rotationalPosts(row, context.timeline));
  const sumOf = (line: 'filled' | 'headcount'): readonly number[] =>
    context.timeline.monthEnds.map((_, month) =>
      trainees.reduce((sum, each) => sum + (each[line][month] ?? 0), 0),
    );
  return {
    'available-fte': lineOf(group, 'available-fte').map((fte, month) =>
      Math.max(0, fte - (preceptorship[month] ?? 0)),
    ),
    'preceptorship-fte': preceptorship,
    'training-commissioned': training.commissioned,
    'training-recruited': training.recruited,
    'training-qualifying': training.qualifying,
    'training-employed': training.employed,
    'rotational-trainees-fte': sumOf('filled'),
    'rotational-trainees-headcount': sumOf('headcount'),
  };
};
