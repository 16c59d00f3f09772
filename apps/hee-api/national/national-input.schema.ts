import type { ApiHeaderOptions } from '@nestjs/swagger';
import type { SchemaObject } from '../metadata/schema-object';

export const IF_MATCH: ApiHeaderOptions = {
  name: 'If-Match',
  required: false,
  description: 'ETag of the version that is replaced; left out for the first version of a year.',
};

const SUBMISSION: Record<string, SchemaObject> = {
  kind: { type: 'string', enum: ['envelopes', 'training-supply'] },
  year: { type: 'integer' },
  version: { type: 'integer', minimum: 1, description: 'The highest holds.' },
  contentSha256: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'Also the ETag.' },
  receivedAt: { type: 'string', format: 'date-time' },
};

/** A submission with its lines, or, as the answer to one, whether it is new. */
export function submissionSchema(line: string | null): SchemaObject {
  const properties: Record<string, SchemaObject> =
    line === null
      ? { isNew: { type: 'boolean', description: 'False when the same lines held already.' } }
      : { lines: { type: 'array', items: { $ref: `#/components/schemas/${line}` } } };
  const all = { ...SUBMISSION, ...properties };
  return { type: 'object', required: Object.keys(all), properties: all };
}
