import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Configuration, TooManyRequestsError } from '#platform';
import type { AuthenticatedRequest } from '../token/bearer.guard';

const WINDOW_SECONDS = 60;
const HEALTH_PATH = '/health/';

/**
 * Lets each client make so many requests of this process in a minute, and callers without a token as many by
 * address; says where they stand in the `RateLimit` headers (draft-ietf-httpapi-ratelimit-headers).
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly limiter: RateLimiterMemory;
  private readonly policy: string;

  constructor({ heeRequestsPerMinute }: Configuration) {
    this.limiter = new RateLimiterMemory({ points: heeRequestsPerMinute, duration: WINDOW_SECONDS });
    this.policy = `"default";q=${heeRequestsPerMinute};w=${WINDOW_SECONDS}`;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (request.url.startsWith(HEALTH_PATH)) return true;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const isAdmitted = await this.admit(request.tokenHolder?.clientId ?? request.ip, reply);
    if (!isAdmitted) throw new TooManyRequestsError(Number(reply.getHeader('Retry-After')));
    return true;
  }

  /** Counts a request of a caller and says in its answer where the caller stands. @returns false past the limit */
  async admit(caller: string, reply: FastifyReply): Promise<boolean> {
    const standing = await this.limiter.consume(caller).catch((refusal: unknown) => refusal);
    if (!(standing instanceof RateLimiterRes)) throw standing;
    const seconds = Math.ceil(standing.msBeforeNext / 1000);
    reply.header('RateLimit-Policy', this.policy);
    reply.header('RateLimit', `"default";r=${standing.remainingPoints};t=${seconds}`);
    if (standing.consumedPoints <= this.limiter.points) return true;
    reply.header('Retry-After', String(seconds));
    return false;
  }
}
