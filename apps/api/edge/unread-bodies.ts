import type { FastifyInstance } from 'fastify';

/**
 * Reads what is left of a body that was answered before its end, and throws it away: unread, it blocks the
 * connection and whatever the browser sends on it next.
 */
export function discardUnreadBodies(server: FastifyInstance): void {
  server.addHook('onResponse', ({ raw }, _reply, done) => {
    if (!raw.readableEnded && !raw.destroyed) {
      raw.unpipe();
      raw.resume();
    }
    done();
  });
}
