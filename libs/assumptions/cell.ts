import type { FactStatus } from '#modules/registry';
import type { EditOperation } from './assumption-edit';

/** Where the value shown in a cell comes from. */
export interface CellProvenance {
  /** `sum`: the number of a parent staff group, which is the sum of its groups. */
  readonly level: 'national-default' | 'scenario' | 'sum';
  readonly scenario: { readonly id: string; readonly name: string } | null;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string } | null;
  /** The staff group that the value was entered for; this one or a parent. */
  readonly staffGroup: { readonly code: string; readonly name: string };
  /** The year from which it was entered; null for a national default. */
  readonly year: number | null;
  readonly author: string | null;
  readonly at: string | null;
}

/** What the organisation's own history says, where the value in force was calibrated from it. */
export interface LocalEvidence {
  readonly value: number | null;
  /** Weight of the local figure against the peer's, 0..1. */
  readonly weight: number;
  readonly peer: number;
}

/** How sure the value is: the registry's words for defaults, `entered` for a planner's own value. */
export type CellStatus = FactStatus | 'entered';

/** One cell of an assumption grid: the value in force and the own row behind it, if there is one. */
export interface AssumptionCell {
  readonly year: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Of the own row; null where the value is inherited. */
  readonly operation: Exclude<EditOperation, 'reset'> | null;
  /** The number of the own row: what is set, added or multiplied by; null where the value is inherited. */
  readonly operand: number | null;
  /** The version to base an edit on; 0 where there never was an own row. */
  readonly version: number;
  readonly own: boolean;
  readonly basis: string | null;
  readonly note: string | null;
  readonly source: string | null;
  readonly status: CellStatus | null;
  readonly provenance: CellProvenance;
  readonly local: LocalEvidence | null;
}
