import { fork, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { SignJWT, exportJWK } from 'jose';
import type { DataSource } from 'typeorm';
import { ApiClientService } from '#access';
import { inheritedEnvironment, newId } from '#platform';
import { nationalReaderUrl, provisionNationalReader } from '#publication';

const READER_PASSWORD = 'a1'.repeat(16);
const PUBLIC_URL = 'http://benchmark.test';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const ALGORITHM = 'EdDSA';
const ASSERTION_SECONDS = 120;

/** A server in a process of its own. */
export class ServerProcess {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** @throws Error when the process ends before it listens */
  static async start(
    file: string,
    parameters: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> {
    const child = fork(join(__dirname, '..', '..', file), [...parameters], {
      env: { ...inheritedEnvironment(), ...environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`${file} ended before it listened.`);
    });
    const [{ url }] = (await Promise.race([once(child, 'message'), ended])) as [{ url: string }];
    ended.catch(() => undefined);
    return new ServerProcess(url.replace('[::1]', '127.0.0.1'), child);
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}

/** The national API over a database under its own user, logging as it does by default. */
export async function startNationalApi(
  dataSource: DataSource,
  { databaseUrl, folder }: { readonly databaseUrl: string; readonly folder: string },
): Promise<ServerProcess> {
  await provisionNationalReader(dataSource, READER_PASSWORD);
  return ServerProcess.start('hee-api/main.js', [], {
    DATABASE_URL: nationalReaderUrl(databaseUrl, READER_PASSWORD),
    WHOLETIME_HEE_SIGNING_KEY_FILE: join(folder, 'signing-key.pem'),
    WHOLETIME_RELEASE_PUBLIC_URL: PUBLIC_URL,
    WHOLETIME_HEE_REQUESTS_PER_MINUTE: '10000000',
    HEE_API_PORT: '0',
  });
}

/** Registers a client. @returns the Authorization header of its token */
export async function tokenHeader(dataSource: DataSource, { url }: ServerProcess): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { id } = await new ApiClientService(dataSource).register({
    name: 'Benchmark',
    purpose: 'Benchmark',
    legalBasis: 'None',
    scopes: ['releases:read'],
    keyId: 'first',
    publicJwk: { ...(await exportJWK(publicKey)), alg: ALGORITHM },
    actor: 'benchmark',
  });
  const assertion = await new SignJWT({ jti: newId() })
    .setProtectedHeader({ alg: ALGORITHM, kid: 'first' })
    .setIssuer(id)
    .setSubject(id)
    .setAudience(`${PUBLIC_URL}/oauth2/token`)
    .setIssuedAt()
    .setExpirationTime(`${ASSERTION_SECONDS}s`)
    .sign(privateKey);
  const answer = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: assertion,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`The token address answered ${answer.status}.`);
  return `Bearer ${token}`;
}
