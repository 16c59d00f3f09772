import { project } from '../projection/project';
import type { ProjectionInput } from '../projection/projection-input';
import { MODULE_REPORTS } from '../reporting/module-reports';
import type { PlanningModule } from '../registry';
import { AnalysisUnknownError } from './analysis-unknown.error';

/** A question about one projection that takes more than a look at its figures. */
export interface Analysis {
  readonly kind: 'report';
  readonly module: PlanningModule;
}

/**
 * Answers a question about the projection of an input. Pure: the same input and question give the same
 * answer. The answer is plain JSON data.
 *
 * @throws AnalysisUnknownError for a question that this engine cannot answer.
 * @throws ProjectionInputError if the input contradicts itself.
 */
export function analyse(input: ProjectionInput, analysis: Analysis): object {
  const report = MODULE_REPORTS[analysis.module];
  if (report === undefined) throw new AnalysisUnknownError(`${analysis.kind} ${analysis.module}`);
  return report({ input, output: project(input) });
}
