import { chownSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { parseDatabaseUrl, withDatabase } from '../../libs/platform/services';
import { startServicesProcess, type ServicesProcess } from '../support/services-process';
import { makeTestFolder } from '../support/test-folder';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const isDebian = existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-deb');

let dataDirectory: string;
let packagesDirectory: string;

beforeEach(() => {
  dataDirectory = makeTestFolder();
  packagesDirectory = join(dataDirectory, 'packages');
});

afterEach(() => rmSync(dataDirectory, { recursive: true, force: true }));

const start = (userId?: number): Promise<ServicesProcess> =>
  startServicesProcess({
    dataDirectory,
    packagesDirectory,
    mode: 'debian-packages',
    ...(userId === undefined ? {} : { userId }),
  });

/** The program a server runs, as the operating system states it. */
const programOf = (server: 'mariadb' | 'redis'): string => {
  const pid = readFileSync(join(dataDirectory, 'services', server, `${server}.pid`), 'utf8').trim();
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
};

const answers = async ({ services }: ServicesProcess): Promise<boolean> => {
  const connection = await createConnection(parseDatabaseUrl(withDatabase(services.databaseUrl, 'mysql')));
  await connection.query('SELECT 1');
  await connection.end();
  return true;
};

const unpackedAndRunning = async (userId?: number): Promise<void> => {
  const first = await start(userId);
  expect(first.reports).toContain(
    'services: unpacks MariaDB and Redis from the packages of this system (once)',
  );
  expect(programOf('mariadb')).toBe(join(packagesDirectory, 'servers/root/usr/sbin/mariadbd'));
  expect(await answers(first)).toBe(true);
  await first.stop();
  const second = await start(userId);
  expect(second.reports).toEqual([]);
  expect(await answers(second)).toBe(true);
  await second.stop();
};

describe('servers from Debian packages', () => {
  it('are unpacked once and run, for the user of this test', async () => {
    if (isDebian) {
      await unpackedAndRunning();
    } else {
      await expect(start()).rejects.toThrow('This system has no apt-get.');
    }
  });

  it('are unpacked and run without root', async () => {
    if (isDebian && isRoot) {
      chownSync(dataDirectory, NOBODY, NOBODY);
      await unpackedAndRunning(NOBODY);
    } else {
      expect(process.getuid?.()).not.toBe(0);
    }
  });
});
