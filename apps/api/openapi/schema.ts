import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The schema of an answer, in the words of OpenAPI 3.0; the document as a whole is converted to 3.1. */
export type SchemaObject = Exclude<Schemas[string], { $ref: string }>;

export const string: SchemaObject = { type: 'string' };
export const number: SchemaObject = { type: 'number' };
export const integer: SchemaObject = { type: 'integer' };
export const boolean: SchemaObject = { type: 'boolean' };
export const id: SchemaObject = { type: 'string', format: 'uuid' };
export const date: SchemaObject = { type: 'string', format: 'date' };
export const instant: SchemaObject = { type: 'string', format: 'date-time' };
export const sha256: SchemaObject = { type: 'string', pattern: '^[0-9a-f]{64}$' };

/** The same, or null. A list of words must name null as well. */
export const nullable = (schema: SchemaObject): SchemaObject => ({
  ...schema,
  nullable: true,
  ...(schema.enum === undefined ? {} : { enum: [...(schema.enum as readonly unknown[]), null] }),
});
export const oneOf = (...words: readonly string[]): SchemaObject => ({ type: 'string', enum: [...words] });
export const listOf = (items: SchemaObject): SchemaObject => ({ type: 'array', items });
export const described = (description: string, schema: SchemaObject): SchemaObject => ({
  ...schema,
  description,
});

/** An object with exactly these properties, all of them present. */
export const object = (properties: Readonly<Record<string, SchemaObject>>): SchemaObject => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties },
  additionalProperties: false,
});

/** An object whose keys are codes. */
export const mapOf = (values: SchemaObject): SchemaObject => ({
  type: 'object',
  additionalProperties: values,
});

/** An object with some properties that may be absent. */
export const objectWithOptional = (
  required: Readonly<Record<string, SchemaObject>>,
  optional: Readonly<Record<string, SchemaObject>>,
): SchemaObject => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
  additionalProperties: false,
});
