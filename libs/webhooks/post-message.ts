import { request as requestPlain } from 'node:http';
import { request as requestEncrypted, type RequestOptions } from 'node:https';
import type { IncomingMessage } from 'node:http';
import {
  checkedAddress,
  type AllowedTargets,
  type NetworkAddress,
  type ResolveName,
  type TargetRefusal,
} from './target-address';

/** What became of an attempt. */
export type AttemptOutcome =
  | { readonly outcome: 'answered'; readonly status: number }
  | { readonly outcome: TargetRefusal | 'unreachable' | 'timed-out'; readonly status: null };

/** How messages leave. */
export interface Outlet {
  readonly targets: AllowedTargets;
  readonly resolve: ResolveName;
  /** Name lookup, connection and answer together. */
  readonly milliseconds: number;
}

/** More of an answer is not read. */
const LONGEST_ANSWER_BYTES = 65_536;

/**
 * Sends a message to the address that a name stands for now, looked up and checked once: the connection goes to that
 * address and no other, whatever the name stands for a moment later. Redirects are not followed. What the receiver
 * answers beyond its status is thrown away.
 */
export async function postMessage(
  url: URL,
  message: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  { targets, resolve, milliseconds }: Outlet,
): Promise<AttemptOutcome> {
  const signal = AbortSignal.timeout(milliseconds);
  try {
    const address = await orAborted(checkedAddress(url, targets, resolve), signal);
    if (typeof address === 'string') return { outcome: address, status: null };
    return { outcome: 'answered', status: await statusOf(url, { ...message, address, signal }) };
  } catch {
    return { outcome: signal.aborted ? 'timed-out' : 'unreachable', status: null };
  }
}

interface PinnedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly address: NetworkAddress;
  readonly signal: AbortSignal;
}

function statusOf(url: URL, { headers, body, address, signal }: PinnedMessage): Promise<number> {
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal,
    headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    lookup: (_host, { all }, found) =>
      all === true ? found(null, [address]) : found(null, address.address, address.family),
  };
  const send = url.protocol === 'https:' ? requestEncrypted : requestPlain;
  return new Promise((resolve, reject) => {
    const outgoing = send(url, options, (response) => {
      drained(response).then(() => resolve(response.statusCode ?? 0), reject);
    });
    outgoing.on('error', reject).end(body);
  });
}

async function drained(response: IncomingMessage): Promise<void> {
  let bytes = 0;
  for await (const piece of response) {
    bytes += (piece as Buffer).length;
    if (bytes > LONGEST_ANSWER_BYTES) return;
  }
}

/** A lookup can't be cut off, but nobody need wait for it. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The time is up.')), { once: true });
  });
  return Promise.race([work, aborted]);
}
