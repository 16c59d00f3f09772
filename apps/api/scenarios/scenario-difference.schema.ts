import { PARAMETER, PROVENANCE } from '../assumptions/assumption.schema';
import { id, integer, listOf, mapOf, nullable, number, object, string } from '../openapi/schema';
import { ORGANISATION } from '../openapi/shared.schema';

const SCENARIO = object({ id, name: string, kind: string });

const CELL = object({
  year: integer,
  value: nullable(number),
  low: nullable(number),
  high: nullable(number),
  provenance: PROVENANCE,
  source: nullable(string),
  note: nullable(string),
});

const VALUES = nullable(mapOf({ oneOf: [string, number, mapOf(number)] }));

export const SCENARIO_DIFFERENCE = object({
  organisation: ORGANISATION,
  base: SCENARIO,
  changed: SCENARIO,
  assumptions: listOf(
    object({
      parameter: PARAMETER,
      staffGroup: object({ code: string, name: string }),
      years: listOf(object({ year: integer, label: string })),
      base: listOf(CELL),
      changed: listOf(CELL),
    }),
  ),
  entries: listOf(
    object({
      register: string,
      entryKey: string,
      organisation: nullable(object({ id, code: string, name: string })),
      base: VALUES,
      changed: VALUES,
    }),
  ),
  below: listOf(object({ organisation: ORGANISATION, values: integer })),
});
