import { PLANNING_MODULES } from '#modules';
import { MONTHLY_MEASURES } from '#modules/projection';
import {
  id,
  integer,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  objectWithOptional,
  oneOf,
  sha256,
  string,
  type SchemaObject,
} from '../openapi/schema';

const RUN = { runId: id, engineVersion: string, inputSha256: sha256 };

const REPORT_UNIT = oneOf(
  'text',
  'month',
  'financial-year',
  'headcount',
  'fte',
  'share',
  'points',
  'ratio',
  'pounds',
  'months',
  'number',
);

const CELL: SchemaObject = { oneOf: [string, number], nullable: true };

const REPORT = object({
  module: oneOf(...PLANNING_MODULES),
  figures: listOf(
    objectWithOptional(
      { key: string, label: string, unit: REPORT_UNIT, value: nullable(number) },
      { note: string },
    ),
  ),
  tables: listOf(
    object({
      key: string,
      title: string,
      columns: listOf(object({ key: string, label: string, unit: REPORT_UNIT })),
      rows: listOf(mapOf(CELL)),
    }),
  ),
  notes: listOf(string),
  feeds: listOf(oneOf(...PLANNING_MODULES)),
});

export const MODULE_REPORT = object({ ...RUN, answer: REPORT });

const VALUE = object({
  year: integer,
  index: integer,
  value: number,
  low: nullable(number),
  high: nullable(number),
});
const ASSUMPTION = object({
  parameter: string,
  label: string,
  unit: string,
  staffGroup: string,
  values: listOf(VALUE),
});
const REGISTER = object({ register: string, entryIds: listOf(string) });
const MEASURE = oneOf(...MONTHLY_MEASURES);
const UNIT = oneOf('headcount', 'fte', 'pounds');

const STEP = object({
  measure: MEASURE,
  label: string,
  unit: UNIT,
  amount: number,
  formula: string,
  assumptions: listOf(ASSUMPTION),
  registers: listOf(REGISTER),
});

const ORIGIN = object({
  year: integer,
  level: oneOf('national-default', 'scenario', 'sum', 'not-kept'),
  source: nullable(string),
  scenario: nullable(string),
  organisation: nullable(string),
  author: nullable(string),
});

export const EXPLANATION = object({
  ...RUN,
  explanation: object({
    staffGroup: string,
    measure: MEASURE,
    label: string,
    unit: UNIT,
    kind: oneOf('stock', 'flow', 'level'),
    formula: string,
    from: string,
    to: string,
    value: number,
    opening: nullable(number),
    steps: listOf(STEP),
    assumptions: listOf(ASSUMPTION),
    registers: listOf(REGISTER),
  }),
  origins: mapOf(listOf(ORIGIN)),
  entries: listOf(
    object({
      register: string,
      entryId: string,
      values: mapOf({ oneOf: [string, number, mapOf(number)] }),
      organisation: nullable(string),
      scenario: nullable(string),
      author: nullable(string),
      note: nullable(string),
    }),
  ),
});

const NUMBERS = listOf(number);

export const RANGES = object({
  state: oneOf('none', 'drawing', 'ready', 'failed'),
  progress: number,
  message: nullable(string),
  draws: nullable(integer),
  seed: nullable(string),
  engineVersion: nullable(string),
  months: listOf(string),
  range: nullable(object({ central: NUMBERS, p10: NUMBERS, p50: NUMBERS, p90: NUMBERS })),
});

const FIGURE = object({ measure: MEASURE, staffGroup: string, from: integer, to: integer });

const TORNADO = object({
  figures: listOf(FIGURE),
  central: NUMBERS,
  bars: listOf(
    object({
      parameter: string,
      label: string,
      staffGroup: string,
      assumption: object({ low: number, value: number, high: number }),
      atLow: NUMBERS,
      atHigh: NUMBERS,
      swing: NUMBERS,
    }),
  ),
});

const VARIANCE_SHARES = object({
  figure: FIGURE,
  variance: number,
  samples: integer,
  shares: listOf(
    object({
      parameter: string,
      label: string,
      staffGroup: string,
      firstOrder: nullable(number),
      total: nullable(number),
    }),
  ),
});

export const SENSITIVITY = object({ ...RUN, answer: { oneOf: [TORNADO, VARIANCE_SHARES] } });

export const ATTRIBUTION = object({
  ...RUN,
  answer: object({
    figures: listOf(FIGURE),
    from: NUMBERS,
    to: NUMBERS,
    parts: listOf(object({ players: listOf(string), values: NUMBERS })),
  }),
});
