import type { ValidationError } from '@nestjs/common';
import { DomainError } from '../errors/domain.error';
import type { InputFault } from '../errors/domain-errors';

/** A fault of a request, with the name of the parameter or field. */
export interface RequestFault extends InputFault {
  readonly parameter: string;
}

const FIXES: Readonly<Record<string, string>> = {
  'whitelist-validation': 'Leave it out: no such field is known here.',
  'is-defined': 'Give it a value.',
  'is-not-empty': 'Give it a value.',
};

/** The request does not have the shape the endpoint asks for; each fault is listed under `errors`. */
export class InvalidRequestError extends DomainError {
  constructor(faults: readonly RequestFault[]) {
    const names = [...new Set(faults.map(({ parameter }) => parameter))].join(', ');
    super(
      `The request is not valid: ${names}.`,
      { code: 'invalid-request', httpStatus: 400, logLevel: 'info' },
      { errors: faults },
    );
  }
}

/** The faults class-validator found, flattened, each with a JSON pointer. */
export function requestFaults(errors: readonly ValidationError[], parent = ''): RequestFault[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => {
      const rule = constraint.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const fix = FIXES[rule] ?? 'Change it so that it meets the rule.';
      return { pointer, parameter: error.property, rule, message, fix };
    });
    return [...own, ...requestFaults(error.children ?? [], pointer)];
  });
}
