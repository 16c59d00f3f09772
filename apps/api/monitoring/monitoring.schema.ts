import { COMPARED_LINE_NAMES, FLAGS, REPORTED_LINE_NAMES, VARIANCE_PARTS } from '#monitoring';
import {
  described,
  id,
  instant,
  integer,
  listOf,
  nullable,
  number,
  object,
  objectWithOptional,
  oneOf,
  sha256,
  string,
} from '../openapi/schema';

const UNITS = described('Whole number of the smallest unit of the line: divide by `scale`.', integer);
const FLAG = oneOf(...FLAGS);
const REPORTED_LINE = oneOf(...REPORTED_LINE_NAMES);
const UNIT = oneOf('wte', 'pounds', 'share');
const THRESHOLD = object({ watch: number, act: number, smallest: UNITS });
const COMPARED_LINE = oneOf(...COMPARED_LINE_NAMES);

const YEAR = object({
  id,
  organisationId: id,
  firstYear: integer,
  scenario: object({ id, name: string }),
  runId: id,
  resultSha256: sha256,
  frozenBy: string,
  frozenAt: instant,
});

/** The years for which a plan is frozen. */
export const MONITORED_YEARS = object({ years: listOf(YEAR) });
export const MONITORED_YEAR = YEAR;

const VARIANCE = object({
  plan: UNITS,
  actual: UNITS,
  variance: UNITS,
  parts: described(
    'Where the variance comes from; the parts add up to it exactly.',
    objectWithOptional({}, Object.fromEntries(VARIANCE_PARTS.map((part) => [part, UNITS]))),
  ),
});

const LINE = object({
  line: COMPARED_LINE,
  unit: UNIT,
  scale: integer,
  months: listOf(object({ month: integer, variance: nullable(VARIANCE), flag: FLAG })),
  toDate: nullable(VARIANCE),
  outturn: object({
    plan: nullable(UNITS),
    forecast: nullable(UNITS),
    runRate: nullable(UNITS),
    reforecast: nullable(UNITS),
  }),
});

const NOTE = object({
  staffGroup: string,
  month: string,
  line: COMPARED_LINE,
  version: integer,
  reason: string,
  owner: string,
  author: string,
  at: instant,
});
/** Notes, the newest version of each first. */
export const VARIANCE_NOTES = object({ notes: listOf(NOTE) });

/** A year against its plan. */
export const COMPARISON = object({
  year: YEAR,
  months: listOf(string),
  closedMonths: integer,
  staffGroup: string,
  staffGroups: listOf(
    object({
      code: string,
      flags: object(Object.fromEntries(COMPARED_LINE_NAMES.map((line) => [line, FLAG]))),
    }),
  ),
  lines: listOf(LINE),
  left: described(
    'The months that are left, as planned and as reforecast.',
    listOf(
      object({
        line: REPORTED_LINE,
        unit: UNIT,
        scale: integer,
        months: listOf(
          object({
            month: integer,
            plan: nullable(UNITS),
            expected: nullable(UNITS),
            difference: nullable(UNITS),
          }),
        ),
      }),
    ),
  ),
  reforecasts: listOf(object({ id, version: integer, reason: string, author: string, at: instant })),
  expected: described(
    'What the latest reforecast says of the months that are left, of every staff group.',
    listOf(object({ staffGroup: string, month: string, line: REPORTED_LINE, value: number })),
  ),
  thresholds: object({
    version: integer,
    lines: object(Object.fromEntries(COMPARED_LINE_NAMES.map((line) => [line, THRESHOLD]))),
    author: nullable(string),
    at: nullable(instant),
  }),
  notes: listOf(NOTE),
});

const UPLOAD = {
  id: nullable(id),
  fileName: string,
  sha256,
  rowsRead: integer,
  from: string,
  to: string,
  added: integer,
  changed: integer,
  unchanged: integer,
  changes: listOf(
    object({
      staffGroup: string,
      month: string,
      line: REPORTED_LINE,
      units: UNITS,
      before: nullable(UNITS),
    }),
  ),
};
/** What a file of actual figures holds and does. */
export const ACTUALS_REPORT = object(UPLOAD);
export const ACTUALS_UPLOADS = object({
  uploads: listOf(object({ ...UPLOAD, uploadedBy: nullable(string), uploadedAt: instant })),
});
