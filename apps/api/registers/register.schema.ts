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

const FIELD = objectWithOptional(
  {
    key: string,
    label: string,
    description: string,
    isRequired: boolean,
    kind: oneOf('text', 'choice', 'number', 'number-by-year', 'month', 'staff-group', 'band'),
  },
  {
    choices: listOf(object({ code: string, label: string })),
    unit: string,
    minimum: number,
    maximum: number,
    decimals: integer,
  },
);

const REGISTER = object({
  key: string,
  module: oneOf(...PLANNING_MODULES),
  label: string,
  description: string,
  reach: oneOf('organisation', 'subtree'),
  fields: listOf(FIELD),
  feeds: listOf(oneOf(...PLANNING_MODULES)),
});

export const REGISTER_CATALOGUE = object({ registers: listOf(REGISTER) });

/** What an entry holds, by field: text, a number, or numbers by the first calendar year of the financial year. */
export const VALUES = mapOf({ oneOf: [string, number, mapOf(number)] });

const ENTRY = object({
  entryKey: string,
  values: VALUES,
  note: nullable(string),
  version: integer,
  own: boolean,
  scenario: nullable(object({ id, name: string })),
  organisation: nullable(object({ id, code: string, name: string })),
  author: nullable(string),
  at: instant,
});

export const REGISTER_LISTING = object({
  register: REGISTER,
  entries: listOf(ENTRY),
  bands: listOf(object({ code: string, name: string })),
  canEdit: boolean,
});

export const SAVED_REGISTER_EDITS = object({ entryKeys: listOf(string), unitsReached: integer });
