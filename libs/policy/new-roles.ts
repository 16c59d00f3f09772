import type { NewRoleFact } from './policy-data';
import type { PolicyRow } from './policy-row';

/** A role with the staff groups in which it counts. @throws PolicyFileError if the row cannot be used. */
export function newRoleOf(row: PolicyRow, known: ReadonlySet<string>): NewRoleFact {
  const effectiveFrom = row.optionalDate('effective_from');
  const effectiveTo = row.optionalDate('effective_to');
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom)
    throw row.error('effective_to', 'is before effective_from');
  const pounds = row.optionalNumber('reimbursement_gbp');
  return {
    code: row.text('code'),
    label: row.text('label'),
    staffGroups: row.text('staff_groups').split(';'),
    agendaForChangeBand: row.optionalText('afc_band'),
    reimbursement: pounds === null ? null : { year: row.financialYear('reimbursement_year'), pounds },
    effectiveFrom,
    effectiveTo,
    ...row.origin(known),
  };
}

/** True on a day from its first to its last; open ends are always in force. */
export function isInForce(
  {
    effectiveFrom,
    effectiveTo,
  }: { readonly effectiveFrom: string | null; readonly effectiveTo: string | null },
  day: string,
): boolean {
  return (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo);
}
