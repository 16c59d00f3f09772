import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Files up to this size are sent from memory. */
const IN_MEMORY_BYTES = 1_048_576;

/**
 * A plain HTTP server over the files of a folder: what Node itself can send, without authentication, log or
 * framework. Run as a process with the folder as its argument; tells its address to the parent.
 */
function serve(folder: string): void {
  const kept = new Map<string, Buffer>();
  const server = createServer((request, response) => answer(request, response, { folder, kept }));
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ type: 'ready', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  });
  process.on('disconnect', () => process.exit(0));
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, kept }: { readonly folder: string; readonly kept: Map<string, Buffer> },
): void {
  const name = request.url?.slice(1) ?? '';
  const headers = { ETag: `"${name}"`, 'Cache-Control': 'private, immutable' };
  if (request.headers['if-none-match'] === headers.ETag) {
    response.writeHead(304, headers).end();
    return;
  }
  const file = join(folder, name);
  const held = kept.get(name);
  const length = held?.length ?? statSync(file).size;
  response.writeHead(200, { ...headers, 'Content-Type': 'application/json', 'Content-Length': length });
  if (length > IN_MEMORY_BYTES) {
    createReadStream(file, { highWaterMark: IN_MEMORY_BYTES }).pipe(response);
    return;
  }
  const content = held ?? readFileSync(file);
  kept.set(name, content);
  response.end(content);
}

if (require.main === module) serve(process.argv[2] ?? '.');
