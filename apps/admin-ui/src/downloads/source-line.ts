import type { FigureSource } from '../plan/figure-source';
import { formatDay } from '../words/dates';

/** Source, date and run of a figure in two lines: what stands under a chart that is taken out of its page. */
export function sourceLine({ organisation, scenario, runId, calculatedAt }: FigureSource): string {
  const when = calculatedAt === null ? '' : `, calculated ${formatDay(calculatedAt)}`;
  return `Source: Wholetime projection of ${organisation.name} (${organisation.code}), ${scenario}${when}.\nRun ${runId}.`;
}
