import Ajv2020 from 'ajv/dist/2020';

import schema from '../../../config/schemas/projection-input.schema.json';
import { checkProjectionInput, ProjectionInputError, type ProjectionInput } from '../projection';
import { problemOf } from './schema-problems';

const MOST_PROBLEMS = 50;
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile<ProjectionInput>(schema);

/**
 * Checks that a value is a projection input: against its JSON Schema, then what the schema cannot say.
 *
 * @returns the same value, typed.
 * @throws ProjectionInputError with pointer, rule, message and fix of up to 50 problems.
 */
export function validateProjectionInput(value: unknown): ProjectionInput {
  if (!validate(value)) {
    throw new ProjectionInputError((validate.errors ?? []).slice(0, MOST_PROBLEMS).map(problemOf));
  }
  checkProjectionInput(value);
  return value;
}
