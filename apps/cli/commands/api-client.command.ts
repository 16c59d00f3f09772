import { SignJWT, exportJWK, importPKCS8, type JWK } from 'jose';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { ApiClientService } from '#access';
import { loadConfiguration, newId } from '#platform';
import { withDatabase } from '../with-database';

const KEY_ID = 'first';
const ALGORITHM = 'EdDSA';
const ASSERTION_SECONDS = 120;

interface CreateOptions {
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly scopes: string;
  readonly publicKey?: string;
  readonly newKey?: string;
  readonly json?: boolean;
}

interface AssertionOptions {
  readonly client: string;
  readonly key: string;
  readonly audience?: string;
}

/** Adds `api-client create` and `api-client assertion` to the program. */
export function registerApiClient(program: Command): void {
  const client = program.command('api-client').description('Clients of the national API');
  client
    .command('create')
    .description('Register a client with its public key')
    .requiredOption('--name <text>', 'who the client is')
    .requiredOption('--purpose <text>', 'what the data are used for; logged on each pull')
    .requiredOption('--legal-basis <text>', 'legal basis of the sharing; logged on each pull')
    .option('--scopes <list>', 'scopes, separated by blanks', 'releases:read')
    .option('--public-key <file>', 'public key as a JWK')
    .option('--new-key <file>', 'make an Ed25519 key pair and write the private key (PEM) to this file')
    .option('--json', 'print the client as JSON')
    .action((options: CreateOptions) => create(options));
  client
    .command('assertion')
    .description('Sign a client assertion to send to /oauth2/token; valid two minutes, for one use')
    .requiredOption('--client <id>', 'client id')
    .requiredOption('--key <file>', 'private Ed25519 key (PEM)')
    .option('--audience <url>', 'token address; the one of this installation by default')
    .action((options: AssertionOptions) => printAssertion(options));
}

async function create(options: CreateOptions): Promise<void> {
  const publicJwk = await publicKeyOf(options);
  const registered = await withDatabase((dataSource) =>
    new ApiClientService(dataSource).register({
      name: options.name,
      purpose: options.purpose,
      legalBasis: options.legalBasis,
      scopes: options.scopes.split(/\s+/),
      keyId: publicJwk.kid ?? KEY_ID,
      publicJwk,
      actor: 'command-line',
    }),
  );
  process.stdout.write(
    options.json
      ? `${JSON.stringify(registered, null, 2)}\n`
      : `client ${registered.id}: ${registered.scopes.join(' ')}\n`,
  );
}

async function publicKeyOf(options: CreateOptions): Promise<JWK> {
  if (options.publicKey !== undefined) return JSON.parse(readFileSync(options.publicKey, 'utf8')) as JWK;
  if (options.newKey === undefined)
    throw new Error('Give --public-key FILE, or --new-key FILE to make a key pair.');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(options.newKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
  });
  return { ...(await exportJWK(createPublicKey(privateKey))), alg: ALGORITHM, kid: KEY_ID };
}

async function printAssertion(options: AssertionOptions): Promise<void> {
  const key = await importPKCS8(readFileSync(options.key, 'utf8'), ALGORITHM);
  const audience = options.audience ?? `${loadConfiguration().releasePublicUrl}/oauth2/token`;
  const assertion = await new SignJWT({ jti: newId() })
    .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID })
    .setIssuer(options.client)
    .setSubject(options.client)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${ASSERTION_SECONDS}s`)
    .sign(key);
  process.stdout.write(`${assertion}\n`);
}
