import type { ParameterUnit, PlanningModule } from '../registry/parameter-definition';

/** Unit of a number in a register: those of assumptions, and plain numbers (hours, days, units of activity). */
export type RegisterUnit = ParameterUnit | 'number';

/** What a field of a register holds. */
export type RegisterFieldKind =
  /** Free text, up to 500 characters. */
  | { readonly kind: 'text' }
  /** One of the codes. */
  | { readonly kind: 'choice'; readonly choices: readonly RegisterChoice[] }
  /** A number in the unit, within the bounds. */
  | {
      readonly kind: 'number' | 'number-by-year';
      readonly unit: RegisterUnit;
      readonly minimum: number;
      readonly maximum: number;
      readonly decimals: number;
    }
  /** A month, `YYYY-MM`. */
  | { readonly kind: 'month' }
  /** The code of a staff group of the organisation. */
  | { readonly kind: 'staff-group' }
  /** The code of a pay band. */
  | { readonly kind: 'band' };

export interface RegisterChoice {
  readonly code: string;
  readonly label: string;
}

/** One field of a register, as screens, workbooks and documents show it. */
export type RegisterField = RegisterFieldKind & {
  readonly key: string;
  readonly label: string;
  /** Meaning and basis in the planner's words. */
  readonly description: string;
  readonly isRequired: boolean;
};

/**
 * A list that planners keep beside the assumptions: schemes, cohorts, interventions. Everything that
 * shows, checks, stores or explains an entry is generated from the definition. Keys are never renamed or
 * reused. Entries of `reach: 'subtree'` entered for a system or region act on every organisation below it.
 */
export interface RegisterDefinition {
  /** `<module>.<name>`, for instance `retention.interventions`. */
  readonly key: string;
  readonly module: PlanningModule;
  readonly label: string;
  readonly description: string;
  readonly reach: 'organisation' | 'subtree';
  readonly fields: readonly RegisterField[];
  /** Modules whose results the entries move. */
  readonly feeds: readonly PlanningModule[];
}

/**
 * Value of a field: text, choices, months and codes are strings; numbers by year are keyed by the first
 * calendar year of the financial year and hold until the next year given (nothing before the first).
 */
export type RegisterValue = string | number | Readonly<Record<string, number>>;

/** One entry of a register. */
export interface RegisterEntry {
  /** Stable while the entry is edited; unique within the register of an organisation. */
  readonly id: string;
  readonly values: Readonly<Record<string, RegisterValue>>;
}

/** Register key -> its entries, in the order in which they were entered. */
export type Registers = Readonly<Record<string, readonly RegisterEntry[]>>;
