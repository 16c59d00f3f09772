import type { RegisterDefinition, RegisterEntry, RegisterField, RegisterValue } from './register-definition';

/** One thing wrong with an entry. */
export interface RegisterFinding {
  readonly field: string;
  /** Machine name of the rule, for instance `within-bounds`. */
  readonly rule: string;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Codes that an entry may name. */
export interface RegisterScope {
  readonly staffGroups: readonly string[];
  readonly bands: readonly string[];
}

const MONTH = /^[12]\d{3}-(0[1-9]|1[0-2])$/;
const YEAR = /^[12]\d{3}$/;
const LONGEST_TEXT = 500;

/** Checks an entry field by field; the same rules for screens, workbooks and the server. Empty: accepted. */
export function validateRegisterEntry(
  definition: RegisterDefinition,
  values: RegisterEntry['values'],
  scope: RegisterScope,
): readonly RegisterFinding[] {
  const known = new Set(definition.fields.map(({ key }) => key));
  const unknown = Object.keys(values).filter((key) => !known.has(key));
  return [
    ...unknown.map((field) => ({
      field,
      rule: 'known-field',
      message: `${definition.label} has no field "${field}".`,
      fix: `Use ${[...known].join(', ')}.`,
    })),
    ...definition.fields.flatMap((field) => checkField(field, values[field.key], scope)),
  ];
}

function checkField(
  field: RegisterField,
  value: RegisterValue | undefined,
  scope: RegisterScope,
): readonly RegisterFinding[] {
  if (value === undefined || value === '') {
    return field.isRequired ? [finding(field, 'required', 'is empty', 'Fill it in.')] : [];
  }
  return checkValue(field, value, scope);
}

function checkValue(
  field: RegisterField,
  value: RegisterValue,
  scope: RegisterScope,
): readonly RegisterFinding[] {
  switch (field.kind) {
    case 'text':
      return checkText(field, value);
    case 'choice':
      return checkCode(
        field,
        value,
        field.choices.map(({ code }) => code),
      );
    case 'staff-group':
      return checkCode(field, value, scope.staffGroups);
    case 'band':
      return checkCode(field, value, scope.bands);
    case 'month':
      return checkMonth(field, value);
    case 'number':
      return checkNumber(field, value);
    case 'number-by-year':
      return checkYears(field, value);
  }
}

function checkMonth(field: RegisterField, value: RegisterValue): readonly RegisterFinding[] {
  if (typeof value === 'string' && MONTH.test(value)) return [];
  return [finding(field, 'month', `"${show(value)}" is not a month`, 'Write it as 2026-09.')];
}

function checkText(field: RegisterField, value: RegisterValue): readonly RegisterFinding[] {
  if (typeof value !== 'string') return [finding(field, 'text', 'is not text', 'Write text.')];
  if (value.length <= LONGEST_TEXT) return [];
  return [finding(field, 'text-length', `has ${value.length} characters`, `Use at most ${LONGEST_TEXT}.`)];
}

function checkCode(
  field: RegisterField,
  value: RegisterValue,
  codes: readonly string[],
): readonly RegisterFinding[] {
  if (typeof value === 'string' && codes.includes(value)) return [];
  return [
    finding(field, 'known-code', `"${show(value)}" is not known`, `Choose one of ${codes.join(', ')}.`),
  ];
}

type NumberField = Extract<RegisterField, { readonly kind: 'number' | 'number-by-year' }>;

function checkNumber(field: NumberField, value: unknown): readonly RegisterFinding[] {
  const { minimum, maximum } = field;
  const fix = `Enter a number from ${minimum} to ${maximum}.`;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return [finding(field, 'number', `"${show(value)}" is not a number`, fix)];
  }
  if (value >= minimum && value <= maximum) return [];
  return [finding(field, 'within-bounds', `${value} is not between ${minimum} and ${maximum}`, fix)];
}

function checkYears(field: NumberField, value: RegisterValue): readonly RegisterFinding[] {
  if (typeof value !== 'object') {
    return [finding(field, 'by-year', 'is not a set of years', 'Give a number for each first year.')];
  }
  return Object.entries(value).flatMap(([year, number]) =>
    YEAR.test(year)
      ? checkNumber(field, number)
      : [finding(field, 'year', `"${year}" is not a year`, 'Use the first year of the financial year.')],
  );
}

function finding(field: RegisterField, rule: string, problem: string, fix: string): RegisterFinding {
  return { field: field.key, rule, message: `${field.label}: ${problem}.`, fix };
}

function show(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'something else';
}
