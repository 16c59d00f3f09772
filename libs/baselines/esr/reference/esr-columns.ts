import { readReferenceTable } from '#organisations';
import { COLUMN_USES, type LayoutColumn } from '../../reading/read-header';

/** The columns that something is read from. */
export const ESR_FIELDS = [
  'employee-number',
  'assignment-number',
  'primary-assignment',
  'assignment-category',
  'assignment-status',
  'position',
  'position-number',
  'staff-group',
  'job-role',
  'occupation-code',
  'pay-grade',
  'fte',
  'age-band',
  'birth-date',
  'ethnic-origin',
  'disability',
  'latest-start-date',
  'termination-date',
  'leaving-reason',
  'destination-on-leaving',
  'recruitment-source',
  'org-l2',
  'org-l3',
  'org-l4',
  'org-l5',
  'org-l6',
  'org-l7',
  'effective-date',
  'person-name',
  'national-insurance-number',
  'nhs-number',
  'contact',
  'registration-number',
  'bank-account',
] as const;
export type EsrField = (typeof ESR_FIELDS)[number];

/** A column of an extract. */
export type EsrColumn = LayoutColumn<EsrField>;

export function isEsrField(text: string): text is EsrField {
  return (ESR_FIELDS as readonly string[]).includes(text);
}

/**
 * The columns of `config/reference/esr/columns.csv`.
 *
 * @throws Error when a field or use is not one that the import knows
 */
export function readEsrColumns(): readonly EsrColumn[] {
  const rows = readReferenceTable('esr/columns.csv', ['field', 'name', 'use', 'aliases']);
  return rows.map(({ field, name, use, aliases }) => {
    const known = COLUMN_USES.find((one) => one === use);
    if (!isEsrField(field) || known === undefined) {
      throw new Error(
        `config/reference/esr/columns.csv: ${field}, ${use} is not a field and use of an extract.`,
      );
    }
    return { field, name, use: known, aliases: aliases.split('|').filter((alias) => alias !== '') };
  });
}
