import { attributeChange } from '../attribution';
import { timelineOf } from '../compilation';
import { project } from '../projection/project';
import type { ProjectionInput } from '../projection/projection-input';
import type { MonthlyMeasure } from '../projection/projection-output';
import { moduleFeeds } from '../reporting/module-feeds';
import { MODULE_REPORTS } from '../reporting/module-reports';
import type { PlanningModule } from '../registry';
import { tornado, varianceShares, type Figure } from '../uncertainty';
import { AnalysisUnknownError } from './analysis-unknown.error';

/** One figure that a question is about, by its month. */
export interface AskedFigure {
  readonly measure: MonthlyMeasure;
  /** Code of a staff group, or `all-staff`. */
  readonly staffGroup: string;
  /** Month end as `YYYY-MM`. */
  readonly month: string;
  /** A flow is summed over the month, or over the twelve months that end with it. */
  readonly span: 'month' | 'year';
}

/** A question about one projection that takes more than a look at its figures. */
export type Analysis =
  | { readonly kind: 'report'; readonly module: PlanningModule }
  /** What matters most: each uncertain assumption at its low and its high. */
  | { readonly kind: 'tornado'; readonly figure: AskedFigure }
  /** Which share of a figure's variance an assumption explains, alone and with others. */
  | { readonly kind: 'variance-shares'; readonly figure: AskedFigure }
  /** What changed a figure against another projection of the organisation, module by module. */
  | { readonly kind: 'attribution'; readonly figure: AskedFigure; readonly base: ProjectionInput };

/**
 * Answers a question about the projection of an input. Pure: the same input and question give the same
 * answer. The answer is plain JSON data.
 *
 * @throws AnalysisUnknownError for a question that this engine cannot answer.
 * @throws UnknownFigureError for a staff group or month that the projection has not.
 * @throws NotComparableError for a base of another organisation or calendar.
 * @throws ProjectionInputError if the input contradicts itself.
 */
export function analyse(input: ProjectionInput, analysis: Analysis): object {
  switch (analysis.kind) {
    case 'report':
      return reportOf(input, analysis.module);
    case 'tornado':
      return tornado(input, [figureOf(input, analysis.figure)]);
    case 'variance-shares':
      return varianceShares(input, figureOf(input, analysis.figure));
    case 'attribution':
      return attributeChange(analysis.base, input, [figureOf(input, analysis.figure)]);
    default:
      throw new AnalysisUnknownError(Reflect.get(analysis, 'kind'));
  }
}

/** The module's report with the modules that it feeds. */
function reportOf(input: ProjectionInput, module: PlanningModule): object {
  const report = MODULE_REPORTS[module];
  if (report === undefined) throw new AnalysisUnknownError(`report of ${module}`);
  return { ...report({ input, output: project(input) }), feeds: moduleFeeds(module) };
}

/** A month that the projection has not is given a position that it has not either, and refused with it. */
function figureOf({ calendar }: ProjectionInput, { measure, staffGroup, month, span }: AskedFigure): Figure {
  const to = timelineOf(calendar).monthEnds.indexOf(month);
  const from = Math.max(0, to - (span === 'year' ? 12 : 1));
  return { measure, staffGroup, from, to };
}
