import type { FigureSource } from '../plan/figure-source';
import { formatDay } from '../words/dates';

/** Source, date and run of a figure in two lines: what stands under a chart that is taken out of its page. */
export function sourceLine({ organisation, scenario, runId, calculatedAt, statement }: FigureSource): string {
  if (statement !== undefined) return statement;
  const when = calculatedAt === null ? '' : `, calculated ${formatDay(calculatedAt)}`;
  return `Source: Wholetime projection of ${organisation.name} (${organisation.code}), ${scenario}${when}.\nRun ${runId}.`;
}
