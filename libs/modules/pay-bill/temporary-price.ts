import { monthMeans, type RateContext } from '../compilation';
import type { MeasureSeries } from '../growth/report';
import { OWN_COST_LINES } from './employer-cost';

/** Pounds of a month for one FTE of bank and of agency, by month; 0 where nobody of the group is in post. */
export interface TemporaryPrices {
  readonly bank: readonly number[];
  readonly agency: readonly number[];
}

/** What a further bank or agency FTE would cost: `1 + premium` times an FTE in post, as the pay bill prices them. */
export function temporaryPrices(
  staffGroup: string,
  series: MeasureSeries,
  { assumptions }: RateContext,
): TemporaryPrices {
  const ofOneFte = monthMeans(series.fte).map((fte, month) =>
    fte > 0 ? OWN_COST_LINES.reduce((sum, line) => sum + (series[line][month] ?? 0), 0) / fte : 0,
  );
  const priced = (kind: 'bank' | 'agency'): readonly number[] => {
    const premium = assumptions.monthly(`temporary-staffing.${kind}-premium`, staffGroup);
    return ofOneFte.map((pounds, month) => pounds * (1 + (premium[month - 1] ?? 0)));
  };
  return { bank: priced('bank'), agency: priced('agency') };
}
