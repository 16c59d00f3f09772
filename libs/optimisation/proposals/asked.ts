/** Kinds of limit that a planner can set, each by year. */
export const LIMIT_KINDS = [
  'shortfall',
  'registered-share',
  'pay-bill',
  'control-total',
  'levy-expired',
  'levy-not-covered',
  'supervision',
  'international-share',
  'representation',
  'bank-use',
  'agency-use',
] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

/** A bound for one year. */
export interface AskedLimit {
  readonly kind: LimitKind;
  /** Staff group that it is about; the whole organisation's pay and levy name none. */
  readonly staffGroup: string | null;
  /** First calendar year of the financial year. */
  readonly year: number;
  readonly bound: number;
  /** `of-planned`: the bound is a multiple of what the plan has, so that 0.5 is half and 1.006 is 0.6 % more. */
  readonly basis: 'amount' | 'of-planned';
  /** Of a question about several systems: whether each must keep it by itself; left out: all together. */
  readonly keptBy?: 'all-together' | 'each-system';
}

/** A lever of the catalogue with the planner's own bounds and price. */
export interface AskedLever {
  /** Key in the catalogue. */
  readonly lever: string;
  readonly staffGroup: string;
  /** Most units of each year; null where there is no most. */
  readonly most: readonly (number | null)[];
  readonly ramp: number | null;
  readonly leadMonths: number;
  /** Pounds of a unit in a year. */
  readonly unitCost: number;
  /** Most units a year of all organisations together; null where each has its own. */
  readonly pool: readonly number[] | null;
  /** Whole units only where an organisation has at most as many in a year; left out: as the catalogue has it. */
  readonly wholeUpTo?: number;
}

/** What may move and how far, what must hold, and what is to be least. */
export interface AskedPlan {
  readonly kind: 'plan';
  readonly objective: 'least-cost' | 'least-shortfall' | 'least-risk';
  /** Groups whose shortfall counts. */
  readonly staffGroups: readonly string[];
  readonly limits: readonly AskedLimit[];
  readonly levers: readonly AskedLever[];
  /** Random draws of the likely range; 0 leaves it out. */
  readonly draws: number;
}

/** Figures that a goal can be set for. */
export const GOAL_FIGURES = [
  'shortfall',
  'staff-in-post',
  'pay-bill',
  'levy-expired',
  'levy-not-covered',
] as const;
export type GoalFigure = (typeof GOAL_FIGURES)[number];

/** Which value of one assumption makes one figure reach a target. */
export interface AskedGoal {
  readonly kind: 'goal';
  /**
   * Key of an assumption; or of the register that a lever of the catalogue is a number of (`apprenticeship-levy.starts`),
   * which is then sought for all organisations together and shared out by the heads of the staff group.
   */
  readonly parameter: string;
  readonly staffGroup: string;
  readonly low: number;
  readonly high: number;
  /** First calendar year that has the value; all later ones have it too. */
  readonly fromYear: number;
  readonly target: {
    readonly figure: GoalFigure;
    readonly year: number;
    readonly sense: 'exactly' | 'at-most' | 'at-least';
    readonly value: number;
  };
}

/** What a planner asks the optimiser. */
export type Asked = AskedPlan | AskedGoal;
