import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A schema that is written out, not referred to. */
export type SchemaObject = Exclude<Schemas[string], { $ref: string }>;
