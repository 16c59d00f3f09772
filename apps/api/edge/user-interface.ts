import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import sirv from 'sirv';
import { viewFileAddress } from './view-addresses';

const HASHED_ASSETS = '/assets/';
const ONE_YEAR = 'public, max-age=31536000, immutable';

/**
 * Serves the built pages for every address outside the API; addresses that are no file get the first page,
 * which knows them. The address of a page with the ending of a file leads to what it shows. Files whose names carry a hash of their content never change.
 *
 * @param folder of the build; without one nothing is served
 */
export function serveUserInterface(server: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) return;
  const serve = sirv(folder, { etag: true, single: true, gzip: true, brotli: true, setHeaders: setCaching });
  server.get('/*', (request, reply) => {
    if (/^\/api(\/|\?|$)/.test(request.url)) return reply.callNotFound();
    const file = viewFileAddress(request.url);
    if (file !== null) return reply.redirect(file, 303);
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    reply.hijack();
    serve(request.raw, reply.raw, () => notFound(reply.raw));
    return reply;
  });
}

function setCaching(response: ServerResponse, path: string): void {
  response.setHeader('Cache-Control', path.startsWith(HASHED_ASSETS) ? ONE_YEAR : 'no-cache');
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end('There is nothing at this address.');
}
