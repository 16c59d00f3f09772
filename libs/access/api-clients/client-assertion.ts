/** Longest time that a client assertion may be valid, in seconds (RFC 7523 leaves it to the server). */
export const LONGEST_ASSERTION_SECONDS = 300;

/** Signature algorithms accepted for client assertions: asymmetric ones only. */
export const ASSERTION_ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'RS512', 'PS512'] as const;

/**
 * Scopes that a client may hold at the national API. Exact counts of people by a protected characteristic, under a
 * data-sharing agreement, are a scope of their own and never an option of `releases:read`.
 */
export const CLIENT_SCOPES = [
  'releases:read',
  'plans:read',
  'levy:read',
  'national:write',
  'equality:exact-counts',
] as const;
export type ClientScope = (typeof CLIENT_SCOPES)[number];

/** A registered client with what is logged on each of its pulls. */
export interface ApiClient {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly scopes: readonly ClientScope[];
}
