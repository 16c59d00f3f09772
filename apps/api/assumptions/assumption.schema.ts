import { PLANNING_MODULES } from '#modules';
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
  objectWithOptional,
  oneOf,
  string,
} from '../openapi/schema';
import { ORGANISATION } from '../openapi/shared.schema';
import { VALUES } from '../registers/register.schema';

const STATUSES = ['published', 'calibrated', 'derived', 'judgement', 'unverified'] as const;
const UNITS = [
  'share',
  'share-a-year',
  'headcount-a-year',
  'headcount',
  'fte',
  'fte-per-head',
  'ratio',
  'pounds',
  'pounds-each',
  'months',
  'choice',
] as const;
const OPERATIONS = ['set', 'add', 'multiply'] as const;

const DEFAULT = objectWithOptional(
  { value: number, source: string, status: oneOf(...STATUSES) },
  { low: number, high: number },
);

export const PARAMETER = objectWithOptional(
  {
    key: string,
    module: oneOf(...PLANNING_MODULES),
    label: string,
    description: string,
    unit: oneOf(...UNITS),
    minimum: number,
    maximum: number,
    decimals: integer,
    perStaffGroup: boolean,
    perYear: boolean,
    default: DEFAULT,
    feeds: listOf(oneOf(...PLANNING_MODULES)),
  },
  {
    choices: listOf(object({ value: number, label: string })),
    plausibleMinimum: number,
    plausibleMaximum: number,
    defaultByStaffGroup: mapOf(DEFAULT),
    uncertainty: object({
      family: string,
      nationalShare: number,
      source: string,
      status: oneOf(...STATUSES),
    }),
  },
);

export const PARAMETER_CATALOGUE = object({
  modules: listOf(object({ code: oneOf(...PLANNING_MODULES), name: string })),
  parameters: listOf(PARAMETER),
});

export const PROVENANCE = object({
  level: oneOf('national-default', 'scenario', 'sum'),
  scenario: nullable(object({ id, name: string })),
  organisation: nullable(object({ id, code: string, name: string })),
  staffGroup: object({ code: string, name: string }),
  year: nullable(integer),
  author: nullable(string),
  at: nullable(instant),
});

const CELL = object({
  year: integer,
  value: nullable(number),
  low: nullable(number),
  high: nullable(number),
  operation: nullable(oneOf(...OPERATIONS)),
  operand: nullable(number),
  version: integer,
  own: boolean,
  basis: nullable(string),
  note: nullable(string),
  source: nullable(string),
  status: nullable(oneOf(...STATUSES, 'entered')),
  provenance: PROVENANCE,
  local: nullable(object({ value: nullable(number), weight: number, peer: number })),
});

const STAFF_GROUP = object({
  code: string,
  name: string,
  parentCode: nullable(string),
  depth: integer,
  isLeaf: boolean,
});

export const GRID = object({
  scenario: object({ id, name: string, kind: string }),
  organisation: ORGANISATION,
  parameter: PARAMETER,
  years: listOf(object({ year: integer, label: string })),
  rows: listOf(object({ staffGroup: STAFF_GROUP, cells: listOf(CELL) })),
  canEdit: boolean,
  inputVersion: integer,
});

export const MODULE_GRID = object({
  scenario: object({ id, name: string, kind: string }),
  organisation: ORGANISATION,
  years: listOf(object({ year: integer, label: string })),
  grids: listOf(
    object({
      parameter: PARAMETER,
      rows: listOf(object({ staffGroup: STAFF_GROUP, cells: listOf(CELL) })),
    }),
  ),
  canEdit: boolean,
  inputVersion: integer,
});

export const SAVED_EDITS = object({
  cells: listOf(object({ parameter: string, staffGroup: string, year: integer, cell: CELL })),
  inputVersion: integer,
  unitsReached: integer,
});

export const WORKBOOK_DIFFERENCE = object({
  changes: listOf(
    object({
      parameter: string,
      staffGroup: string,
      year: integer,
      address: string,
      value: nullable(number),
      unreadable: nullable(string),
      now: nullable(number),
      changedSince: boolean,
    }),
  ),
  unchanged: integer,
  unknownRows: listOf(integer),
});

export const HISTORY = object({
  entries: listOf(
    object({
      version: integer,
      operation: oneOf(...OPERATIONS, 'reset'),
      value: nullable(number),
      low: nullable(number),
      high: nullable(number),
      basis: nullable(string),
      note: nullable(string),
      reason: nullable(string),
      origin: string,
      author: nullable(string),
      at: instant,
    }),
  ),
});

const AMOUNT = nullable(object({ operation: oneOf('set', 'add', 'multiply'), value: number }));

const CHANGE_AT = {
  seq: integer,
  at: instant,
  author: nullable(string),
  origin: string,
  organisation: object({ id, code: string, name: string }),
  reason: nullable(string),
};

const ASSUMPTION_CHANGE = object({
  kind: oneOf('assumption'),
  ...CHANGE_AT,
  parameter: string,
  staffGroup: object({ code: string, name: string }),
  year: integer,
  before: AMOUNT,
  after: AMOUNT,
});

const ENTRY_CHANGE = object({
  kind: oneOf('entry'),
  ...CHANGE_AT,
  register: string,
  entryKey: string,
  before: nullable(VALUES),
  after: nullable(VALUES),
});

export const CHANGES = object({
  scenario: object({ id, name: string }),
  organisation: object({ id, code: string, name: string }),
  changes: listOf({ oneOf: [ASSUMPTION_CHANGE, ENTRY_CHANGE] }),
  next: nullable(string),
});
