import { sha256Hex } from '#platform';
import type { Exchange } from './exchange';

/** How long an answer may be kept: a release never changes, the list of releases does. */
export type Freshness = 'immutable' | 'revalidate';

const CACHE_CONTROL: Readonly<Record<Freshness, string>> = {
  immutable: 'private, max-age=31536000, immutable',
  revalidate: 'private, no-cache',
};

/**
 * Sets the validators of an answer and tells whether the caller already has it. With true, the reply is a
 * 304 and the rows need not be read.
 */
export function isNotModified(
  { request, reply }: Exchange,
  representation: { readonly etag: string; readonly freshness: Freshness },
): boolean {
  const etag = `"${representation.etag}"`;
  reply.header('ETag', etag);
  reply.header('Cache-Control', CACHE_CONTROL[representation.freshness]);
  reply.header('Vary', 'Accept, Accept-Encoding, Authorization');
  const known = request.headers['if-none-match'];
  if (known === undefined || !matchesEtag(known, etag)) return false;
  reply.status(304);
  return true;
}

/** Sends a document that is made for the request, under a validator of its own bytes. */
export async function sendDocument(exchange: Exchange, document: object): Promise<void> {
  const body = JSON.stringify(document);
  const etag = sha256Hex(body);
  if (isNotModified(exchange, { etag, freshness: 'revalidate' })) return void (await exchange.reply.send());
  await exchange.reply.type('application/json; charset=utf-8').send(body);
}

/** Whether an `If-None-Match` header names a validator (weak comparison, RFC 9110 section 13.1.2). */
export function matchesEtag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}
