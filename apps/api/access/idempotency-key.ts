import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { IDEMPOTENCY_KEY } from '#access';
import { InvalidRequestError } from '#platform';

/** How the header is described. */
export const IDEMPOTENCY_KEY_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description:
    'New for each thing to do. Sent again within a day with the same request, because the answer was lost, ' +
    'it is done once and answered alike.',
  schema: { type: 'string', minLength: 1, maxLength: 80, pattern: IDEMPOTENCY_KEY.source },
} as const;

/**
 * The key under which a request may be repeated; null where none was sent.
 *
 * @throws InvalidRequestError for one that is too long or has other than printable characters
 */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (header === undefined) return null;
  if (typeof header === 'string' && IDEMPOTENCY_KEY.test(header)) return header;
  throw new InvalidRequestError([
    {
      pointer: 'Idempotency-Key',
      parameter: 'Idempotency-Key',
      rule: 'idempotency-key',
      message: 'It must be 1 to 80 printable characters without spaces.',
      fix: 'Send a random identifier, new for each thing to do.',
    },
  ]);
});
