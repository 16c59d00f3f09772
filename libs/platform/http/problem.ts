import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorLogLevel } from '../errors/domain.error';
import { driverErrorOf, isDiskFull, isServiceAway } from '../errors/service-outage';

/** A problem document (RFC 9457), sent as `application/problem+json`. */
export interface Problem {
  /** Stable identifier of the kind of problem; what clients match on. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly [member: string]: unknown;
}

/** A problem and how it is logged. */
export interface DescribedProblem {
  readonly problem: Problem;
  readonly logLevel: ErrorLogLevel;
}

const TYPE_PREFIX = 'urn:problem-type:wholetime:';

/** The database ended the request for the sake of another one; asked again, it goes through. */
const CONFLICTS = new Set(['ER_LOCK_WAIT_TIMEOUT', 'ER_LOCK_DEADLOCK']);

/** What the client is told about an error. Only foreseen errors speak for themselves. */
export function describeProblem(error: unknown): DescribedProblem {
  if (error instanceof DomainError) {
    return { problem: problemOfDomainError(error), logLevel: error.logLevel };
  }
  const status = error instanceof HttpException ? error.getStatus() : statusOfFrameworkError(error);
  if (status >= 400 && status < 500) {
    return { problem: genericProblem(status, clientDetail(error, status)), logLevel: 'info' };
  }
  if (status === 503 || isUnreachable(error)) {
    return unavailable('A service this depends on does not answer. Try again shortly.', 5);
  }
  if (isDiskFull(error)) {
    return unavailable('Nothing can be saved at the moment, and nothing was changed. Try again later.', 30);
  }
  const problem = genericProblem(
    500,
    'Something went wrong here. Nothing was changed; the log has the cause.',
  );
  return { problem, logLevel: 'error' };
}

function problemOfDomainError(error: DomainError): Problem {
  return {
    ...error.details,
    type: TYPE_PREFIX + error.code,
    title: titleOf(error.httpStatus),
    status: error.httpStatus,
    detail: error.message,
  };
}

function genericProblem(status: number, detail: string): Problem {
  const title = titleOf(status);
  const code = status === 500 ? 'internal-error' : title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  return { type: TYPE_PREFIX + code, title, status, detail };
}

function titleOf(status: number): string {
  return STATUS_CODES[status] ?? 'Error';
}

/** Fastify's own errors (body too large, broken JSON) carry a status. */
function statusOfFrameworkError(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

/** Nest's messages for unknown routes repeat the request; Fastify's are fixed texts. */
function clientDetail(error: unknown, status: number): string {
  if (status === 404) {
    return 'There is nothing at this address.';
  }
  return error instanceof Error ? error.message : titleOf(status);
}

function unavailable(detail: string, retryAfterSeconds: number): DescribedProblem {
  return { problem: { ...genericProblem(503, detail), retryAfterSeconds }, logLevel: 'error' };
}

function isUnreachable(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return isServiceAway(error) || isServiceAway(cause) || CONFLICTS.has(String(driverErrorOf(error).code));
}
