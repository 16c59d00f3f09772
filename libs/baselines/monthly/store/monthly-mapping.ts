import type { EntityManager } from 'typeorm';
import { insertRows } from '#persistence';
import { InvalidInputError, type InputFault } from '#platform';
import { MOST_STARS } from '../../reading/value-patterns';
import { EMPLOYMENTS, type MonthlyFileKind, type Place } from '../monthly-file';

/** What belongs to no line of this organisation: hosted services, subsidiaries, codes that are no staff. */
export const LEFT_OUT = 'left-out';

/** How the ledgers or rosters of an organisation are read; patterns as in an ESR mapping. */
export interface MonthlyMapping {
  /** Header by field. */
  readonly columns: Readonly<Record<string, string>>;
  /** Division by cost centre or pattern, or `left-out`. */
  readonly costCentres: Readonly<Record<string, string>>;
  /** `employment:staff-group` (`bank:midwives`) by subjective code or pattern, or `left-out`. */
  readonly subjectiveCodes: Readonly<Record<string, string>>;
  /** Staff group by the label that a roster gives it. */
  readonly staffGroups: Readonly<Record<string, string>>;
}

export const EMPTY_MONTHLY_MAPPING: MonthlyMapping = {
  columns: {},
  costCentres: {},
  subjectiveCodes: {},
  staffGroups: {},
};

/** A saved mapping; version 0 where the organisation has saved none. */
export interface SavedMonthlyMapping {
  readonly version: number;
  readonly mapping: MonthlyMapping;
}

/** Whose mapping of which file. */
export interface MonthlySubject {
  readonly organisationId: string;
  readonly kind: MonthlyFileKind;
}

const PARTS = Object.keys(EMPTY_MONTHLY_MAPPING) as readonly (keyof MonthlyMapping)[];
const MOST_ENTRIES = 5_000;
const LONGEST_TEXT = 120;

/** Reads `bank:midwives` or `left-out`; null when it is neither. Whether the staff group exists is asked apart. */
export function readPlace(text: string): Place | null {
  if (text === LEFT_OUT) return LEFT_OUT;
  const [kind, staffGroup = ''] = text.split(':');
  const employment = EMPLOYMENTS.find((one) => one === kind);
  return employment === undefined || staffGroup === '' ? null : { employment, staffGroup };
}

/**
 * A mapping from JSON; what is left out is empty.
 *
 * @throws InvalidInputError when a part is not of its shape
 */
export function toMonthlyMapping(content: unknown): MonthlyMapping {
  const record = isRecord(content) ? content : {};
  const faults = [
    ...(isRecord(content) ? [] : [shapeFault('', 'an object')]),
    ...Object.keys(record)
      .filter((part) => !Object.hasOwn(EMPTY_MONTHLY_MAPPING, part))
      .map((part) => shapeFault(`/${part}`, `one of ${PARTS.join(', ')}`)),
    ...PARTS.filter((part) => !isTexts(record[part] ?? {})).map((part) =>
      shapeFault(`/${part}`, `an object of texts, with at most ${MOST_STARS} stars in a pattern`),
    ),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
  return { ...EMPTY_MONTHLY_MAPPING, ...record };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT;

const isTexts = (value: unknown): boolean =>
  isRecord(value) &&
  Object.keys(value).length <= MOST_ENTRIES &&
  Object.entries(value).every(
    ([pattern, text]) => isText(pattern) && pattern.split('*').length - 1 <= MOST_STARS && isText(text),
  );

const shapeFault = (pointer: string, shape: string): InputFault => ({
  pointer,
  rule: 'mapping-shape',
  message: 'The mapping is not of its shape.',
  fix: `Give ${shape}; docs/ledger-and-roster.md has an example.`,
});

/** The latest mapping of an organisation. */
export async function readMonthlyMapping(
  manager: EntityManager,
  { organisationId, kind }: MonthlySubject,
): Promise<SavedMonthlyMapping> {
  const [row] = await manager.query<{ version: number; content: string }[]>(
    `SELECT version, content FROM monthly_mapping WHERE organisation_id = ? AND kind = ?
     ORDER BY version DESC LIMIT 1`,
    [organisationId, kind],
  );
  if (row === undefined) return { version: 0, mapping: EMPTY_MONTHLY_MAPPING };
  return { version: row.version, mapping: JSON.parse(row.content) as MonthlyMapping };
}

/**
 * Saves a mapping as the next version; earlier ones stay.
 *
 * @param fields columns that the file can have
 * @throws InvalidInputError naming each entry that is none of the known fields, staff groups or employments
 * @throws the driver's duplicate-key error when someone else saved the same version
 */
export async function saveMonthlyMapping(
  manager: EntityManager,
  { organisationId, kind }: MonthlySubject,
  mapping: MonthlyMapping,
  by: { readonly fields: readonly string[]; readonly authorId: string | null },
): Promise<SavedMonthlyMapping> {
  await checkMapping(manager, mapping, by.fields);
  const version = (await readMonthlyMapping(manager, { organisationId, kind })).version + 1;
  await insertRows(
    manager,
    'monthly_mapping',
    ['organisation_id', 'kind', 'version', 'content', 'author_id', 'created_at'],
    [[organisationId, kind, version, JSON.stringify(mapping), by.authorId, new Date()]],
  );
  return { version, mapping };
}

async function checkMapping(
  manager: EntityManager,
  { columns, subjectiveCodes, staffGroups }: MonthlyMapping,
  fields: readonly string[],
): Promise<void> {
  const rows = await manager.query<{ code: string }[]>(
    'SELECT code FROM staff_group WHERE is_leaf = 1 ORDER BY position',
  );
  const groups = rows.map(({ code }) => code);
  const isPlace = (text: string): boolean => {
    const place = readPlace(text);
    return place === LEFT_OUT || (place !== null && groups.includes(place.staffGroup ?? ''));
  };
  const places = `${LEFT_OUT}, or one of ${EMPLOYMENTS.join(', ')} with a staff group behind a colon: bank:midwives`;
  const faults = [
    ...Object.keys(columns)
      .filter((field) => !fields.includes(field))
      .map((field) => fault(`/columns/${field}`, field, 'a column of the file', fields.join(', '))),
    ...Object.entries(subjectiveCodes)
      .filter(([, text]) => !isPlace(text))
      .map(([pattern, text]) => fault(`/subjectiveCodes/${pattern}`, text, 'where a code belongs', places)),
    ...Object.entries(staffGroups)
      .filter(([, code]) => !groups.includes(code))
      .map(([label, code]) => fault(`/staffGroups/${label}`, code, 'a staff group', groups.join(', '))),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
}

const fault = (pointer: string, value: string, what: string, known: string): InputFault => ({
  pointer,
  rule: 'known-code',
  message: `“${value}” is not ${what}.`,
  fix: `Use ${known}.`,
});
