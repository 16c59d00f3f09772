import { COLUMN_USES, ESR_FILE_ROLES, LEAVING_PLACES, RULE_EFFECTS, TURNOVER_MEASURES } from '#baselines';
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

const STOCK = object({ headcount: integer, fte: number });
const FLOWS = {
  opening: STOCK,
  joiners: STOCK,
  leavers: STOCK,
  movedIn: STOCK,
  movedOut: STOCK,
  changedHoursFte: number,
  closing: STOCK,
};
const LINE = object({ staffGroupCode: string, bandCode: string });
const LOW_HIGH = object({ low: number, high: number });

const FILE = object({
  role: oneOf(...ESR_FILE_ROLES),
  fileName: string,
  format: oneOf('csv', 'xlsx'),
  sha256,
  byteCount: integer,
  rowsRead: integer,
  columns: listOf(object({ field: string, header: string, found: oneOf('saved-mapping', 'name', 'alias') })),
  personalColumns: listOf(string),
  columnsNotUsed: listOf(object({ header: string, looksLike: nullable(string) })),
});

const POSITION = object({
  asAt: string,
  assignments: integer,
  headcount: integer,
  fte: number,
  byGroup: listOf(object({ staffGroupCode: string, headcount: integer, fte: number })),
  rules: listOf(
    object({
      code: string,
      label: string,
      effect: oneOf(...RULE_EFFECTS),
      assignments: integer,
      people: integer,
      fte: number,
    }),
  ),
  unmapped: listOf(
    object({
      field: oneOf('occupation-code', 'assignment-category', 'assignment-status'),
      value: nullable(string),
      assignments: integer,
      fte: number,
      lines: listOf(integer),
    }),
  ),
  issues: listOf(object({ rule: string, message: string, count: integer, lines: listOf(integer) })),
});

const RECONCILIATION = object({
  list: oneOf('starters', 'leavers'),
  listed: integer,
  outsidePeriod: integer,
  fromExtracts: integer,
  matched: integer,
  atBothEnds: integer,
  withinPeriod: integer,
  listedApart: integer,
  fromOrToApart: integer,
  listedOnly: integer,
  extractsOnly: integer,
  residual: integer,
});

const CHANGE = object({
  earlierAsAt: string,
  months: integer,
  flows: object({
    all: object(FLOWS),
    byGroup: listOf(object({ staffGroupCode: string, ...FLOWS })),
    byLine: listOf(object({ staffGroupCode: string, bandCode: string, ...FLOWS })),
    moves: listOf(object({ from: LINE, to: LINE, headcount: integer, fteBefore: number, fteAfter: number })),
    rehired: integer,
  }),
  turnover: listOf(
    object({
      measure: oneOf(...TURNOVER_MEASURES),
      staffGroupCode: string,
      unit: oneOf('headcount', 'fte'),
      leavers: LOW_HIGH,
      denominator: number,
      rate: nullable(LOW_HIGH),
    }),
  ),
  leaverReasons: object({
    byCause: listOf(object({ cause: string, people: integer })),
    byPlace: listOf(object({ place: string, people: integer })),
  }),
  reconciliation: listOf(RECONCILIATION),
});

const REPORT = {
  id,
  organisationId: id,
  asAt: string,
  sha256,
  mappingVersion: integer,
  alreadyImported: boolean,
  files: listOf(FILE),
  position: POSITION,
  earlierPosition: nullable(POSITION),
  change: nullable(CHANGE),
  blockedBy: listOf(string),
  coverage: string,
};

export const ESR_REPORT = object(REPORT);

export const ESR_REPORTS = object({
  extracts: listOf(object({ ...REPORT, importedAt: instant, importedBy: nullable(string) })),
});

const NAMED = object({ code: string, name: string });

export const ESR_VOCABULARY = object({
  columns: listOf(
    object({ field: string, name: string, use: oneOf(...COLUMN_USES), aliases: listOf(string) }),
  ),
  rules: listOf(object({ code: string, label: string, effect: oneOf(...RULE_EFFECTS) })),
  staffGroups: listOf(NAMED),
  bands: listOf(NAMED),
  places: listOf(oneOf(...LEAVING_PLACES)),
});

export const ESR_MAPPING = object({
  version: integer,
  mapping: object({
    columns: mapOf(string),
    occupationCodes: mapOf(string),
    payGrades: mapOf(string),
    rules: listOf(object({ code: string, field: string, patterns: listOf(string) })),
    destinations: mapOf(string),
  }),
});
