import { monthMeans, sumOfSeries } from '../compilation';
import type { MonthlyMeasure } from '../projection/projection-output';
import type { PostsOfMonths } from './need';

/** Lines that the need for temporary staff rests on. */
type PostLines = Readonly<
  Record<
    Extract<MonthlyMeasure, 'establishment' | 'fte' | 'sickness-fte' | 'other-absence-fte'>,
    readonly number[]
  >
>;

/** Posts, people and absence of each month of a group. */
export function postsOfMonths(lines: PostLines): PostsOfMonths {
  return {
    establishment: monthMeans(lines.establishment),
    inPost: monthMeans(lines.fte),
    absent: sumOfSeries([lines['sickness-fte'], lines['other-absence-fte']]),
  };
}
