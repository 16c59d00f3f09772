import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TooManyRequestsError, UnavailableError } from '#platform';
import { SESSION_COOKIE } from '../access/session-cookie';

/** Requests of one session that are in hand at a time; a browser asks for at most six at once. */
const MOST_OF_ONE_SESSION = 32;
/** Requests in hand at a time of everyone; more would wait for each other longer than anybody waits for them. */
const MOST_IN_HAND = 256;
const AGAIN_AFTER_SECONDS = 2;

const ENDPOINTS = '/api/';
const HEALTH = '/api/health/';

/**
 * Refuses, before anything is worked out, what would only lengthen the line: with 429 the requests of a session that
 * has many in hand already, so that nobody is held up by one who asks for much; with 503 those of everyone
 * while the process has its hands full. Both say when to come back. Streams of events cost nothing while they are silent, and health is
 * asked for most when there is much to do: neither is counted.
 */
export function admitWhatCanBeAnswered(server: FastifyInstance): void {
  const inHand = new RequestsInHand();
  server.addHook('onRequest', (request, reply, done) => {
    if (!isCounted(request)) return done();
    const session = sessionOf(request);
    const refusal = inHand.refusalOf(session);
    if (refusal !== undefined) return done(refusal);
    inHand.take(session);
    reply.raw.once('close', () => inHand.release(session));
    done();
  });
}

/** Requests that have come and have no answer yet, by whose they are. */
export class RequestsInHand {
  private readonly bySession = new Map<string, number>();
  private total = 0;

  /** @returns why one more of a session has to come back later; undefined where it may come in */
  refusalOf(session: string): Error | undefined {
    if ((this.bySession.get(session) ?? 0) >= MOST_OF_ONE_SESSION) {
      return new TooManyRequestsError(
        AGAIN_AFTER_SECONDS,
        `You have ${MOST_OF_ONE_SESSION} requests open; wait for their answers before you ask for more.`,
      );
    }
    return this.total >= MOST_IN_HAND ? handsFull() : undefined;
  }

  take(session: string): void {
    this.bySession.set(session, (this.bySession.get(session) ?? 0) + 1);
    this.total += 1;
  }

  release(session: string): void {
    const left = (this.bySession.get(session) ?? 0) - 1;
    if (left > 0) this.bySession.set(session, left);
    else this.bySession.delete(session);
    this.total -= 1;
  }
}

const handsFull = (): UnavailableError =>
  new UnavailableError('Too much is asked for at once; ask again in a moment.', AGAIN_AFTER_SECONDS);

const isCounted = ({ url, headers }: FastifyRequest): boolean =>
  url.startsWith(ENDPOINTS) && !url.startsWith(HEALTH) && headers.accept !== 'text/event-stream';

/** Known before a session is looked up. Whoever has none may share an address with a whole trust: each stands alone. */
function sessionOf({ headers, id }: FastifyRequest): string {
  const cookie = headers.cookie?.split('; ').find((each) => each.startsWith(`${SESSION_COOKIE}=`));
  return cookie === undefined ? id : createHash('sha256').update(cookie).digest('base64url');
}
