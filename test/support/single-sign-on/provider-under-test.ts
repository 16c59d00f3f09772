import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '../process-under-test';

/** What the provider's next answers are like. */
export interface ProviderControl {
  /** Claims of people by subject. */
  readonly people?: Readonly<Record<string, object>>;
  /** What is wrong with its tokens; nothing when left out. */
  readonly fault?: string;
  /** Whether it signs with a new key from now on. */
  readonly rotate?: boolean;
  /** Whether it answers nobody. */
  readonly isAway?: boolean;
  /** Where the API listens that it tells of ended sessions. */
  readonly apiUrl?: string;
}

/** A real provider in a process of its own. */
export interface ProviderUnderTest {
  readonly issuer: string;
  /** The settings of an installation that people sign in to there. */
  readonly environment: Readonly<Record<string, string>>;
  control(control: ProviderControl): Promise<void>;
  /** Signs claims with its key; `alg: none` leaves them unsigned. */
  sign(claims: object, header?: object): Promise<string>;
  stop(): Promise<void>;
}

export const CLIENT_ID = 'wholetime-under-test';
export const CLIENT_SECRET = 'a-client-secret-of-forty-characters-here';

/** Starts a provider for an installation at an address. */
export async function startProvider(publicUrl: string): Promise<ProviderUnderTest> {
  const process = startProcess({
    script: 'test/support/single-sign-on/identity-provider.mjs',
    arguments: [publicUrl, CLIENT_ID, CLIENT_SECRET],
  });
  const issuer = (await process.line(/^issuer /)).slice('issuer '.length);
  const folder = mkdtempSync(join(tmpdir(), 'wholetime-provider-'));
  const secretFile = join(folder, 'client-secret');
  writeFileSync(secretFile, `${CLIENT_SECRET}\n`, { mode: 0o600 });
  const post = async (path: string, body: object): Promise<string> => {
    const answer = await fetch(issuer + path, { method: 'POST', body: JSON.stringify(body) });
    return answer.text();
  };
  return {
    issuer,
    environment: {
      WHOLETIME_OIDC_ISSUER: issuer,
      WHOLETIME_OIDC_CLIENT_ID: CLIENT_ID,
      WHOLETIME_OIDC_CLIENT_SECRET_FILE: secretFile,
      WHOLETIME_OIDC_NAME: 'NHS England',
      WHOLETIME_PUBLIC_URL: publicUrl,
    },
    control: async (control) => void (await post('/control', { isAway: false, ...control })),
    sign: (claims, header = {}) => post('/control/sign', { claims, header }),
    stop: async () => {
      await process.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
