import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { unpackDebianPackages } from './debian-packages';
import type { Report, ServerPrograms } from './private-server';

const MARIADB = 'usr/sbin/mariadbd';
const REDIS = 'usr/bin/redis-server';
/** The server's name carries a version in older releases. */
const MARIADB_PACKAGE = /^mariadb-server-core(-[\d.]+)?$/;
const SERVER_PACKAGES = /^(mariadb-server-core(-[\d.]+)?|redis-server|redis-tools)$/;
/** Of what the servers depend on only libraries are needed to run them, and none of those for setting up. */
const NOT_NEEDED = /^(?!lib)|perl|^lib(db|gdbm|pam|semanage|sepol|audit|selinux)/;

/**
 * MariaDB and Redis unpacked from the packages of this Debian or Ubuntu.
 *
 * @throws ServicesError when this system has no apt or its packages cannot be had.
 */
export async function unpackedPrograms(folder: string, report: Report): Promise<ServerPrograms> {
  if (!existsSync(join(folder, 'root'))) {
    report('services: unpacks MariaDB and Redis from the packages of this system (once)');
  }
  const { root, environment } = await unpackDebianPackages(folder, {
    packages: [MARIADB_PACKAGE, 'redis-server'],
    always: SERVER_PACKAGES,
    never: NOT_NEEDED,
    programs: [MARIADB, REDIS],
  });
  return {
    mariadb: { executable: join(root, MARIADB), environment },
    redis: { executable: join(root, REDIS), environment },
  };
}
