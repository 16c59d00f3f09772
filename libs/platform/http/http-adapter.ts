import { FastifyAdapter } from '@nestjs/platform-fastify';
import { correlationIdOf, identifyRequest } from '../logging/request-identity';

const BODY_LIMIT_BYTES = 1_048_576;

/**
 * The web server of an HTTP process: bodies up to 1 MiB, and on every request the identifiers
 * `X-Request-ID` and `X-Correlation-ID`, taken from the caller where they are safe to log.
 */
export function createHttpAdapter(): FastifyAdapter {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, genReqId: identifyRequest });
  adapter.getInstance().addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-ID', request.id);
    void reply.header('X-Correlation-ID', correlationIdOf(request.raw) ?? request.id);
    done();
  });
  return adapter;
}
