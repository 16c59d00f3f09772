import type { FastifyReply } from 'fastify';
import type { AuthenticatedRequest } from '../token/bearer.guard';

/** One request and its reply. */
export interface Exchange {
  readonly request: AuthenticatedRequest;
  readonly reply: FastifyReply;
}
