import type { SectionChoice, SectionField, SectionFieldKind } from './section-definition';

type Extras = Pick<SectionField, 'requiredWhen'> | { readonly isRequired: boolean };

/** A field; required unless it says otherwise. */
function field(
  [key, label, hint]: readonly [key: string, label: string, hint: string],
  kind: SectionFieldKind,
  extras: Extras = { isRequired: true },
): SectionField {
  const isRequired = 'isRequired' in extras ? extras.isRequired : false;
  return { key, label, hint, isRequired, ...kind, ...('requiredWhen' in extras ? extras : {}) };
}

type Names = readonly [key: string, label: string, hint: string];

export const OPTIONAL = { isRequired: false } as const;

/** Required where another field has one of the values. */
export const when = (other: string, ...is: readonly string[]) => ({ requiredWhen: { field: other, is } });

export const text = (names: Names, extras?: Extras) => field(names, { kind: 'text' }, extras);
export const paragraphs = (names: Names, extras?: Extras) => field(names, { kind: 'long-text' }, extras);
export const choice = (names: Names, choices: readonly SectionChoice[], extras?: Extras) =>
  field(names, { kind: 'choice', choices }, extras);
export const day = (names: Names, extras?: Extras) => field(names, { kind: 'date' }, extras);
export const financialYear = (names: Names, extras?: Extras) => field(names, { kind: 'year' }, extras);
export const organisation = (names: Names, extras?: Extras) => field(names, { kind: 'organisation' }, extras);
export const staffGroup = (names: Names, extras?: Extras) => field(names, { kind: 'staff-group' }, extras);
export const scenario = (names: Names, extras?: Extras) => field(names, { kind: 'scenario' }, extras);
export const clinicalLead = (names: Names, extras?: Extras) =>
  field(names, { kind: 'clinical-lead' }, extras);

const number =
  (unit: Extract<SectionFieldKind, { kind: 'number' }>['unit'], maximum: number, decimals: number) =>
  (names: Names, extras?: Extras) =>
    field(names, { kind: 'number', unit, minimum: 0, maximum, decimals }, extras);

export const wte = number('WTE', 1_000_000, 1);
export const people = number('people', 1_000_000, 0);
export const pounds = number('£', 100_000_000_000, 0);
export const percent = number('%', 100, 1);
export const rank = number('number', 1_000, 0);
/** 1 (least) to 5 (most). */
export const score = (names: Names, extras?: Extras) =>
  field(names, { kind: 'number', unit: 'number', minimum: 1, maximum: 5, decimals: 0 }, extras);

/** Levels of attainment of electronic rostering and of job planning. */
export const ATTAINMENT_LEVELS: readonly SectionChoice[] = [0, 1, 2, 3, 4].map((level) => ({
  code: String(level),
  label: `Level ${level}`,
}));
