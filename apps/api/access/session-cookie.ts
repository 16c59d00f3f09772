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

/** Binds what comes back from the identity provider to the browser that was sent there. */
const SIGN_IN_COOKIE = '__Host-wholetime-sign-in';

/** The provider's page leads back, which is a request from another site: it must bring the cookie along. */
const SIGN_IN_ATTRIBUTES = { ...ATTRIBUTES, sameSite: 'lax' } as const;
const SIGN_IN_SECONDS = 10 * 60;

/** The secret of a browser that was sent to the identity provider, or null. */
export function signInTokenOf(request: FastifyRequest): string | null {
  return request.cookies[SIGN_IN_COOKIE] ?? null;
}

/** Gives the browser a secret to bring back from the identity provider. */
export function setSignInCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(SIGN_IN_COOKIE, token, { ...SIGN_IN_ATTRIBUTES, maxAge: SIGN_IN_SECONDS });
}

/** Takes that secret from the browser. */
export function clearSignInCookie(reply: FastifyReply): void {
  void reply.clearCookie(SIGN_IN_COOKIE, SIGN_IN_ATTRIBUTES);
}
