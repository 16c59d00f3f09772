import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_LIMITS } from '#access';

/**
 * The prefix makes browsers insist on Secure, this host alone and the whole path; they take plain
 * `http://localhost` for secure.
 */
export const SESSION_COOKIE = '__Host-wholetime-session';

const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const;

/** The session token of a request, or null. */
export function sessionTokenOf(request: FastifyRequest): string | null {
  return request.cookies[SESSION_COOKIE] ?? null;
}

/** Gives the browser a session token for as long as a session can last. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  const maxAge = SESSION_LIMITS.absoluteMilliseconds / 1000;
  void reply.setCookie(SESSION_COOKIE, token, { ...ATTRIBUTES, maxAge });
}

/** Takes the session token from the browser. */
export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, ATTRIBUTES);
}
