import { sentenceCase } from './list';

/** What a rule does with an assignment. */
const EFFECTS: Readonly<Record<string, string>> = {
  'left-out': 'Left out',
  apart: 'Counted apart',
  counted: 'In WTE and headcount',
  'fixed-term': 'In both; not in local turnover',
  trainee: 'In both, as trainees; not in turnover',
  'person-once': 'In WTE; the person counts once',
};

/** What a rule does with an assignment, in words. */
export const effectText = (effect: string): string => EFFECTS[effect] ?? sentenceCase(effect);

/** The four measures of turnover, which are never compared with one another. */
export const TURNOVER_MEASURES: Readonly<Record<string, string>> = {
  'left-this-organisation': 'Turnover (left this organisation)',
  'left-the-system': 'Left the system',
  'nhs-leaver-rate': 'NHS leaver rate',
  'local-esr-turnover': 'Local ESR turnover',
};

/** Where leavers went, in words. */
export const LEAVING_PLACES: Readonly<Record<string, string>> = {
  'same-system': 'Another organisation of the system',
  nhs: 'Another NHS employer',
  outside: 'Out of the NHS',
  'not-known': 'Not known',
};

/** What a mapping of an extract maps, in words. */
export const MAPPED_PARTS = {
  columns: 'Column',
  occupationCodes: 'Occupation code',
  payGrades: 'Pay grade',
  rules: 'Rule on assignments',
  destinations: 'Destination on leaving',
} as const;

interface Named {
  readonly code: string;
  readonly name: string;
}

/** The names of what an extract's figures are of. */
export interface EsrNames {
  readonly columns: readonly { readonly field: string; readonly name: string }[];
  readonly rules: readonly { readonly code: string; readonly label: string }[];
  readonly staffGroups: readonly Named[];
  readonly bands: readonly Named[];
}

const ALL_STAFF = 'all-staff';

const nameIn = (named: readonly Named[] | undefined, code: string): string =>
  named?.find((each) => each.code === code)?.name ?? sentenceCase(code);

/** Name of a staff group; `all-staff` in words. */
export function groupName(names: Pick<EsrNames, 'staffGroups'> | undefined, code: string): string {
  return code === ALL_STAFF ? 'All staff' : nameIn(names?.staffGroups, code);
}

/** Name of a band. */
export function bandName(names: EsrNames | undefined, code: string): string {
  return nameIn(names?.bands, code);
}

/** Name of a field that a column of an extract is read as. */
export function esrFieldName(names: EsrNames | undefined, field: string): string {
  return names?.columns.find((column) => column.field === field)?.name ?? field;
}
