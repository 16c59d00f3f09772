import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { PullLog } from '../pull-log/pull-log';
import { AccessTokenService, type TokenHolder } from '../token/access-token.service';
import { bearerToken, type AuthenticatedRequest } from '../token/bearer.guard';
import { ClientStanding } from '../token/client-standing';
import { matchesEtag } from './conditional-response';
import { RateLimitGuard } from './rate-limit.guard';

const REMEMBERED_ANSWERS = 10_000;

/** The headers of an answer that never changes. */
interface KnownAnswer {
  readonly etag: string;
  readonly cacheControl: string;
  readonly vary: string;
}

/**
 * Answers 304 at the door, before anything is routed, where a client asks whether an immutable answer that it was
 * given before still holds. Its token, its standing, its rate and the log of pulls are seen to as for every request;
 * where one of them is not at hand, the request goes the long way.
 */
@Injectable()
export class KnownAnswers {
  private readonly answers = new LRUCache<string, KnownAnswer>({ max: REMEMBERED_ANSWERS });

  constructor(
    private readonly tokens: AccessTokenService,
    private readonly standing: ClientStanding,
    private readonly limits: RateLimitGuard,
    private readonly log: PullLog,
  ) {}

  /**
   * Takes the first place before the routes of a server, before the application is made that has the answers.
   *
   * @param answers null until then
   */
  static guard(server: FastifyInstance, answers: () => KnownAnswers | null): void {
    server.addHook('onRequest', async (request, reply) => answers()?.answer(request, reply));
    server.addHook('onSend', (request, reply, payload, done) => {
      answers()?.remember(request, reply);
      done(null, payload);
    });
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const found = this.knownTo(request);
    if (found === null || !(await this.limits.admit(found.holder.clientId, reply))) return undefined;
    void this.log.note(found.holder, request);
    const { etag, cacheControl, vary } = found.answer;
    reply.headers({ ETag: etag, 'Cache-Control': cacheControl, Vary: vary });
    return reply.status(304).send();
  }

  private knownTo(request: FastifyRequest): { holder: TokenHolder; answer: KnownAnswer } | null {
    const condition = request.headers['if-none-match'];
    const token = bearerToken(request);
    if (condition === undefined || token === undefined || request.method !== 'GET') return null;
    const holder = this.tokens.remembered(token);
    if (holder === undefined || !this.standing.isKnownEnabled(holder.clientId)) return null;
    const answer = this.answers.get(keyOf(request, holder));
    if (answer === undefined || !matchesEtag(condition, answer.etag) || this.log.isBehind) return null;
    return { holder, answer };
  }

  private remember(request: AuthenticatedRequest, reply: FastifyReply): void {
    const { tokenHolder: holder, method } = request;
    const [etag, cacheControl, vary] = ['etag', 'cache-control', 'vary'].map((name) =>
      String(reply.getHeader(name) ?? ''),
    ) as [string, string, string];
    const isLasting = reply.statusCode === 200 || reply.statusCode === 304;
    if (holder === undefined || method !== 'GET' || !isLasting || etag === '') return;
    if (cacheControl.includes('immutable')) {
      this.answers.set(keyOf(request, holder), { etag, cacheControl, vary });
    }
  }
}

/** What an immutable answer depends on: who asks with which rights (cursors are a client's own), for what, and how. */
function keyOf({ url, headers }: FastifyRequest, { clientId, scopes }: TokenHolder): string {
  return [clientId, scopes.join(' '), url, headers.accept, headers['accept-encoding']].join('\n');
}
