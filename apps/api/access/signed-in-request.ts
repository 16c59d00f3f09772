import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignedInPerson } from '#access';
import { UnauthenticatedError, correlationIdOf } from '#platform';

/** A request after the guard has recognised its session. */
export type SignedInRequest = FastifyRequest & { signedInPerson?: SignedInPerson };

const requestOf = (context: ExecutionContext): SignedInRequest =>
  context.switchToHttp().getRequest<SignedInRequest>();

/** The person who asks. */
export const Person = createParamDecorator((_: unknown, context: ExecutionContext): SignedInPerson => {
  const person = requestOf(context).signedInPerson;
  if (person === undefined) throw new UnauthenticatedError();
  return person;
});

/** The piece of work that the request belongs to, as in the logs and the audit trail. */
export const CorrelationId = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  return correlationIdOf(requestOf(context).raw) ?? null;
});
