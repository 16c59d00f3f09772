import type { EntityManager } from 'typeorm';
import { readReferenceTable } from '#organisations';
import { insertRows } from '#persistence';
import { InvalidInputError, type InputFault } from '#platform';

/** A line of a return: the staff groups that it is the sum of. */
export interface ReturnLine {
  readonly code: string;
  readonly label: string;
  readonly staffGroups: readonly string[];
}

/** The lines of a return from a day on. */
export interface LineSet {
  readonly name: string;
  /** First day on which it holds, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** How sure it is that these are the collection's lines. */
  readonly status: string;
  readonly source: string;
  readonly lines: readonly ReturnLine[];
}

/** A set with its version; 0 for the one that is shipped. */
export interface StoredLineSet extends LineSet {
  readonly version: number;
}

const TABLE = 'returns/line-sets.csv';

/** The sets that are shipped, oldest first. */
export function shippedLineSets(): readonly StoredLineSet[] {
  const rows = readReferenceTable(TABLE, [
    'line_set',
    'valid_from',
    'status',
    'source',
    'code',
    'label',
    'staff_groups',
  ]);
  const days = [...new Set(rows.map(({ valid_from: day }) => day))].sort();
  return days.map((validFrom) => {
    const own = rows.filter(({ valid_from: day }) => day === validFrom);
    return {
      version: 0,
      validFrom,
      name: own[0]?.line_set ?? '',
      status: own[0]?.status ?? '',
      source: own[0]?.source ?? '',
      lines: own.map(({ code, label, staff_groups: groups }) => ({
        code,
        label,
        staffGroups: groups.split('|'),
      })),
    };
  });
}

/** Every set, shipped and entered, the one that counts first: the latest day, then the latest version. */
export async function readLineSets(manager: EntityManager): Promise<readonly StoredLineSet[]> {
  const rows = await manager.query<{ version: number; validFrom: string; content: string }[]>(
    'SELECT version, valid_from AS validFrom, content FROM return_line_set ORDER BY version',
  );
  const entered = rows.map(({ version, validFrom, content }): StoredLineSet => ({
    ...(JSON.parse(content) as Omit<LineSet, 'validFrom'>),
    version,
    validFrom,
  }));
  return [...shippedLineSets(), ...entered].sort((a, b) =>
    a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : b.version - a.version,
  );
}

/** The set that holds on a day. @throws Error where none does: one is shipped from 2019 on */
export function lineSetOn(sets: readonly StoredLineSet[], day: string): StoredLineSet {
  const found = sets.find(({ validFrom }) => validFrom <= day) ?? sets.at(-1);
  if (found === undefined) throw new Error(`config/reference/${TABLE} holds no set.`);
  return found;
}

/**
 * Stores a set as the next version; earlier ones stay.
 *
 * @throws InvalidInputError naming each staff group that is unknown, in two lines or in none
 */
export async function saveLineSet(
  manager: EntityManager,
  set: LineSet,
  authorId: string,
): Promise<StoredLineSet> {
  const groups = await manager.query<{ code: string }[]>(
    'SELECT code FROM staff_group WHERE is_leaf = 1 ORDER BY position',
  );
  checkLines(
    set.lines,
    groups.map(({ code }) => code),
  );
  const [row] = await manager.query<{ version: number | null }[]>(
    'SELECT MAX(version) AS version FROM return_line_set',
  );
  const version = (row?.version ?? 0) + 1;
  const { validFrom, ...content } = set;
  await insertRows(
    manager,
    'return_line_set',
    ['version', 'valid_from', 'content', 'author_id', 'created_at'],
    [[version, validFrom, JSON.stringify(content), authorId, new Date()]],
  );
  return { ...set, version };
}

/** @throws InvalidInputError unless each staff group is in exactly one line */
export function checkLines(lines: readonly ReturnLine[], groups: readonly string[]): void {
  const used = lines.flatMap(({ staffGroups }) => staffGroups);
  const codes = lines.map(({ code }) => code);
  const faults = [
    ...codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((code) => fault(code, 'one-code', 'Two lines have this code.')),
    ...used
      .filter((group) => !groups.includes(group))
      .map((group) => fault(group, 'known-staff-group', 'There is no such staff group.')),
    ...[...new Set(used.filter((group, index) => used.indexOf(group) !== index))].map((group) =>
      fault(group, 'one-line', 'The staff group is in two lines: it would count twice.'),
    ),
    ...groups
      .filter((group) => !used.includes(group))
      .map((group) => fault(group, 'some-line', 'The staff group is in no line: totals would lack it.')),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
}

const fault = (what: string, rule: string, message: string): InputFault => ({
  pointer: `/lines/${what}`,
  rule,
  message: `${what}: ${message}`,
  fix: 'Put each staff group of the plan into exactly one line, each with a code of its own.',
});
