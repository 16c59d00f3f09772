/**
 * Many runs of one organisation that differ in rates only (the draws of an uncertainty analysis). Start
 * state, distributions of joiners and calendar are prepared once; each run reads its rates from arrays
 * that stay in place, and fills arrays that stay in place: a run allocates nothing.
 */
export interface EngineRuns {
  readonly shape: RunShape;
  /** Rates of the next run; at first those of the input. Write into them, within the bounds of the input. */
  readonly rates: RunRates;
  /**
   * Runs on the rates as they stand. The arrays of the result are overwritten by the next run: copy what
   * must last.
   *
   * @throws EngineInputError if the readable engine refuses the rates
   * @throws EngineInvariantError if flows do not balance or a stock turns negative
   */
  run(): RunOutput;
}

export interface RunShape {
  readonly bands: number;
  /** Age bands of `exitHazard`: 1 where they are collapsed. */
  readonly ages: number;
  readonly months: number;
  /** Which hazards each month has. */
  readonly periodOfMonth: readonly number[];
  readonly periods: number;
}

/** An axis of the cells that can be collapsed when it makes no difference to a total. */
export type CollapsibleAxis = 'ages' | 'ethnicities';

export interface RunOptions {
  /**
   * Axes that stay although rates do not differ along them: `ages` where a run will give exit rates by
   * age although the input does not. Ethnicities never differ in rates.
   */
  readonly keep?: readonly CollapsibleAxis[];
  /**
   * Exit hazards are given once for all months of a period, for instance a financial year. Left out,
   * each month is its own period. In the input the months of a period must have equal exit rates.
   */
  readonly periodOfMonth?: readonly number[];
}

/** Rates by group and move, in the order of the input. */
export interface RunRates {
  readonly groups: readonly GroupRunRates[];
  readonly moves: readonly MoveRunRates[];
}

/** By month unless stated. Absence and pay act on the stocks of a run from outside. */
export interface GroupRunRates {
  /**
   * Hazard of exit in a month by cause, `h = -ln(1 - m)` of the net probability `m`:
   * `[(period * ages + age) * causes + cause]`. With an annual probability `q`, shares of leavers `s` by
   * cause and a retention effect `r`: `h = -ln(1 - q) s (1 - r) / 12`; hazards of causes add up.
   */
  readonly exitHazard: Float64Array;
  readonly plannedExits: Float64Array;
  readonly participationFactor: Float64Array;
  /** Of recruitment that fills vacancies; empty where it is planned. */
  readonly fillRate: Float64Array;
  readonly capacity: Float64Array;
  readonly establishment: Float64Array;
  /** By source of the input's recruitment: people a month, or the source's share of the month's joiners. */
  readonly joiners: readonly Float64Array[];
  /** By return of the input: share of a month's exits who come back, by month of exit. */
  readonly returnShare: readonly Float64Array[];
  /** By return of the input: exits before the opening, by month of their return; empty where the input has none. */
  readonly priorExits: readonly Float64Array[];
}

export interface MoveRunRates {
  readonly probability: Float64Array;
  readonly people: Float64Array;
}

export interface RunOutput {
  readonly groups: readonly GroupRunOutput[];
}

/** Headline series of a group; stocks have `months + 1` values (the opening first), flows `months`. */
export interface GroupRunOutput {
  readonly code: string;
  readonly headcount: Float64Array;
  readonly fte: Float64Array;
  readonly plannedExits: Float64Array;
  /** By cause, in the order of EXIT_CAUSES, people. */
  readonly exits: readonly Float64Array[];
  /** By source, in the order of JOINER_SOURCES, people. */
  readonly joiners: readonly Float64Array[];
  readonly fteExits: Float64Array;
  readonly fteJoiners: Float64Array;
  /** Mean of opening and closing stock, `[month * bands + band]`: what pay and absence act on. */
  readonly meanHeadcount: Float64Array;
  readonly meanFte: Float64Array;
}
