import type { OpenAPIObject } from '@nestjs/swagger';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Turns a document of the framework, written in the words of OpenAPI 3.0, into OpenAPI 3.1: `nullable`
 * becomes a type array, and `example` of a schema becomes `examples`.
 */
export function toOpenApi31(document: OpenAPIObject): object {
  const plain = JSON.parse(JSON.stringify(document)) as { [key: string]: Json };
  return { ...(converted(plain) as object), openapi: '3.1.0' };
}

function converted(value: Json): Json {
  if (Array.isArray(value)) return value.map(converted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, child]): [string, Json] => [key, converted(child)]);
  return withoutNullable(Object.fromEntries(entries));
}

function withoutNullable(schema: { [key: string]: Json }): Json {
  const { nullable, ...rest } = schema;
  if (typeof nullable !== 'boolean') return schema;
  if (!nullable) return rest;
  if (typeof rest['type'] === 'string') return { ...rest, type: [rest['type'], 'null'] };
  return { anyOf: [rest, { type: 'null' }] };
}
