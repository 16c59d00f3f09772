import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '#platform';

const compress = promisify(gzip);
/** Smaller answers gain nothing from being compressed. */
const COMPRESSED_ABOVE_BYTES = 16_384;
/** Level: a tenth of the bytes at a fraction of the default's time. */
const FAST = { level: 3 };

/**
 * Answers with JSON and a strong ETag, or with 304 when the client has the same bytes; a large answer is
 * compressed where the client can. The answer is one person's: only their browser may keep it, and asks
 * again each time.
 */
export async function sendConditionally(
  request: FastifyRequest,
  reply: FastifyReply,
  content: object,
): Promise<void> {
  const body = JSON.stringify(content);
  const isCompressed = body.length > COMPRESSED_ABOVE_BYTES && acceptsGzip(request);
  // Strong tags name bytes: the compressed ones have another.
  const etag = `"${sha256Hex(body).slice(0, 32)}${isCompressed ? '-gzip' : ''}"`;
  void reply
    .header('ETag', etag)
    .header('Cache-Control', 'private, no-cache')
    .header('Vary', 'Cookie, Accept-Encoding');
  if (matches(request.headers['if-none-match'], etag)) {
    await reply.code(304).send();
    return;
  }
  void reply.type('application/json; charset=utf-8');
  if (isCompressed) await reply.header('Content-Encoding', 'gzip').send(await compress(body, FAST));
  else await reply.send(body);
}

function acceptsGzip({ headers }: FastifyRequest): boolean {
  const accepted = String(headers['accept-encoding'] ?? '').split(',');
  return accepted.some((coding) => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(coding));
}

/** If-None-Match compares weakly (RFC 9110, section 13.1.2). */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const candidates = ifNoneMatch.split(',').map((candidate) => candidate.trim().replace(/^W\//, ''));
  return candidates.includes('*') || candidates.includes(etag);
}
