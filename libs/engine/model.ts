/**
 * What the engine simulates: the stocks and monthly rates of one organisation, already compiled from
 * assumptions. Cells of a group are numbered band-major: `(band * ageBands + age) * ethnicities + ethnicity`.
 * Arrays by month have one entry per simulated month; month `t` runs from stock `t` to stock `t + 1`.
 */
export interface EngineInput {
  readonly bands: number;
  /** Width of each age band in years; null for the open top band or a collapsed axis (nobody ages out). */
  readonly ageBandWidths: readonly (number | null)[];
  readonly ethnicities: number;
  readonly months: number;
  readonly groups: readonly EngineGroup[];
  readonly moves: readonly EngineMove[];
  /** Length of one step in years; a month unless a textbook case says otherwise. */
  readonly stepYears: number;
}

/** Causes of exit, in the order of `EngineGroup.exitProbability`. */
export const EXIT_CAUSES = [
  'voluntary',
  'retirement',
  'ill-health-or-death',
  'end-of-contract',
  'unpaid-leave',
] as const;
export type ExitCause = (typeof EXIT_CAUSES)[number];

/** Sources of joiners, in the order in which flows are reported. */
export const JOINER_SOURCES = [
  'newly-qualified',
  'international',
  'wider-labour-market',
  'same-system',
  'other-nhs',
  'return-to-practice',
  'return-from-leave',
  'apprenticeship',
  'retire-and-return',
] as const;
export type JoinerSource = (typeof JOINER_SOURCES)[number];

export interface EngineGroup {
  readonly code: string;
  /** People in post at the opening, by cell. */
  readonly headcount: readonly number[];
  /** Contracted FTE at the opening, by cell. */
  readonly fte: readonly number[];
  /** Planned exits (redundancy, dated transfers out) as people a month, taken first and capped at the stock. */
  readonly plannedExits: readonly number[];
  /** Net probability of exit in the month by cause (the order of EXIT_CAUSES): `[cause][month * ageBands + age]`. */
  readonly exitProbability: readonly (readonly number[])[];
  /** Shares of the month's voluntary exits that go to another organisation of the system, and of the NHS. */
  readonly shareToSameSystem: readonly number[];
  readonly shareToOtherNhs: readonly number[];
  readonly recruitment: Recruitment;
  /** People who left for a cause and come back after a lag; beside the recruitment, and before it. */
  readonly returns?: readonly EngineReturn[];
  /** Factor on the FTE per head of the survivors in the month; 1 where participation does not change. */
  readonly participationFactor: readonly number[];
  /** Share of contracted FTE that is not available in the month (sickness and other absence). */
  readonly absence: readonly number[];
  readonly costs: readonly CostLine[];
}

/** Joiners arrive mid-month and survive their month of arrival with the square root of the stay probability. */
export type Recruitment = PlannedRecruitment | VacancyRecruitment;

export interface PlannedRecruitment {
  readonly mode: 'planned';
  readonly sources: readonly PlannedJoiners[];
}

/**
 * `min(capacity, fillRate * max(0, establishment - FTE after moves and returns)) / participation`, split
 * by source.
 */
export interface VacancyRecruitment {
  readonly mode: 'fills-vacancies';
  readonly fillRate: readonly number[];
  /** Most FTE that can be recruited in the month. */
  readonly capacity: readonly number[];
  /** Funded posts at the month's end, FTE. */
  readonly establishment: readonly number[];
  /** `people[t]` is each source's share of the month's joiners; shares sum to 1. */
  readonly sources: readonly PlannedJoiners[];
}

/** How the joiners of a source are spread over the cells, and how much they work. */
export interface JoinerSpread {
  readonly source: JoinerSource;
  readonly ftePerHead: number;
  /** Distributions over cells, each summing to 1; `profileOfMonth[t]` picks the one in force. */
  readonly profiles: readonly (readonly number[])[];
  readonly profileOfMonth: readonly number[];
}

export interface PlannedJoiners extends JoinerSpread {
  /** People a month (planned), or the source's share of the month's joiners (fills vacancies). */
  readonly people: readonly number[];
}

/**
 * People who come back: joiners of month `t` are `share[t - lagMonths]` of the exits of the cause in month
 * `t - lagMonths`. They arrive like every joiner, and fill posts before vacancies are counted.
 */
export interface EngineReturn extends JoinerSpread {
  readonly cause: ExitCause;
  /** Share of a month's exits of the cause who come back, by month of exit. */
  readonly share: readonly number[];
  /** Months from exit to return, a whole number of at least 1. */
  readonly lagMonths: number;
  /**
   * Exits of the cause in the `lagMonths` months before the opening, people, oldest first; the share of
   * the first month holds for them. Left out, nobody comes back before month `lagMonths`.
   */
  readonly priorExits?: readonly number[];
}

/**
 * A move between groups and bands, conditional on survival: a probability of each cell of the origin
 * band, or a planned number of people, capped at the stock. Age and ethnicity are kept. All moves of a
 * month act on the same survivors at once.
 */
export interface EngineMove {
  readonly fromGroup: number;
  readonly fromBand: number;
  readonly toGroup: number;
  readonly toBand: number;
  readonly probability: readonly number[];
  readonly people: readonly number[];
}

/** A cost linear in mean FTE and mean people: pounds a month, `[row * bands + band]`. */
export interface CostLine {
  readonly code: string;
  readonly poundsPerFte: readonly number[];
  readonly poundsPerHead: readonly number[];
  /** The row in force in each month, where months share rows (pay of a year); left out, each month has its own. */
  readonly rowOfMonth?: readonly number[];
}

/** Monthly totals of a group. Stocks have `months + 1` entries (the opening first), flows `months`. */
export interface EngineGroupOutput {
  readonly code: string;
  readonly headcount: Float64Array;
  readonly fte: Float64Array;
  readonly availableFte: Float64Array;
  readonly plannedExits: Float64Array;
  readonly unmetPlannedExits: Float64Array;
  /** By cause, in the order of EXIT_CAUSES; joiners' exits in their month of arrival are included. */
  readonly exits: readonly Float64Array[];
  readonly exitsToSameSystem: Float64Array;
  readonly exitsToOtherNhs: Float64Array;
  /** By source, in the order of JOINER_SOURCES, before exits in the month of arrival. */
  readonly joiners: readonly Float64Array[];
  readonly movesIn: Float64Array;
  readonly movesOut: Float64Array;
  readonly fteExits: Float64Array;
  readonly fteJoiners: Float64Array;
  readonly fteMovesIn: Float64Array;
  readonly fteMovesOut: Float64Array;
  readonly fteParticipationChange: Float64Array;
  /** By cost line, pounds in the month. */
  readonly costs: readonly Float64Array[];
  /** Cells at each of `EngineOptions.cellMonths`. */
  readonly headcountCells: readonly Float64Array[];
  readonly fteCells: readonly Float64Array[];
}

export interface EngineOptions {
  /** Months (0 is the opening) at which the cells themselves are kept. */
  readonly cellMonths: readonly number[];
  /**
   * Chance in the flows of a group, by its code; undefined where they are as expected. Left out: of no
   * group. With it the readable engine simulates.
   */
  readonly chanceOf?: (group: string) => GroupChance | undefined;
}

/** Decides the flows of a small team by chance. A function of its arguments alone, in any order. */
export interface GroupChance {
  /** How many of `people` leave in the month for each cause, each with its probability (together at most 1). */
  exits(month: number, people: number, probabilities: Float64Array): ArrayLike<number>;
  /** How many join from a source, by its position in JOINER_SOURCES. */
  joiners(month: number, source: number, expected: number): number;
}

export interface EngineOutput {
  readonly groups: readonly EngineGroupOutput[];
  /** Planned moves that the stock could not carry, people a month, by move. */
  readonly unmetMoves: readonly Float64Array[];
}
