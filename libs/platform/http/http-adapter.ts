import { FastifyAdapter } from '@nestjs/platform-fastify';
import { correlationIdOf, identifyRequest } from '../logging/request-identity';
import { observeRequest } from '../metrics/metrics';
import { limitNesting } from './nesting-limit';

const BODY_LIMIT_BYTES = 1_048_576;

/**
 * The web server of an HTTP process: bodies up to 1 MiB of limited depth, and on every request the identifiers
 * `X-Request-ID` and `X-Correlation-ID`, taken from the caller where they are safe to log.
 */
export function createHttpAdapter(): FastifyAdapter {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, genReqId: identifyRequest });
  adapter.getInstance().addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-ID', request.id);
    void reply.header('X-Correlation-ID', correlationIdOf(request.raw) ?? request.id);
    done();
  });
  adapter.getInstance().addHook('onResponse', (request, reply, done) => {
    observeRequest({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
    done();
  });
  limitNesting(adapter.getInstance());
  return adapter;
}
