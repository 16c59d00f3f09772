import type { MonthlyMeasure } from '../projection/projection-output';
import type { ReportQuestion } from './module-report';
import { sumOverSpan, type YearSpan } from './year-spans';

type Groups = ReportQuestion['output']['staffGroups'];

/** Total of a measure of all groups over a span of months. */
export function totalOverSpan(groups: Groups, measure: MonthlyMeasure, span: YearSpan): number {
  return groups.reduce((sum, { series }) => sum + sumOverSpan(series[measure], span), 0);
}

/** Mean over the months of a span of a measure of all groups. */
export function meanOverSpan(groups: Groups, measure: MonthlyMeasure, span: YearSpan): number {
  return totalOverSpan(groups, measure, span) / (span.to - span.from);
}
