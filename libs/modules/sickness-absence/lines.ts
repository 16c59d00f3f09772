import {
  differenceOfSeries,
  lineOf,
  monthMeans,
  precededBy,
  productOfSeries,
  type DeriveLines,
} from '../compilation';
import { absenceOfMonths } from './sickness-path';

/** FTE absent through sickness and otherwise, and FTE that lower sickness than at the baseline has released. */
export const sicknessLines: DeriveLines = (group, context) => {
  const absence = absenceOfMonths(group.start.group.code, context);
  const inPost = monthMeans(lineOf(group, 'fte'));
  const absent = (atStart: number, share: readonly number[]): readonly number[] =>
    productOfSeries(inPost, precededBy(atStart, share));
  const sick = absent(absence.sicknessAtStart, absence.sickness);
  const withoutImprovement = absent(absence.sicknessAtStart, absence.sicknessWithoutImprovement);
  return {
    'sickness-fte': sick,
    'sickness-released-fte': differenceOfSeries(withoutImprovement, sick),
    'other-absence-fte': absent(absence.otherAtStart, absence.other),
  };
};
