import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { SignInConfiguration } from './sign-in-configuration';
import { Variable } from './variable.decorator';

/** Settings of releases, their signatures and the API that serves them. */
export class NationalApiConfiguration extends SignInConfiguration {
  @Variable({
    name: 'WHOLETIME_HEE_SIGNING_KEY_FILE',
    kind: 'path',
    meaning: 'Private key (PKCS #8 PEM, Ed25519) with which the national API signs access tokens.',
    rule: 'must be a path',
    whenAbsent: 'hee-api/signing-key.pem in the data folder, made at the first start',
    example: '.local/hee-api/signing-key.pem',
  })
  @IsOptional()
  @IsString()
  readonly givenHeeSigningKeyFile?: string;

  @Variable({
    name: 'WHOLETIME_RELEASE_SIGNING_KEY_FILE',
    kind: 'path',
    meaning: 'Private key (PKCS #8 PEM, Ed25519) that signs the manifests of releases.',
    rule: 'must be a path',
    whenAbsent: 'publication/signing-key.pem in the data folder, made when it is first needed',
    example: '.local/publication/signing-key.pem',
  })
  @IsOptional()
  @IsString()
  readonly givenReleaseSigningKeyFile?: string;

  @Variable({
    name: 'WHOLETIME_WEBHOOK_SIGNING_KEY_FILE',
    kind: 'path',
    meaning: 'Private keys (PKCS #8 PEM, Ed25519, the newest first) that sign webhooks.',
    rule: 'must be a path',
    whenAbsent: 'webhooks/signing-key.pem in the data folder, made when it is first needed',
    example: '.local/webhooks/signing-key.pem',
  })
  @IsOptional()
  @IsString()
  readonly givenWebhookSigningKeyFile?: string;

  @Variable({
    name: 'WHOLETIME_WEBHOOK_TARGETS',
    kind: 'text',
    meaning:
      'Where webhooks may go: public addresses over https, or, for tests only, any address, also over http.',
    rule: 'must be public or any',
    whenAbsent: 'public',
    example: 'public',
  })
  @IsIn(['public', 'any'])
  readonly webhookTargets: 'public' | 'any' = 'public';

  @Variable({
    name: 'WHOLETIME_HEE_REQUESTS_PER_MINUTE',
    kind: 'integer',
    meaning: 'Requests that one client may make of a process of the national API in a minute.',
    rule: 'must be a whole number from 1 to 10000000',
    whenAbsent: '600',
    example: '600',
  })
  @IsInt()
  @Min(1)
  @Max(10_000_000)
  readonly heeRequestsPerMinute: number = 600;

  @Variable({
    name: 'WHOLETIME_RELEASE_PUBLIC_URL',
    kind: 'text',
    meaning: 'Address under which clients reach the national API; it is written into releases and tokens.',
    rule: 'must start with http:// or https:// and not end with a slash',
    whenAbsent: 'http://localhost:HEE_API_PORT',
    example: 'http://localhost:3001',
  })
  @IsOptional()
  @Matches(/^https?:\/\/[^/\s].*[^/\s]$/)
  readonly givenReleasePublicUrl?: string;
}
