import { RetentionChanges, type RetentionChange, type RetentionForm } from '../retention';
import { inputWithEdits, type EditedParameter, type WhatIfBase } from './input-with-edits';

/** Better retention of a staff group in a year, as one would say it. */
export interface RetentionQuestion {
  readonly staffGroup: string;
  /** First calendar year of a financial year of the round. */
  readonly year: number;
  readonly form: RetentionForm;
  /** A share for points (0.01 is one), people for leavers avoided, WTE for WTE kept. */
  readonly amount: number;
}

/** The change in all its forms, and the assumption that stands for it with its value. */
export interface RetentionEntry extends RetentionChange {
  readonly parameter: string;
  readonly value: number;
}

/**
 * What to enter for better retention, worked out on the unit's projection with the edits.
 *
 * @throws RetentionChangeError if the group or year is unknown, or turnover alone can't bring it about
 */
export function retentionEntry(
  base: WhatIfBase,
  edits: readonly EditedParameter[],
  { form, amount, ...place }: RetentionQuestion,
): RetentionEntry {
  const changes = new RetentionChanges({ input: inputWithEdits(base, edits), ...place });
  const change = changes.of(form, amount);
  return { ...change, ...changes.entryFor(change.points) };
}
