import type { SchemaObject } from './schema-object';

const CODE: SchemaObject = { type: 'string' };
const DAY: SchemaObject = { type: 'string', format: 'date' };
/** The first day on which it no longer holds. */
const END: SchemaObject = { type: 'string', format: 'date', nullable: true };

export const ORGANISATIONS_SCHEMA: SchemaObject = object({
  organisations: list({
    periods: list({ code: CODE, name: CODE, type: CODE, validFrom: DAY, validTo: END }),
    parents: list({ parentCode: CODE, relation: CODE, validFrom: DAY, validTo: END }),
  }),
  successions: list({
    predecessor: CODE,
    successor: CODE,
    effectiveOn: DAY,
    kind: { type: 'string', enum: ['merger', 'split', 'transfer'] },
  }),
});

export const STAFF_GROUPS_SCHEMA: SchemaObject = object({
  staffGroups: list({
    code: CODE,
    parent: { type: 'string', nullable: true },
    name: CODE,
    position: { type: 'integer' },
    isLeaf: { type: 'boolean' },
    isRegistered: { type: 'boolean' },
    isMedical: { type: 'boolean' },
  }),
});

function object(properties: Record<string, SchemaObject>): SchemaObject {
  return { type: 'object', required: Object.keys(properties), properties };
}

function list(properties: Record<string, SchemaObject>): SchemaObject {
  return { type: 'array', items: object(properties) };
}
