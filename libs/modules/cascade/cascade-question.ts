import type { ParameterDefinition } from '../registry/parameter-definition';

export type CascadeOperation = 'set' | 'add' | 'multiply';

/** One stored assumption, placed relative to the question: depth 0 is the scenario or organisation asked about. */
export interface CascadeRow<Meta = unknown> {
  /** 0 is the scenario itself, 1 its base scenario, and so on. */
  readonly scenarioDepth: number;
  /** 0 is the organisation itself, 1 its parent (system), and so on up to the nation. */
  readonly organisationDepth: number;
  readonly staffGroup: string;
  /** The value applies from this financial year on. */
  readonly firstYear: number;
  readonly operation: CascadeOperation;
  readonly value: number;
  /** P10 and P90; null where none was given. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whatever the caller wants back with the answer (scenario, organisation, author, basis, note …). */
  readonly meta: Meta;
}

export interface StaffGroupNode {
  readonly code: string;
  /** Null for the root (`all-staff`). */
  readonly parentCode: string | null;
}

/** Which parameter is asked for, over which staff groups and years, and the rows that could decide it. */
export interface CascadeQuestion<Meta = unknown> {
  readonly parameter: ParameterDefinition;
  readonly staffGroups: readonly StaffGroupNode[];
  /** Financial year of index 0 of the answer; a projection asks from the year before the round's first. */
  readonly firstYear: number;
  /** Number of years answered. */
  readonly years: number;
  readonly rows: readonly CascadeRow<Meta>[];
}

/** A row that had a part in a value, and the value it acted on (null where it replaced everything). */
export interface CascadeStep<Meta> {
  readonly row: CascadeRow<Meta>;
  readonly before: number | null;
  readonly after: number;
}

/**
 * Where a resolved value comes from.
 * `national-default`: no row applies. `scenario`: `decidedBy` is the nearest row. `sum`: a count of a
 * parent group, which is the sum of its leaves.
 */
export type CascadeProvenance<Meta> =
  | { readonly level: 'national-default'; readonly staffGroup: string }
  | {
      readonly level: 'scenario';
      readonly decidedBy: CascadeRow<Meta>;
      /** Nearest first; the last acted on the national default unless it is a `set`. */
      readonly steps: readonly CascadeStep<Meta>[];
    }
  | { readonly level: 'sum' };

export interface ResolvedCell<Meta> {
  readonly year: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The hard bound of the parameter that an `add` or `multiply` ran into; the value is held at it. */
  readonly heldAt: 'minimum' | 'maximum' | null;
  readonly provenance: CascadeProvenance<Meta>;
}

/** Resolved cells by staff-group code (leaves and parents alike), one per year. */
export interface CascadeAnswer<Meta = unknown> {
  readonly cells: Readonly<Record<string, readonly ResolvedCell<Meta>[]>>;
}
