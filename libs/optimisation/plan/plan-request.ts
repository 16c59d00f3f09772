import type { Lever, Quantity } from '../model';

/** A weighted figure; weights are 1 for a plain sum. */
export interface Term {
  readonly quantity: Quantity;
  readonly weight: number;
}

interface LimitOfPlan {
  /** Names it within a request. */
  readonly key: string;
  /** In the planner's words, without the bound. */
  readonly label: string;
  readonly sense: 'at-most' | 'at-least';
  readonly bound: number;
  /** Code of the organisation that must keep it; null where it is of all together. */
  readonly organisation: string | null;
}

/** Something that a plan must keep. */
export type Limit =
  /**
   * A sum of figures; `shortfalls` add what is missing at each organisation, where one's surplus fills no other's gap,
   * and `losses` what each levy account loses.
   */
  | (LimitOfPlan & {
      readonly kind: 'sum';
      readonly unit: 'fte' | 'people' | 'pounds';
      readonly terms: readonly Term[];
      readonly shortfalls: readonly Extract<Quantity, { readonly kind: 'balance' }>[];
      readonly losses: readonly Extract<Quantity, { readonly kind: 'levy-balance' }>[];
    })
  /** Pounds over the round by which a plan may cost more than the present one: its levers and the pay bill. */
  | (LimitOfPlan & { readonly kind: 'cost' })
  /** Units of a lever in a year. */
  | (LimitOfPlan & { readonly kind: 'amount'; readonly lever: string; readonly year: number })
  /** A share of one sum in another. */
  | (LimitOfPlan & {
      readonly kind: 'share';
      readonly part: readonly Term[];
      readonly whole: readonly Term[];
    });

/** What the bound and the figures of a limit are counted in. */
export type LimitUnit = 'fte' | 'people' | 'pounds' | 'share' | 'units';

/** The unit of a limit. */
export function unitOfLimit(limit: Limit): LimitUnit {
  if (limit.kind === 'cost') return 'pounds';
  if (limit.kind === 'amount') return 'units';
  return limit.kind === 'share' ? 'share' : limit.unit;
}

/** What is least among the plans that keep every limit. */
export type Objective =
  /** Pounds over the round: the levers' own, and the change of the pay bill that the engine works out. */
  | { readonly kind: 'least-cost' }
  /** WTE missing at the end of the years, summed; of two plans that leave as much missing, the cheaper. */
  | {
      readonly kind: 'least-shortfall';
      readonly staffGroups: readonly string[];
      readonly years: readonly number[];
      /**
       * WTE by which each balance (group by group, year by year within it) of each organisation counts as worse than
       * the central case; left out: by none.
       */
      readonly margins?: readonly (readonly number[])[];
    }
  /** As least shortfall, of the shortfall that nine in ten draws do not exceed. */
  | {
      readonly kind: 'least-risk';
      readonly staffGroups: readonly string[];
      readonly years: readonly number[];
      /** Random draws of each organisation. */
      readonly draws: number;
      readonly seed: string;
    };

/** What a plan pays for using what others want, too. */
export interface Charge {
  /** Whose figure is charged for; of a share, its part less the bound's share of its whole. */
  readonly limit: Limit;
  /** In the unit of the objective, for one of the figure; below 0 where a higher figure is wanted. */
  readonly price: number;
}

/** What the optimiser is asked. */
export interface PlanRequest {
  readonly levers: readonly Lever[];
  readonly limits: readonly Limit[];
  readonly objective: Objective;
  /** Added to the objective; left out: none. */
  readonly charges?: readonly Charge[];
}

/** Figures that a limit reads. */
export function quantitiesOf(limit: Limit): readonly Quantity[] {
  if (limit.kind === 'cost' || limit.kind === 'amount') return [];
  const terms = limit.kind === 'sum' ? limit.terms : [...limit.part, ...limit.whole];
  return [...terms.map(({ quantity }) => quantity), ...balancesIn(limit)];
}

/** Figures whose positive part a limit counts, organisation by organisation. */
export function balancesIn(limit: Limit): readonly Quantity[] {
  return limit.kind === 'sum' ? [...limit.shortfalls, ...limit.losses] : [];
}
