import { Body, Controller, Header, HttpCode, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ApiClient, ClientScope } from '#access';
import { ACCESS_TOKEN_SECONDS, AccessTokenService } from './access-token.service';
import { PublicEndpoint } from './bearer.guard';
import { ClientAssertionVerifier } from './client-assertion.verifier';
import { TokenError } from './token.error';

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** OAuth 2.0 client credentials with `private_key_jwt`. Documented by hand in the OpenAPI document. */
@ApiExcludeController()
@PublicEndpoint()
@Controller('oauth2')
export class TokenController {
  constructor(
    private readonly verifier: ClientAssertionVerifier,
    private readonly tokens: AccessTokenService,
  ) {}

  @Post('token')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async token(@Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    try {
      const form = formOf(body);
      const client = await this.verifier.verify(requireAssertion(form));
      const scopes = grantedScopes(client, form['scope']);
      const accessToken = await this.tokens.issue(client, scopes);
      return {
        access_token: accessToken,
        token_type: 'Bearer',
        expires_in: ACCESS_TOKEN_SECONDS,
        scope: scopes.join(' '),
      };
    } catch (error) {
      if (!(error instanceof TokenError)) throw error;
      reply.status(error.httpStatus);
      return { error: error.code, error_description: error.description };
    }
  }
}

function formOf(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body === 'object' && body !== null) return body as Readonly<Record<string, unknown>>;
  throw new TokenError('invalid_request', 'Send the parameters as application/x-www-form-urlencoded.');
}

function requireAssertion(form: Readonly<Record<string, unknown>>): string {
  if (form['grant_type'] !== 'client_credentials') {
    throw new TokenError('unsupported_grant_type', 'grant_type must be client_credentials.');
  }
  if (form['client_assertion_type'] !== ASSERTION_TYPE) {
    throw new TokenError('invalid_request', `client_assertion_type must be ${ASSERTION_TYPE}.`);
  }
  const assertion = form['client_assertion'];
  if (typeof assertion !== 'string') throw new TokenError('invalid_request', 'client_assertion is missing.');
  return assertion;
}

function grantedScopes(client: ApiClient, requested: unknown): readonly ClientScope[] {
  if (requested === undefined || requested === '') return client.scopes;
  if (typeof requested !== 'string') throw new TokenError('invalid_scope', 'scope must be one text.');
  const wanted = requested.split(' ');
  const granted = client.scopes.filter((scope) => wanted.includes(scope));
  if (granted.length === new Set(wanted).size) return granted;
  throw new TokenError(
    'invalid_scope',
    `The client holds ${client.scopes.join(' ')}; ask for these or fewer.`,
  );
}
