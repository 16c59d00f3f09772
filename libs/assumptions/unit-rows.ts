import type { UnplacedRow } from '#modules/what-if';
import type { AssumptionRow } from './assumption-row.repository';
import type { StaffGroupNode } from './staff-group.repository';
import { cascadeRowsOf, type UnitContext } from './unit-context';

/** What decides a unit's values, without who entered it and why. */
export interface UnitRows {
  /** By parameter. */
  readonly rows: Readonly<Record<string, readonly UnplacedRow[]>>;
  readonly staffGroups: readonly StaffGroupNode[];
}

/** Places rows as the cascade reads them, by parameter, and leaves out what it doesn't read. */
export function unitRowsOf(context: UnitContext, stored: readonly AssumptionRow[]): UnitRows {
  const rows: Record<string, UnplacedRow[]> = {};
  for (const { meta, ...row } of cascadeRowsOf(context, stored)) (rows[meta.parameter] ??= []).push(row);
  return { rows, staffGroups: context.staffGroups };
}
