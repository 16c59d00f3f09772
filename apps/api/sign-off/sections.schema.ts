import { DOCUMENT_KINDS } from '#plans';
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

const CHOICE = object({ code: string, label: string });

const FIELD = objectWithOptional(
  {
    key: string,
    label: string,
    hint: string,
    isRequired: boolean,
    kind: oneOf(
      'text',
      'long-text',
      'choice',
      'number',
      'date',
      'year',
      'organisation',
      'staff-group',
      'scenario',
      'clinical-lead',
    ),
  },
  {
    choices: listOf(CHOICE),
    unit: string,
    minimum: number,
    maximum: number,
    decimals: integer,
    requiredWhen: object({ field: string, is: listOf(string) }),
  },
);

const DEFINITION = objectWithOptional(
  {
    key: string,
    document: oneOf(...DOCUMENT_KINDS),
    part: string,
    label: string,
    description: string,
    requirements: listOf(string),
    shape: oneOf('record', 'list'),
    fewest: integer,
    fields: listOf(FIELD),
  },
  { fixedRows: object({ field: string, codes: listOf(string) }) },
);

const NAMED = object({ id, name: string });

export const SECTIONS_OF_DOCUMENT = object({
  documentId: id,
  isEditable: boolean,
  parts: listOf(CHOICE),
  definitions: listOf(DEFINITION),
  sections: listOf(
    object({
      key: string,
      version: integer,
      entries: listOf(object({ id: string, values: mapOf({ oneOf: [string, number] }) })),
      author: nullable(string),
      at: nullable(instant),
    }),
  ),
  missing: listOf(
    object({ section: string, entry: nullable(integer), field: nullable(string), message: string }),
  ),
  choices: object({
    organisations: listOf(NAMED),
    staffGroups: listOf(CHOICE),
    scenarios: listOf(NAMED),
    years: listOf(integer),
    clinicalLeads: listOf(object({ id, name: string, commitment: nullable(string) })),
  }),
});
