import type { AssumptionOperation } from './types';

/** A number that was entered, and how it acts on what is inherited. */
export interface ChangedAmount {
  readonly operation: AssumptionOperation;
  readonly value: number;
}

/** One saved change of one assumption; null amounts are the inherited value. */
export interface PlanChange {
  readonly seq: number;
  readonly at: string;
  readonly author: string | null;
  readonly origin: string;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly parameter: string;
  readonly staffGroup: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly before: ChangedAmount | null;
  readonly after: ChangedAmount | null;
  readonly reason: string | null;
}

export interface PlanChanges {
  readonly changes: readonly PlanChange[];
  readonly next: number | null;
}
