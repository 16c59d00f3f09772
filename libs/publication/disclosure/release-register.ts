import type { PartialWorld } from './block-attack';
import type { Constraint, Variable } from './constraint-system';
import type { CellStatus, FigureKind, PublishedCell } from './disclosure-rule';
import type { FinestVariables } from './cell-lattice';

/** One sum of finest cells as it was published, once for all addresses that show it. Never changes. */
export interface FrozenCell extends PublishedCell {
  readonly columns: readonly number[];
  readonly kind: FigureKind;
  readonly trueValue: number;
  /** True for a cell that must stay hidden: under 5, or hidden at the date it is projected from. */
  readonly isProtected: boolean;
  readonly status: CellStatus;
}

/**
 * An organisation's finest cells of a measure at a date as last released. Figures that are released again
 * unchanged are the same unknowns to an attacker; changed ones are new unknowns.
 */
export interface Vintage {
  readonly variables: FinestVariables;
  readonly values: readonly number[];
}

/** Everything ever published, with the true values behind it: the input of the next release's audit. */
export interface DisclosureRegister {
  readonly variables: readonly Variable[];
  /** The true values of the variables. */
  readonly world: readonly number[];
  /** Worlds that proved the last release safe: where the next audit starts looking. */
  readonly proof: readonly PartialWorld[];
  /** What an attacker knows besides the tables: FTE never exceeds people; a correction touched few of them. */
  readonly links: readonly Constraint[];
  /** By organisation, date and measure. */
  readonly vintages: ReadonlyMap<string, Vintage>;
  /** By the sum that a cell is, see {@link cellKey}. */
  readonly cells: ReadonlyMap<string, FrozenCell>;
  /** The key of the cell that an address last showed. */
  readonly addresses: ReadonlyMap<string, string>;
}

export const EMPTY_REGISTER: DisclosureRegister = {
  variables: [],
  world: [],
  proof: [],
  links: [],
  vintages: new Map(),
  cells: new Map(),
  addresses: new Map(),
};

/** Two cells that add up the same unknowns are one: a system of one organisation is that organisation. */
export function cellKey(columns: readonly number[]): string {
  return [...columns].sort((left, right) => left - right).join(',');
}

export function vintageKey(organisation: string, date: string, measure: string): string {
  return `${organisation}|${date}|${measure}`;
}
