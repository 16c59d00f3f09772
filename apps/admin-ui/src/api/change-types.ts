import type { EntryValues } from './analysis-types';
import type { AssumptionOperation } from './types';

/** A number that was entered, and how it acts on what is inherited. */
export interface ChangedAmount {
  readonly operation: AssumptionOperation;
  readonly value: number;
}

interface ChangeAt {
  readonly seq: number;
  readonly at: string;
  readonly author: string | null;
  readonly origin: string;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly reason: string | null;
}

/** One saved change of one assumption; null amounts are the inherited value. */
export interface AssumptionChange extends ChangeAt {
  readonly kind: 'assumption';
  readonly parameter: string;
  readonly staffGroup: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly before: ChangedAmount | null;
  readonly after: ChangedAmount | null;
}

/** One saved change of one register entry; null where it was not there or is withdrawn. */
export interface EntryChange extends ChangeAt {
  readonly kind: 'entry';
  readonly register: string;
  readonly entryKey: string;
  readonly before: EntryValues | null;
  readonly after: EntryValues | null;
}

export type PlanChange = AssumptionChange | EntryChange;

export interface PlanChanges {
  readonly changes: readonly PlanChange[];
  readonly next: string | null;
}
