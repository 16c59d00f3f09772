import Ajv2020 from 'ajv/dist/2020';

import schema from '../../../config/schemas/projection-output.schema.json';
import type { InputProblem, ProjectionOutput } from '../projection';
import { problemOf } from './schema-problems';

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile<ProjectionOutput>(schema);

/** What is wrong with a projection output under its JSON Schema; empty if it conforms. */
export function validateProjectionOutput(value: unknown): readonly InputProblem[] {
  return validate(value) ? [] : (validate.errors ?? []).map(problemOf);
}
