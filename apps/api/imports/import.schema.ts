import { IMPORT_KINDS } from '#baselines';
import {
  boolean,
  id,
  instant,
  integer,
  listOf,
  nullable,
  number,
  object,
  oneOf,
  sha256,
  string,
} from '../openapi/schema';

const ORGANISATION = object({ code: string, name: string });

const REPORT = {
  id,
  fileName: string,
  kind: oneOf(...IMPORT_KINDS),
  sha256,
  alreadyImported: boolean,
  byteCount: integer,
  rowsRead: integer,
  rowsKept: integer,
  notKept: listOf(
    object({
      reason: string,
      count: integer,
      examples: listOf(object({ line: integer, message: string })),
    }),
  ),
  valuesWritten: integer,
  valuesReplaced: integer,
  suppressedCells: integer,
  zerosInferred: integer,
  labelsHarmonised: listOf(object({ from: string, to: string, count: integer })),
  organisationsAdded: listOf(ORGANISATION),
  jumps: listOf(
    object({ organisation: ORGANISATION, month: string, change: number, explanation: nullable(string) }),
  ),
  months: listOf(string),
  measures: listOf(string),
};

export const IMPORT_REPORT = object(REPORT);

export const IMPORTS = object({
  imports: listOf(object({ ...REPORT, importedAt: instant, importedBy: nullable(string) })),
});
