import type { IncomingMessage } from 'node:http';
import { newId } from '../identifier';

/** Identifiers that callers may choose: short and free of anything that could forge a log line. */
const ACCEPTED = /^[\w.:-]{1,64}$/;
const correlationIds = new WeakMap<object, string>();

/**
 * Gives the request its two identifiers: `X-Request-ID` names this request, `X-Correlation-ID` the piece of
 * work it belongs to (by default the request itself).
 *
 * @returns the request id.
 */
export function identifyRequest(request: { readonly headers: IncomingMessage['headers'] }): string {
  const requestId = accepted(request.headers['x-request-id']) ?? newId();
  correlationIds.set(request, accepted(request.headers['x-correlation-id']) ?? requestId);
  return requestId;
}

/** The correlation id of a request as Node sees it (`request.raw` in Fastify); undefined outside HTTP. */
export function correlationIdOf(request: object): string | undefined {
  return correlationIds.get(request);
}

function accepted(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && ACCEPTED.test(header) ? header : undefined;
}
