import { IsOptional, IsString, Length, Matches, MinLength } from 'class-validator';
import { ConfigurationError } from './configuration.error';
import { Variable } from './variable.decorator';
import { WorkerConfiguration } from './worker-configuration';

/** The OpenID Connect provider at which people sign in. */
export interface IdentityProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecretFile: string;
  /** What the button of the sign-in page calls it. */
  readonly name: string;
  /** Address under which browsers reach the pages, without a trailing slash. */
  readonly publicUrl: string;
}

/** Plain HTTP is for tests on one machine. */
const SECURE_OR_LOCAL = /^(https:\/\/[^/\s?#]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)(\/[^\s?#]*)?$/;

/** Settings of signing in elsewhere than here. */
export class SignInConfiguration extends WorkerConfiguration {
  @Variable({
    name: 'WHOLETIME_OIDC_ISSUER',
    kind: 'text',
    meaning: 'Issuer of the OpenID Connect provider at which people may sign in.',
    rule: 'must start with https:// (or http://localhost) and have no query',
    whenAbsent: 'people sign in with accounts of this installation only',
    example: 'https://login.example.nhs.uk/realm',
  })
  @IsOptional()
  @Matches(SECURE_OR_LOCAL)
  readonly givenOidcIssuer?: string;

  @Variable({
    name: 'WHOLETIME_OIDC_CLIENT_ID',
    kind: 'text',
    meaning: 'Client id of this installation at the provider; needed with WHOLETIME_OIDC_ISSUER.',
    rule: 'must be 1 to 255 characters',
    whenAbsent: 'nobody signs in elsewhere',
    example: 'wholetime',
  })
  @IsOptional()
  @IsString()
  @Length(1, 255)
  readonly givenOidcClientId?: string;

  @Variable({
    name: 'WHOLETIME_OIDC_CLIENT_SECRET_FILE',
    kind: 'path',
    meaning: 'File with the client secret; needed with WHOLETIME_OIDC_ISSUER.',
    rule: 'must be a path',
    whenAbsent: 'nobody signs in elsewhere',
    example: '/run/secrets/oidc-client-secret',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  readonly givenOidcClientSecretFile?: string;

  @Variable({
    name: 'WHOLETIME_OIDC_NAME',
    kind: 'text',
    meaning: 'What the sign-in page calls the provider: “Sign in with …”.',
    rule: 'must be 1 to 40 characters',
    whenAbsent: 'your organisation',
    example: 'NHS England',
  })
  @Length(1, 40)
  readonly oidcName: string = 'your organisation';

  @Variable({
    name: 'WHOLETIME_PUBLIC_URL',
    kind: 'text',
    meaning: 'Address under which browsers reach the pages; needed with WHOLETIME_OIDC_ISSUER.',
    rule: 'must start with https:// (or http://localhost) and have no path',
    whenAbsent: 'nobody signs in elsewhere',
    example: 'https://wholetime.example.nhs.uk',
  })
  @IsOptional()
  @Matches(/^(https:\/\/[^/\s?#]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)$/)
  readonly givenPublicUrl?: string;

  /** @throws ConfigurationError naming what lacks where only some of it is set */
  assertSignInWhole(): void {
    void this.identityProvider;
  }

  /**
   * Where people may sign in besides here; null where that is not set up.
   *
   * @throws ConfigurationError naming what lacks where only some of it is set
   */
  get identityProvider(): IdentityProviderSettings | null {
    const issuer = this.givenOidcIssuer;
    if (issuer === undefined) return null;
    const clientId = this.givenOidcClientId;
    const clientSecretFile = this.givenOidcClientSecretFile;
    const publicUrl = this.givenPublicUrl;
    if (clientId === undefined || clientSecretFile === undefined || publicUrl === undefined) {
      const needed = {
        WHOLETIME_OIDC_CLIENT_ID: clientId,
        WHOLETIME_OIDC_CLIENT_SECRET_FILE: clientSecretFile,
        WHOLETIME_PUBLIC_URL: publicUrl,
      };
      const missing = Object.entries(needed).filter(([, value]) => value === undefined);
      const rule = 'must be set where WHOLETIME_OIDC_ISSUER is';
      throw new ConfigurationError(missing.map(([name]) => ({ name, rule })));
    }
    return { issuer, clientId, clientSecretFile, publicUrl, name: this.oidcName };
  }
}
