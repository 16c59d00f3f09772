import { EMPLOYMENTS, FIGURE_MEASURES, MONTHLY_FILE_KINDS, SOURCE_FIELDS } from '#baselines';
import {
  boolean,
  id,
  instant,
  integer,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  sha256,
  string,
} from '../openapi/schema';

const FILE = object({
  fileName: string,
  format: oneOf('csv', 'xlsx'),
  sha256,
  byteCount: integer,
  rowsRead: integer,
  columns: listOf(object({ field: string, header: string, found: oneOf('saved-mapping', 'name', 'alias') })),
  personalColumns: listOf(string),
  columnsNotUsed: listOf(object({ header: string, looksLike: nullable(string) })),
});

const LINE = object({
  month: string,
  staffGroup: nullable(string),
  employment: nullable(oneOf(...EMPLOYMENTS)),
  figures: object(Object.fromEntries(FIGURE_MEASURES.map((measure) => [measure, nullable(number)]))),
});

const REPORT = {
  id,
  organisationId: id,
  kind: oneOf(...MONTHLY_FILE_KINDS),
  sha256,
  mappingVersion: integer,
  alreadyImported: boolean,
  file: FILE,
  months: listOf(string),
  lines: listOf(LINE),
  leftOut: object({ rows: integer, workedWte: number, actual: number }),
  unmapped: listOf(
    object({
      field: oneOf(...SOURCE_FIELDS),
      value: nullable(string),
      name: string,
      rows: integer,
      budgetedWte: number,
      workedWte: number,
      actual: number,
      lines: listOf(integer),
    }),
  ),
  issues: listOf(object({ rule: string, message: string, count: integer, lines: listOf(integer) })),
  blockedBy: listOf(string),
  coverage: string,
};

/** What a ledger or roster holds, and what is to be said of it. */
export const MONTHLY_REPORT = object(REPORT);

export const MONTHLY_REPORTS = object({
  imports: listOf(object({ ...REPORT, importedAt: instant, importedBy: nullable(string) })),
});

export const MONTHLY_VOCABULARY = object({
  columns: listOf(object({ field: string, name: string, aliases: listOf(string) })),
  staffGroups: listOf(object({ code: string, name: string })),
  employments: listOf(oneOf(...EMPLOYMENTS)),
});

export const MONTHLY_MAPPING = object({
  version: integer,
  mapping: object({
    columns: mapOf(string),
    costCentres: mapOf(string),
    subjectiveCodes: mapOf(string),
    staffGroups: mapOf(string),
  }),
});
