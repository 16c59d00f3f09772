import type { EntityManager } from 'typeorm';
import { insertRows } from '#persistence';
import { InvalidInputError, type InputFault } from '#platform';
import { isEsrField, type EsrField } from '../reference/esr-columns';
import type { RuleMatch } from '../reference/assignment-rules';
import { MOST_STARS } from '../../reading/value-patterns';
import { LEAVING_PLACES, type EsrReference } from '../reference/esr-reference';

/** How the extracts of one organisation are read, beyond what is shipped. Saved, with a version. */
export interface EsrMapping {
  /** Header of a column by field, where it goes by another name than those known. */
  readonly columns: Readonly<Partial<Record<EsrField, string>>>;
  /** Staff group by occupation code or pattern (`A0*`). */
  readonly occupationCodes: Readonly<Record<string, string>>;
  /** Band by pay grade or pattern. */
  readonly payGrades: Readonly<Record<string, string>>;
  /** Further values that put an assignment under a rule. */
  readonly rules: readonly RuleMatch[];
  /** Place (`same-system`, `nhs`, `outside`) by destination on leaving. */
  readonly destinations: Readonly<Record<string, string>>;
}

export const EMPTY_MAPPING: EsrMapping = {
  columns: {},
  occupationCodes: {},
  payGrades: {},
  rules: [],
  destinations: {},
};

/**
 * A mapping from JSON; what is left out is empty.
 *
 * @throws InvalidInputError when a part is not of its shape
 */
export function toEsrMapping(content: unknown): EsrMapping {
  const record = isRecord(content) ? content : {};
  const faults = [
    ...(isRecord(content) ? [] : [shapeFault('', 'an object')]),
    ...Object.keys(record)
      .filter((part) => !Object.hasOwn(EMPTY_MAPPING, part))
      .map((part) => shapeFault(`/${part}`, `one of ${Object.keys(EMPTY_MAPPING).join(', ')}`)),
    ...TEXT_PARTS.filter((part) => !isTexts(record[part] ?? {})).map((part) =>
      shapeFault(`/${part}`, `an object of texts, with at most ${MOST_STARS} stars in a pattern`),
    ),
    ...(isMatches(record['rules'] ?? [])
      ? []
      : [shapeFault('/rules', 'a list of { code, field, patterns: [text] }')]),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
  return { ...EMPTY_MAPPING, ...record };
}

const TEXT_PARTS = ['columns', 'occupationCodes', 'payGrades', 'destinations'] as const;
const MOST_ENTRIES = 2_000;
const LONGEST_TEXT = 200;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_TEXT;

/** A pattern that can be tried quickly. */
const isPattern = (value: unknown): value is string =>
  isText(value) && value.split('*').length - 1 <= MOST_STARS;

const isTexts = (value: unknown): boolean =>
  isRecord(value) &&
  Object.keys(value).length <= MOST_ENTRIES &&
  Object.entries(value).every(([pattern, text]) => isPattern(pattern) && isText(text));

const isMatches = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= MOST_ENTRIES &&
  value.every(
    (match: unknown) =>
      isRecord(match) &&
      Object.keys(match).every((key) => ['code', 'field', 'patterns'].includes(key)) &&
      isText(match['code']) &&
      isText(match['field']) &&
      Array.isArray(match['patterns']) &&
      match['patterns'].length <= MOST_ENTRIES &&
      match['patterns'].every(isPattern),
  );

const shapeFault = (pointer: string, shape: string): InputFault => ({
  pointer,
  rule: 'mapping-shape',
  message: 'The mapping is not of its shape.',
  fix: `Give ${shape}; docs/esr-import.md has an example.`,
});

/** A saved mapping; version 0 where the organisation has saved none. */
export interface SavedEsrMapping {
  readonly version: number;
  readonly mapping: EsrMapping;
}

/** The latest mapping of an organisation. */
export async function readEsrMapping(
  manager: EntityManager,
  organisationId: string,
): Promise<SavedEsrMapping> {
  const [row] = await manager.query<{ version: number; content: string }[]>(
    'SELECT version, content FROM esr_mapping WHERE organisation_id = ? ORDER BY version DESC LIMIT 1',
    [organisationId],
  );
  if (row === undefined) return { version: 0, mapping: EMPTY_MAPPING };
  return { version: row.version, mapping: JSON.parse(row.content) as EsrMapping };
}

/**
 * Saves a mapping as the next version; earlier ones stay.
 *
 * @throws InvalidInputError naming each entry that is none of the known fields, codes or rules
 * @throws the driver's duplicate-key error when someone else saved the same version
 */
export async function saveEsrMapping(
  manager: EntityManager,
  organisationId: string,
  mapping: EsrMapping,
  by: { readonly reference: EsrReference; readonly authorId: string | null },
): Promise<SavedEsrMapping> {
  await checkEsrMapping(manager, mapping, by.reference);
  const version = (await readEsrMapping(manager, organisationId)).version + 1;
  await insertRows(
    manager,
    'esr_mapping',
    ['organisation_id', 'version', 'content', 'author_id', 'created_at'],
    [[organisationId, version, JSON.stringify(mapping), by.authorId, new Date()]],
  );
  return { version, mapping };
}

/** @throws InvalidInputError naming each entry that is none of the known fields, codes or rules */
export async function checkEsrMapping(
  manager: EntityManager,
  mapping: EsrMapping,
  { rules }: EsrReference,
): Promise<void> {
  const codesOf = async (sql: string): Promise<string[]> =>
    (await manager.query<{ code: string }[]>(sql)).map(({ code }) => code);
  const groups = await codesOf('SELECT code FROM staff_group WHERE is_leaf = 1 ORDER BY position');
  const bands = await codesOf('SELECT code FROM band ORDER BY position');
  const ruleCodes = rules.rules.map(({ code }) => code);
  const faults = [
    ...Object.keys(mapping.columns).flatMap((field) =>
      isEsrField(field) ? [] : [fault(`/columns/${field}`, field, 'a column of an ESR extract', [])],
    ),
    ...checkValues('/occupationCodes', mapping.occupationCodes, groups, 'a staff group'),
    ...checkValues('/payGrades', mapping.payGrades, bands, 'a band'),
    ...checkValues('/destinations', mapping.destinations, LEAVING_PLACES, 'a place'),
    ...mapping.rules.flatMap(({ code, field }, index) => [
      ...(ruleCodes.includes(code) ? [] : [fault(`/rules/${index}/code`, code, 'a rule', ruleCodes)]),
      ...(isEsrField(field) ? [] : [fault(`/rules/${index}/field`, field, 'a column of an ESR extract', [])]),
    ]),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function checkValues(
  pointer: string,
  values: Readonly<Record<string, string>>,
  known: readonly string[],
  what: string,
): InputFault[] {
  return Object.entries(values)
    .filter(([, value]) => !known.includes(value))
    .map(([key, value]) => fault(`${pointer}/${key}`, value, what, known));
}

function fault(pointer: string, value: string, what: string, known: readonly string[]): InputFault {
  const fix = known.length === 0 ? 'Use a field of docs/esr-import.md.' : `Use one of ${known.join(', ')}.`;
  return { pointer, rule: 'known-code', message: `“${value}” is not ${what}.`, fix };
}
