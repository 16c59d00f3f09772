import { readFileSync } from 'node:fs';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import * as client from 'openid-client';
import { ConfigurationError, UnauthenticatedError, type IdentityProviderSettings } from '#platform';
import { SignInRefusedError } from './sign-in-refused.error';

/** Where browsers come back to, below the public address. */
export const CALLBACK_PATH = '/api/session/single-sign-on/callback';

const PATIENCE_SECONDS = 10;
/** How far the clocks of the provider and of this machine may be apart. */
const CLOCK_TOLERANCE_SECONDS = 60;
/** A logout token is sent when it is made; an old one is a replayed one. */
const LOGOUT_TOKEN_AGE_SECONDS = 120;
/** Signatures that a public key checks; a shared secret, or none, proves nothing here. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'EdDSA'];
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** What the specification allows, and what the database can compare. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

/** What is kept while a browser is at the provider. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Whom the provider vouches for. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** An address that the provider says it has verified; null without one. */
  readonly verifiedEmail: string | null;
  /** The person's session at the provider; empty where it names none. */
  readonly providerSession: string;
}

/** Whose sessions end because they ended at the provider. */
export interface EndedElsewhere {
  readonly issuer: string;
  readonly subject: string;
  /** Null for every session of the subject. */
  readonly providerSession: string | null;
}

/**
 * The OpenID Connect provider: authorisation code with PKCE, state and nonce. What it says of itself and its keys are
 * read anew at every sign-in, so that a key it has taken back counts no more.
 */
export class IdentityProvider {
  readonly #clientSecret: string;

  /** @throws ConfigurationError when the file of the client secret cannot be read */
  constructor(private readonly settings: IdentityProviderSettings) {
    this.#clientSecret = readSecret(settings.clientSecretFile);
  }

  get name(): string {
    return this.settings.name;
  }

  get issuer(): string {
    return this.settings.issuer;
  }

  /** Where to send a browser, and what to keep meanwhile. @throws SignInRefusedError when the provider is away */
  async begin(): Promise<{ readonly address: string; readonly secrets: SignInSecrets }> {
    const secrets = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier(),
    };
    const address = client.buildAuthorizationUrl(await this.#discover(), {
      redirect_uri: this.settings.publicUrl + CALLBACK_PATH,
      scope: 'openid email profile',
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(secrets.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, secrets };
  }

  /**
   * Exchanges the code of the provider's answer and checks the token: signature, issuer, audience, times, nonce.
   *
   * @param query of the address that the browser came back to, with its question mark
   * @throws SignInRefusedError naming the rule that the answer breaks
   */
  async redeem(query: string, { state, nonce, codeVerifier }: SignInSecrets): Promise<ProvenIdentity> {
    const provider = await this.#discover();
    const answer = new URL(this.settings.publicUrl + CALLBACK_PATH + query);
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier };
    const tokens = await client.authorizationCodeGrant(provider, answer, checks).catch((error: unknown) => {
      throw refusalOf(error);
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new SignInRefusedError('answer-not-trusted', 'there is no ID token');
    if (!SUBJECT.test(claims.sub))
      throw new SignInRefusedError('answer-not-trusted', 'the subject is malformed');
    const { email, email_verified: isVerified, sid } = claims;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      verifiedEmail: isVerified === true && typeof email === 'string' ? email : null,
      providerSession: typeof sid === 'string' ? sid : '',
    };
  }

  /** Where a browser ends its session at the provider; null where the provider has no such place. */
  async signOutAddress(): Promise<string | null> {
    const provider = await this.#discover();
    if (provider.serverMetadata().end_session_endpoint === undefined) return null;
    return client.buildEndSessionUrl(provider, {
      post_logout_redirect_uri: `${this.settings.publicUrl}/sign-in`,
    }).href;
  }

  /**
   * Reads a logout token, which the provider sends when a session ends there.
   *
   * @throws UnauthenticatedError for a token that is not the provider's, not for this client, or not fresh
   */
  async readLogoutToken(token: string): Promise<EndedElsewhere> {
    const { jwks_uri: keys } = (await this.#discover()).serverMetadata();
    if (keys === undefined) throw new UnauthenticatedError('The identity provider publishes no keys.');
    const checks = {
      issuer: this.settings.issuer,
      audience: this.settings.clientId,
      algorithms: ALGORITHMS,
      maxTokenAge: LOGOUT_TOKEN_AGE_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['iat', 'jti', 'sub'],
    };
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(keys)), checks).catch(
      (error: unknown) => {
        throw new UnauthenticatedError(`The logout token is refused: ${messageOf(error)}.`);
      },
    );
    if (!isLogout(payload)) throw new UnauthenticatedError('The token is not a logout token.');
    const { sub = '', sid } = payload;
    return {
      issuer: this.settings.issuer,
      subject: sub,
      providerSession: typeof sid === 'string' ? sid : null,
    };
  }

  async #discover(): Promise<client.Configuration> {
    const { issuer, clientId } = this.settings;
    const isPlain = issuer.startsWith('http:');
    const metadata = { client_secret: this.#clientSecret, [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS };
    const options = {
      timeout: PATIENCE_SECONDS,
      execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
    };
    return client
      .discovery(new URL(issuer), clientId, metadata, client.ClientSecretBasic(this.#clientSecret), options)
      .catch((error: unknown) => {
        throw new SignInRefusedError('provider-unavailable', messageOf(error), { cause: error });
      });
  }
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    const rule = 'must be a file that this process can read';
    throw new ConfigurationError([{ name: 'WHOLETIME_OIDC_CLIENT_SECRET_FILE', rule }]);
  }
}

function isLogout({ events, nonce }: JWTPayload): boolean {
  return typeof events === 'object' && events !== null && LOGOUT_EVENT in events && nonce === undefined;
}

function refusalOf(error: unknown): SignInRefusedError {
  const options = { cause: error };
  if (error instanceof client.AuthorizationResponseError) {
    return new SignInRefusedError('provider-refused', error.error, options);
  }
  if (error instanceof client.ResponseBodyError && error.status < 500) {
    return new SignInRefusedError('answer-not-trusted', `the code is refused: ${error.error}`, options);
  }
  const isAway = error instanceof client.ClientError ? isTransport(error) : error instanceof TypeError;
  return new SignInRefusedError(
    isAway ? 'provider-unavailable' : 'answer-not-trusted',
    messageOf(error),
    options,
  );
}

const isTransport = ({ code }: client.ClientError): boolean =>
  code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM';

/** The words of the rule that was broken, from the innermost error: they name the claim or header, never its value. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? messageOf(error.cause) : error.message;
}
