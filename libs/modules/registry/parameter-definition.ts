import type { UncertaintyFamily } from '#engine';

/** The planning modules, in the order in which screens and documents list them. */
export const PLANNING_MODULES = [
  'growth',
  'training-supply',
  'retention',
  'international-recruitment',
  'apprenticeship-levy',
  'representation',
  'skill-mix',
  'sickness-absence',
  'temporary-staffing',
  'efficiency',
  'pay-bill',
] as const;
export type PlanningModule = (typeof PLANNING_MODULES)[number];

/**
 * Unit in which a parameter is stored and calculated. Shares and rates are stored as fractions
 * (0.085), never as percentages; screens and workbooks show fractions as percentages.
 */
export type ParameterUnit =
  | 'share'
  | 'share-a-year'
  | 'headcount-a-year'
  | 'headcount'
  | 'fte'
  | 'fte-per-head'
  /** A number of one thing per one of another; no unit. */
  | 'ratio'
  | 'pounds'
  /** Pounds for one person or thing: a price, which does not add up over groups. */
  | 'pounds-each'
  | 'months'
  /** One of the parameter's choices, stored as its number. */
  | 'choice';

/** How sure we are of a default: the same words as the policy facts carry. */
export type FactStatus = 'published' | 'calibrated' | 'derived' | 'judgement' | 'unverified';

/** How draws of a parameter spread between and beyond its low and high. */
export interface ParameterUncertainty {
  readonly family: UncertaintyFamily;
  /**
   * Share of the variance that is common to all organisations, 0..1 (`rho`): with 0 a national sum
   * hardly varies, with 1 all organisations err together.
   */
  readonly nationalShare: number;
  readonly source: string;
  readonly status: FactStatus;
}

/** A default with where it comes from. `low` and `high` are P10 and P90. */
export interface ParameterDefault {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly source: string;
  readonly status: FactStatus;
}

/** One answer to a question that numbers do not answer: a basis of measurement, a rule that is not settled. */
export interface ParameterChoice {
  /** Stored and calculated with; never renumbered. */
  readonly value: number;
  readonly label: string;
}

/**
 * One assumption that a planner may enter. Everything that shows, checks, stores or explains an
 * assumption (validation, grid, Excel, API, documentation) is generated from these entries. Keys are
 * never renamed or reused.
 */
export interface ParameterDefinition {
  /** `<module>.<name>`, for instance `retention.leaver-rate`. */
  readonly key: string;
  readonly module: PlanningModule;
  readonly label: string;
  /** One or two sentences in the planner's words: meaning, basis and what is excluded. */
  readonly description: string;
  readonly unit: ParameterUnit;
  /** The answers to choose from; with the unit `choice`, and only then. */
  readonly choices?: readonly ParameterChoice[];
  /** Hard bounds: a value outside is an error. */
  readonly minimum: number;
  readonly maximum: number;
  /** Outside these bounds a reason is asked for. */
  readonly plausibleMinimum?: number;
  readonly plausibleMaximum?: number;
  /** Decimals shown on screen, in the unit shown (percent for shares). */
  readonly decimals: number;
  /** False where the parameter describes the organisation or nation as a whole, not a staff group. */
  readonly perStaffGroup: boolean;
  /** False where one value serves all years. */
  readonly perYear: boolean;
  /** National default for every staff group without one of its own. */
  readonly default: ParameterDefault;
  /** National defaults by staff-group code. */
  readonly defaultByStaffGroup?: Readonly<Record<string, ParameterDefault>>;
  /** How draws spread between and beyond low and high; left out where the kind of parameter says enough. */
  readonly uncertainty?: ParameterUncertainty;
  /** Modules whose results this parameter moves. */
  readonly feeds: readonly PlanningModule[];
}

/** Units that count something: they add up over organisations and staff groups and do not cascade down as they are. */
const COUNT_UNITS: ReadonlySet<ParameterUnit> = new Set(['headcount-a-year', 'headcount', 'fte', 'pounds']);

/** True where the values of two groups add up to the value of both (people, posts, money), false for rates and shares. */
export function isCount(definition: Pick<ParameterDefinition, 'unit'>): boolean {
  return COUNT_UNITS.has(definition.unit);
}
