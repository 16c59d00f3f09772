import type { RegisterValue } from '#modules/register';
import { isCount, parameterByKey } from '#modules/registry';

/** What a unit of a lever does. */
export type LeverAction =
  /** Adds to an assumption of the year: `effect` in the parameter's unit (-0.001 is a tenth of a point less). */
  | {
      readonly kind: 'assumption';
      readonly parameter: string;
      readonly staffGroup: string;
      readonly effect: number;
    }
  /**
   * Lowers a cap, a share of funded posts, from what is in use at the baseline or the cap in force, whichever is
   * lower: `effect` a unit, below 0.
   */
  | {
      readonly kind: 'cap';
      readonly parameter: string;
      readonly staffGroup: string;
      readonly effect: number;
      /** Assumption that says what is in use, WTE. */
      readonly inUse: string;
    }
  /** Is the number of the year in an entry of a register (apprenticeship starts, conversion programmes). */
  | {
      readonly kind: 'register-number';
      readonly register: string;
      readonly field: string;
      /** The other fields of the entry. */
      readonly values: Readonly<Record<string, RegisterValue>>;
    }
  /**
   * Is the share of the staff whom a retention intervention has reached by the end of the year. It grows from
   * April to March, and never falls: those reached stay covered.
   */
  | {
      readonly kind: 'retention-coverage';
      readonly name: string;
      readonly staffGroup: string;
      /** Share by which the chance of leaving of one's own accord falls for a person covered. */
      readonly effect: number;
      readonly evidence: string;
    };

/** What amounts and prices are counted for: each organisation as it is, or each of its people in the group at the baseline. */
export type LeverScale = 'organisation' | 'head';

/** Something that may move, how far, how fast and at what price. */
export interface Lever {
  /** Names it within a request. */
  readonly key: string;
  readonly label: string;
  /** Words for one unit: `offer`, `point of turnover`. */
  readonly unit: string;
  readonly action: LeverAction;
  /** Staff group whose people scale it. */
  readonly staffGroup: string;
  /** Most units of each year of the round; null where the planner sets no limit. */
  readonly most: readonly (number | null)[];
  readonly mostPer: LeverScale;
  /** Most by which a year's units may exceed those of the year before; null where they may jump. */
  readonly ramp: number | null;
  /** Months from the round's start before it can act. */
  readonly leadMonths: number;
  /** Pounds of one unit in one year, beside what the projection itself costs (pay, recruitment, temporary staff). */
  readonly unitCost: number;
  readonly costPer: LeverScale;
  /** Whole units only, where an organisation has few: at most as many as this in a year. 0: never. */
  readonly wholeUpTo: number;
  /** Most units a year of all organisations together: a pool from which they draw; null where each has its own. */
  readonly pool: readonly number[] | null;
  /** Key of the lever whose units of all organisations bound those of this one, year by year; left out: none does. */
  readonly suppliedBy?: string;
  /** Depends on money that may be withdrawn: the future without funding takes it away. */
  readonly funded: 'own-means' | 'outside-funding';
}

/** True where units of several organisations make a sum (people, starts, pounds); a rate or a share has a mean. */
export function addsUp({ action }: Pick<Lever, 'action'>): boolean {
  if (action.kind === 'register-number') return true;
  const definition = action.kind === 'assumption' ? parameterByKey(action.parameter) : undefined;
  return definition !== undefined && isCount(definition);
}

/** Units of one lever in each year of the round. */
export type YearlyAmounts = readonly number[];

/** Amounts by lever key. */
export type LeverAmounts = Readonly<Record<string, YearlyAmounts>>;

export { PROPOSED_BY_OPTIMISER } from '#modules/registry';
