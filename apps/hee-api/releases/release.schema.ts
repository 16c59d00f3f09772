import type { SchemaObject } from '../metadata/schema-object';

const SUMMARY: Record<string, SchemaObject> = {
  id: { type: 'string', format: 'uuid' },
  number: { type: 'integer', minimum: 1 },
  title: { type: 'string' },
  status: { type: 'string', enum: ['provisional', 'final', 'superseded'] },
  contentSha256: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the NDJSON file.' },
  rowCount: { type: 'integer', minimum: 0 },
  publishedAt: { type: 'string', format: 'date-time' },
};

export const RELEASE_LIST_SCHEMA: SchemaObject = {
  type: 'object',
  required: ['releases'],
  properties: {
    releases: {
      type: 'array',
      items: { type: 'object', required: Object.keys(SUMMARY), properties: SUMMARY },
    },
  },
};

export const RELEASE_SCHEMA: SchemaObject = {
  type: 'object',
  required: [...Object.keys(SUMMARY), 'manifest'],
  properties: {
    ...SUMMARY,
    manifest: {
      type: 'object',
      description:
        'Row counts, hashes, measures, disclosure rule, and the runs and roll-ups the figures come from.',
    },
  },
};

const OBSERVATION: SchemaObject = {
  type: 'object',
  required: [
    'measure',
    'organisation',
    'system',
    'region',
    'staffGroup',
    'year',
    'periodEnd',
    'value',
    'status',
  ],
  properties: {
    measure: { type: 'string' },
    organisation: {
      type: 'object',
      required: ['code', 'name', 'level'],
      properties: {
        code: { type: 'string' },
        name: { type: 'string' },
        level: { type: 'string', enum: ['nation', 'region', 'system'] },
      },
    },
    system: { type: 'string', nullable: true },
    region: { type: 'string', nullable: true },
    staffGroup: { type: 'string' },
    year: { type: 'integer' },
    periodEnd: { type: 'string', format: 'date' },
    scenario: { type: 'string' },
    value: { type: 'number', nullable: true, description: 'Null when hidden; see status.' },
    status: { type: 'string', nullable: true, enum: ['c', null], description: 'c: hidden, under 5.' },
    unit: { type: 'string' },
  },
};

export const OBSERVATION_PAGE_SCHEMA: SchemaObject = {
  type: 'object',
  required: ['release', 'observations', 'next'],
  properties: {
    release: { type: 'object', properties: SUMMARY },
    observations: { type: 'array', items: OBSERVATION },
    next: { type: 'string', nullable: true, description: 'Cursor of the next page; null on the last.' },
  },
};
