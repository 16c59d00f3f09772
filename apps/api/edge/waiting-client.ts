import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendConditionally } from './conditional-response';

/**
 * Answers with what takes time to work out. A client that leaves before it is there is told apart from one
 * that waits: the work learns of it, and nothing is sent.
 */
export async function whileWaiting<T>(
  reply: FastifyReply,
  work: (gone: AbortSignal) => Promise<T>,
  send: (answer: T) => Promise<void>,
): Promise<void> {
  const left = new AbortController();
  const leave = (): void => left.abort();
  reply.raw.once('close', leave);
  try {
    const answer = await work(left.signal);
    if (!left.signal.aborted) await send(answer);
  } catch (error) {
    if (!left.signal.aborted) throw error;
    reply.hijack();
  } finally {
    reply.raw.off('close', leave);
  }
}

/** The same, as JSON with its ETag. */
export async function sendWhileWaiting(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (gone: AbortSignal) => Promise<object>,
): Promise<void> {
  await whileWaiting(reply, work, (answer) => sendConditionally(request, reply, answer));
}
