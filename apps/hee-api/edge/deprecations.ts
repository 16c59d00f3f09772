import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** An operation that clients should stop using, and when it ends. */
export interface Deprecation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As in the OpenAPI document, for instance `/v1/releases/{releaseId}`. */
  readonly path: string;
  /** The day since when it is deprecated, and the first on which it may be gone, `YYYY-MM-DD`. */
  readonly deprecatedOn: string;
  readonly sunsetOn: string;
  /** Address of what to do instead. */
  readonly instead: string;
}

/** What is deprecated within v1. */
export const DEPRECATIONS: readonly Deprecation[] = [];

/** Tells callers of deprecated operations so: `Deprecation` (RFC 9745), `Sunset` (RFC 8594), and a link to what to do. */
export function announceDeprecations(server: FastifyInstance, deprecations: readonly Deprecation[]): void {
  if (deprecations.length === 0) return;
  const byRoute = new Map(deprecations.map((each) => [`${each.method} ${each.path}`, each]));
  server.addHook('onSend', (request, reply, payload, done) => {
    const route = (request.routeOptions.url ?? '').replace(/:(\w+)/g, '{$1}');
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const deprecation = byRoute.get(`${method} ${route}`);
    if (deprecation !== undefined) announce(reply, deprecation);
    done(null, payload);
  });
}

function announce(reply: FastifyReply, { deprecatedOn, sunsetOn, instead }: Deprecation): void {
  const links = [reply.getHeader('Link'), `<${instead}>; rel="deprecation"`].filter(
    (link) => link !== undefined,
  );
  reply.headers({
    Deprecation: `@${Date.parse(deprecatedOn) / 1000}`,
    Sunset: new Date(sunsetOn).toUTCString(),
    Link: links.join(', '),
  });
}

/** Marks deprecated operations in the OpenAPI document. @throws Error for an operation that there is not */
export function markDeprecations(
  document: Pick<OpenAPIObject, 'paths'>,
  deprecations: readonly Deprecation[],
): void {
  for (const { method, path } of deprecations) {
    const operation = document.paths[path]?.[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'];
    if (operation === undefined)
      throw new Error(`${method} ${path} is deprecated, and there is no such operation.`);
    operation.deprecated = true;
  }
}
