import Ajv, { type ErrorObject } from 'ajv';
import type { Asked } from '#optimisation/proposals';
import { InvalidRequestError } from '#platform';
import { ASKED_GOAL, ASKED_PLAN } from './proposal.schema';

const ajv = new Ajv({ allErrors: true, strict: false });
const validators = { plan: ajv.compile(ASKED_PLAN), goal: ajv.compile(ASKED_GOAL) };

function faultOf({ instancePath, message = 'is wrong', keyword, params }: ErrorObject) {
  const missing = keyword === 'required' ? `/${String(params['missingProperty'])}` : '';
  return {
    parameter: 'request',
    pointer: `/request${instancePath}${missing}`,
    rule: keyword,
    message: `The request ${message}.`,
    fix: 'Send it as the schema of the endpoint describes it.',
  };
}

/**
 * A question whose shape is held against the schema that the endpoint publishes.
 *
 * @throws InvalidRequestError naming every place that does not fit
 */
export function checkedAsked(request: Readonly<Record<string, unknown>>): Asked {
  const validate = request['kind'] === 'goal' ? validators.goal : validators.plan;
  if (validate(request)) return request as unknown as Asked;
  throw new InvalidRequestError((validate.errors ?? []).slice(0, 20).map(faultOf));
}
