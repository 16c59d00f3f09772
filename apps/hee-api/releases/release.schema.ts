import type { SchemaObject } from '../metadata/schema-object';

const IMMUTABLE: Record<string, SchemaObject> = {
  id: { type: 'string', format: 'uuid' },
  number: { type: 'integer', minimum: 1 },
  title: { type: 'string' },
  contentSha256: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the NDJSON file.' },
  rowCount: { type: 'integer', minimum: 0 },
  publishedAt: { type: 'string', format: 'date-time' },
};

const SUMMARY: Record<string, SchemaObject> = {
  ...IMMUTABLE,
  status: { type: 'string', enum: ['provisional', 'final', 'superseded'] },
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
    'planStatus',
    'bandCluster',
    'equalityClass',
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
        level: { type: 'string', enum: ['nation', 'region', 'system', 'organisation'] },
      },
    },
    system: { type: 'string', nullable: true },
    region: { type: 'string', nullable: true },
    staffGroup: { type: 'string' },
    year: { type: 'integer' },
    periodEnd: { type: 'string', format: 'date' },
    scenario: { type: 'string' },
    planStatus: {
      type: 'string',
      enum: ['agreed', 'submitted', 'default', 'mixed'],
      description:
        'How far the plan behind the row has come; mixed where plans of several kinds are added up.',
    },
    bandCluster: { type: 'string', nullable: true, description: 'Of an equality table; null elsewhere.' },
    equalityClass: { type: 'string', nullable: true, description: 'Of an equality table; null elsewhere.' },
    value: { type: 'number', nullable: true, description: 'Null when hidden; see status.' },
    status: {
      type: 'string',
      nullable: true,
      enum: ['c', 'w', 'x', null],
      description: 'c: hidden, 0 to 4 people. w: withheld to protect another cell. x: zero by construction.',
    },
    unit: { type: 'string' },
  },
};

export const OBSERVATION_PAGE_SCHEMA: SchemaObject = {
  type: 'object',
  required: ['release', 'observations', 'next'],
  properties: {
    release: { type: 'object', required: Object.keys(IMMUTABLE), properties: IMMUTABLE },
    observations: { type: 'array', items: OBSERVATION },
    next: { type: 'string', nullable: true, description: 'Cursor of the next page; null on the last.' },
  },
};

const NAMED_RELEASE: SchemaObject = {
  type: 'object',
  required: ['id', 'number', 'contentSha256', 'rowCount'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    number: { type: 'integer' },
    contentSha256: { type: 'string' },
    rowCount: { type: 'integer' },
  },
};

export const CHANGE_PAGE_SCHEMA: SchemaObject = {
  type: 'object',
  required: ['release', 'since', 'changes', 'next'],
  properties: {
    release: NAMED_RELEASE,
    since: { ...NAMED_RELEASE, nullable: true, description: 'Null for the first release.' },
    changes: {
      type: 'array',
      items: {
        type: 'object',
        required: ['operation', 'reason', 'position', 'observation'],
        properties: {
          operation: { type: 'string', enum: ['insert', 'update', 'withdraw'] },
          reason: {
            type: 'string',
            enum: ['added', 'withdrawn', 'moved', 'value-revised', 'now-hidden', 'now-shown', 'relabelled'],
          },
          position: {
            type: 'integer',
            minimum: 1,
            description: 'In the older release for withdraw, else in the newer one.',
          },
          observation: OBSERVATION,
        },
      },
    },
    next: { type: 'string', nullable: true, description: 'Cursor of the next page; null on the last.' },
  },
};
