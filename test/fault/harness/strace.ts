import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfiguration } from '#platform';
import { unpackDebianPackages } from '../../../libs/platform/services/debian-packages';
import type { ServerProgram } from '../../../libs/platform/services/private-server';

const INSTALLED = '/usr/bin/strace';

/** strace: installed, else unpacked from the packages of this Debian, as the servers are. */
export async function straceProgram(): Promise<ServerProgram> {
  if (existsSync(INSTALLED)) return { executable: INSTALLED, environment: {} };
  const { root, environment } = await unpackDebianPackages(
    join(loadConfiguration().packagesDirectory, 'strace'),
    {
      packages: ['strace'],
      always: /^strace$/,
      never: /^(?!lib)/,
      programs: ['usr/bin/strace'],
    },
  );
  return { executable: join(root, 'usr/bin/strace'), environment };
}
