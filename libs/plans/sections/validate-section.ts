import type { InputFault } from '#platform';
import type { SectionDefinition, SectionEntry, SectionField, SectionValue } from './section-definition';

/** What the fields of a document can name. */
export interface SectionScope {
  /** Ids of the organisation itself and of those below it. */
  readonly organisations: ReadonlySet<string>;
  readonly staffGroups: ReadonlySet<string>;
  /** Ids of the scenarios of the family. */
  readonly scenarios: ReadonlySet<string>;
  /** First calendar years of the round's financial years. */
  readonly years: readonly number[];
  /** Whether a person may lead a commitment clinically; null stands for the plan as a whole. */
  readonly mayLead: (personId: string, commitment: string | null) => boolean;
}

const LONGEST = { text: 500, 'long-text': 20_000 } as const;
const MOST_ENTRIES = 500;
const ENTRY_ID = /^[A-Za-z0-9-]{1,64}$/;

/**
 * Checks what is entered in a section: every value must be of its field's kind. What is still missing is no
 * fault here: a draft is incomplete by nature.
 *
 * @returns a fault for each broken rule, pointing at `/entries/<index>/values/<field>`
 */
export function validateSection(
  definition: SectionDefinition,
  entries: readonly SectionEntry[],
  scope: SectionScope,
): readonly InputFault[] {
  const most = definition.shape === 'record' ? 1 : MOST_ENTRIES;
  if (entries.length > most) {
    const message = `${definition.label} has at most ${most === 1 ? 'one entry' : `${most} entries`}.`;
    return [{ pointer: '/entries', rule: 'most-entries', message, fix: 'Remove the rest.' }];
  }
  return [
    ...idFaults(entries),
    ...repeatedRows(definition, entries),
    ...valueFaults(definition, entries, scope),
  ];
}

function idFaults(entries: readonly SectionEntry[]): readonly InputFault[] {
  return entries.flatMap(({ id }, index) => {
    const isGood = ENTRY_ID.test(id) && entries.findIndex((other) => other.id === id) === index;
    if (isGood) return [];
    const message = 'An entry needs an id of its own, of up to 64 letters, digits and hyphens.';
    return [{ pointer: `/entries/${index}/id`, rule: 'entry-id', message, fix: 'Give it another id.' }];
  });
}

function repeatedRows(
  { fixedRows }: SectionDefinition,
  entries: readonly SectionEntry[],
): readonly InputFault[] {
  if (fixedRows === undefined) return [];
  const { field } = fixedRows;
  return entries.flatMap(({ values }, index) => {
    const value = values[field];
    const first = entries.findIndex((other) => other.values[field] === value);
    if (value === undefined || first === index) return [];
    const message = 'This is answered in an entry above.';
    return [
      { pointer: `/entries/${index}/values/${field}`, rule: 'answered-once', message, fix: 'Remove one.' },
    ];
  });
}

function valueFaults(
  { label, fields }: SectionDefinition,
  entries: readonly SectionEntry[],
  scope: SectionScope,
): readonly InputFault[] {
  return entries.flatMap((entry, index) =>
    Object.entries(entry.values).flatMap(([key, value]) => {
      const pointer = `/entries/${index}/values/${key}`;
      const field = fields.find((one) => one.key === key);
      if (field === undefined) {
        const fix = `Use ${fields.map((one) => one.key).join(', ')}.`;
        return [{ pointer, rule: 'known-field', message: `${label} has no field "${key}".`, fix }];
      }
      const problem = problemOf(field, value, { scope, entry });
      return problem === null ? [] : [{ pointer, ...problem }];
    }),
  );
}

type Problem = Pick<InputFault, 'rule' | 'message' | 'fix'> | null;

/** Where a value stands. */
interface Place {
  readonly scope: SectionScope;
  readonly entry: SectionEntry;
}

function problemOf(field: SectionField, value: SectionValue, place: Place): Problem {
  const { scope, entry } = place;
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return textProblem(field, value);
    case 'choice':
      return oneOf(field, value, new Set(field.choices.map(({ code }) => code)));
    case 'number':
      return numberProblem(field, value);
    case 'date':
      return dateProblem(field, value);
    case 'year':
      return oneOf(field, String(value), new Set(scope.years.map(String)));
    case 'organisation':
      return oneOf(field, value, scope.organisations);
    case 'staff-group':
      return oneOf(field, value, scope.staffGroups);
    case 'scenario':
      return oneOf(field, value, scope.scenarios);
    case 'clinical-lead':
      return leadProblem(field, value, { scope, entry });
  }
}

function textProblem(field: SectionField & { kind: 'text' | 'long-text' }, value: SectionValue): Problem {
  const most = LONGEST[field.kind];
  if (typeof value === 'string' && value.length <= most) return null;
  return { rule: 'text', message: `${field.label} is text of up to ${most} characters.`, fix: 'Shorten it.' };
}

function oneOf({ label }: SectionField, value: SectionValue, known: ReadonlySet<string>): Problem {
  if (typeof value === 'string' && known.has(value)) return null;
  return {
    rule: 'known-code',
    message: `${label}: "${value}" is not one to choose.`,
    fix: 'Choose one of the list.',
  };
}

function numberProblem(field: SectionField & { kind: 'number' }, value: SectionValue): Problem {
  const { label, minimum, maximum, decimals, unit } = field;
  const isNumber = typeof value === 'number' && Number.isFinite(value);
  const scaled = isNumber ? value * 10 ** decimals : NaN;
  const isFine = isNumber && Math.abs(scaled - Math.round(scaled)) < 1e-6;
  if (isFine && value >= minimum && value <= maximum) return null;
  return {
    rule: 'within-bounds',
    message: `${label} is a number (${unit}) from ${minimum} to ${maximum.toLocaleString('en-GB')} with ${decimals} decimals.`,
    fix: 'Enter such a number.',
  };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dateProblem({ label }: SectionField, value: SectionValue): Problem {
  const isDay =
    typeof value === 'string' &&
    DAY.test(value) &&
    new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;
  return isDay ? null : { rule: 'date', message: `${label} is a day.`, fix: 'Write it as 2026-11-27.' };
}

function leadProblem({ label }: SectionField, value: SectionValue, { scope, entry }: Place): Problem {
  const commitment = entry.values['commitment'];
  const scopeOfLead = typeof commitment === 'string' ? commitment : null;
  if (typeof value === 'string' && scope.mayLead(value, scopeOfLead)) return null;
  return {
    rule: 'clinical-lead',
    message: `${label}: this person holds no role of clinical lead that covers it.`,
    fix: 'Choose one of the list, or have the role granted first.',
  };
}
