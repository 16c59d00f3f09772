import {
  described,
  integer,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  string,
  type SchemaObject,
} from '../openapi/schema';

const ROW = object({
  scenarioDepth: integer,
  organisationDepth: integer,
  staffGroup: string,
  firstYear: integer,
  operation: oneOf('set', 'add', 'multiply'),
  value: number,
  low: nullable(number),
  high: nullable(number),
});

const INPUT: SchemaObject = { type: 'object', additionalProperties: true };

export const WHAT_IF_BASE = object({
  input: described('A projection input (`wholetime.projection-input/1`) of the central case.', INPUT),
  rows: described('The assumptions that reach the organisation, by parameter.', mapOf(listOf(ROW))),
  staffGroups: listOf(object({ code: string, parentCode: nullable(string) })),
  inputVersion: integer,
});
