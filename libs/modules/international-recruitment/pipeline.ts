/** What becomes of offers, by month. */
export interface PipelineRates {
  /** Share of the offers of a month whose holders arrive (`pi_A`). */
  readonly arriving: readonly number[];
  /** Share of the arrivals of a month who register in the end (`pi_R`). */
  readonly registering: readonly number[];
  /** Shares by months from offer to arrival (`w`) and from arrival to registration (`v`); each sums to 1. */
  readonly toArrival: readonly number[];
  readonly toRegistration: readonly number[];
}

/** A pipeline by month, people. */
export interface Pipeline {
  readonly offers: readonly number[];
  readonly arrivals: readonly number[];
  readonly registrations: readonly number[];
  /** Arrived, and left without registering. */
  readonly unregisteredLeavers: readonly number[];
  /** Arrived and not registered, at the end of the month. */
  readonly waiting: readonly number[];
}

/**
 * Offers on their way through arrival and registration: `A(t) = sum_k w_k pi_A O(t-k)`,
 * `Reg(t) = sum_k v_k pi_R A(t-k)`, with the shares in force in the month of the offer and of the arrival.
 * While waiting, `1 - pi_R` is the only attrition and leaves in proportion to `v`, so that those who
 * arrived `k` months ago have `sum_{j>k} v_j` left, and none after the last month of `v`. Offers before the
 * first month do not exist. Source: projection model, section 4.
 */
export function runPipeline(offers: readonly number[], rates: PipelineRates): Pipeline {
  const arriving = offers.map((people, month) => people * (rates.arriving[month] ?? 0));
  const arrivals = delayed(arriving, rates.toArrival);
  const settled = arrivals.map((people, month) => people * (rates.registering[month] ?? 0));
  const registrations = delayed(settled, rates.toRegistration);
  const lost = arrivals.map((people, month) => people - (settled[month] ?? 0));
  return {
    offers,
    arrivals,
    registrations,
    unregisteredLeavers: delayed(lost, rates.toRegistration),
    waiting: delayed(arrivals, stillWaiting(rates.toRegistration)),
  };
}

/** The pipelines of several cohorts together. */
export function addPipelines(months: number, pipelines: readonly Pipeline[]): Pipeline {
  const sum = (line: keyof Pipeline): readonly number[] => {
    const total = new Array<number>(months).fill(0);
    for (const pipeline of pipelines) {
      for (let month = 0; month < months; month += 1) {
        total[month] = (total[month] ?? 0) + (pipeline[line][month] ?? 0);
      }
    }
    return total;
  };
  return {
    offers: sum('offers'),
    arrivals: sum('arrivals'),
    registrations: sum('registrations'),
    unregisteredLeavers: sum('unregisteredLeavers'),
    waiting: sum('waiting'),
  };
}

/** Share still waiting 0, 1, 2 … months after arrival: nothing once the last month of `v` is over. */
function stillWaiting(toRegistration: readonly number[]): readonly number[] {
  return toRegistration.map((_, months) =>
    toRegistration.slice(months + 1).reduce((sum, share) => sum + share, 0),
  );
}

function delayed(flow: readonly number[], shares: readonly number[]): readonly number[] {
  return flow.map((_, month) =>
    shares.reduce((sum, share, months) => sum + share * (flow[month - months] ?? 0), 0),
  );
}
