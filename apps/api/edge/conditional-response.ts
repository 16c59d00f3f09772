import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '#platform';

/**
 * Answers with JSON and a strong ETag, or with 304 when the client has the same bytes. The answer is one
 * person's: only their browser may keep it, and asks again each time.
 */
export async function sendConditionally(
  request: FastifyRequest,
  reply: FastifyReply,
  content: object,
): Promise<void> {
  const body = JSON.stringify(content);
  const etag = `"${sha256Hex(body).slice(0, 32)}"`;
  void reply.header('ETag', etag).header('Cache-Control', 'private, no-cache').header('Vary', 'Cookie');
  if (matches(request.headers['if-none-match'], etag)) {
    await reply.code(304).send();
    return;
  }
  await reply.type('application/json; charset=utf-8').send(body);
}

/** If-None-Match compares weakly (RFC 9110, section 13.1.2). */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const candidates = ifNoneMatch.split(',').map((candidate) => candidate.trim().replace(/^W\//, ''));
  return candidates.includes('*') || candidates.includes(etag);
}
