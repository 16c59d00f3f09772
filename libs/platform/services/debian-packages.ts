import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report, ServerPrograms } from './private-server';
import { runProgram } from './run-program';
import { ServicesError } from './services.error';

/** Packages the programs are in; the server's name carries a version in older releases. */
const SERVER_PACKAGES = /^(mariadb-server-core(-[\d.]+)?|redis-server|redis-tools)$/;
/** Never replaced by a private copy: a second C library does not go with the system's loader. */
const NEVER_PRIVATE = /^(libc6|libc-bin|gcc-\d+-base)$/;
const LISTS_LIFETIME_MILLISECONDS = 24 * 3600 * 1000;

/**
 * MariaDB and Redis unpacked from the packages of this Debian or Ubuntu into a folder, without root and
 * without touching the system. Unpacked once; later calls find them there.
 *
 * @throws ServicesError when this system has no apt or its packages cannot be had.
 */
export async function debianPrograms(folder: string, report: Report): Promise<ServerPrograms> {
  const root = join(folder, 'root');
  if (!existsSync(root)) {
    await unpackPackages(folder, root, report);
  }
  const environment = { LD_LIBRARY_PATH: libraryFolders(root).join(':') };
  return {
    mariadb: { executable: join(root, 'usr/sbin/mariadbd'), environment },
    redis: { executable: join(root, 'usr/bin/redis-server'), environment },
  };
}

async function unpackPackages(folder: string, root: string, report: Report): Promise<void> {
  report('services: unpacks MariaDB and Redis from the packages of this system (once)');
  const apt = await privateApt(folder);
  const packages = await missingPackages(apt);
  const archives = join(folder, 'archives');
  await mkdir(archives, { recursive: true });
  await insist(await apt.run('apt-get', ['download', ...packages], archives), 'download packages');
  const unfinished = `${root}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  for (const archive of readdirSync(archives).filter((name) => name.endsWith('.deb'))) {
    await insist(
      await runProgram('dpkg-deb', ['-x', join(archives, archive), unfinished]),
      `unpack ${archive}`,
    );
  }
  await checkLibraries(unfinished);
  renameSync(unfinished, root);
  rmSync(archives, { recursive: true, force: true });
}

/** apt with lists, caches and status of its own; only its sources are the system's. */
interface PrivateApt {
  run(
    program: 'apt-get' | 'apt-cache',
    options: readonly string[],
    folder?: string,
  ): ReturnType<typeof runProgram>;
}

async function privateApt(folder: string): Promise<PrivateApt> {
  const lists = join(folder, 'apt/lists');
  await mkdir(join(lists, 'partial'), { recursive: true });
  await mkdir(join(folder, 'apt/cache/archives/partial'), { recursive: true });
  // An empty status makes apt state every package that is needed, not only those the system lacks.
  await writeFile(join(folder, 'apt/status'), '');
  const settings = [
    `Dir::State=${join(folder, 'apt')}`,
    `Dir::State::lists=${lists}`,
    `Dir::State::status=${join(folder, 'apt/status')}`,
    `Dir::Cache=${join(folder, 'apt/cache')}`,
    // As root apt would give up its rights to a user who may not enter the data folder.
    'APT::Sandbox::User=root',
  ].flatMap((setting) => ['-o', setting]);
  const apt: PrivateApt = {
    run: (program, options, cwd = folder) => runProgram(program, [...settings, ...options], { folder: cwd }),
  };
  await updateLists(apt, lists);
  return apt;
}

async function updateLists(apt: PrivateApt, lists: string): Promise<void> {
  const stamp = join(lists, 'updated');
  if (existsSync(stamp) && Date.now() - statSync(stamp).mtimeMs < LISTS_LIFETIME_MILLISECONDS) {
    return;
  }
  // One unreachable source among several is no failure: what counts is that the packages are found.
  const { code, complaint } = await apt.run('apt-get', ['update']);
  if (code === undefined) {
    throw new ServicesError('This system has no apt-get.');
  }
  const { output } = await apt.run('apt-cache', ['pkgnames', 'redis-server']);
  if (!output.includes('redis-server')) {
    throw new ServicesError(`apt-get update found no packages: ${lastLine(complaint)}`);
  }
  await writeFile(stamp, '');
}

/** What the servers need and this system does not have. */
async function missingPackages(apt: PrivateApt): Promise<string[]> {
  const wanted = [await mariadbPackage(apt), 'redis-server'];
  const plan = await apt.run('apt-get', ['--simulate', '--no-install-recommends', 'install', ...wanted]);
  await insist(plan, 'plan the installation');
  const closure = [...plan.output.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name ?? '');
  const { output } = await runProgram('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n']);
  const installed = new Set([...output.matchAll(/^(\S+) installed$/gm)].map(([, name]) => name ?? ''));
  return closure.filter(
    (name) => SERVER_PACKAGES.test(name) || !(installed.has(name) || NEVER_PRIVATE.test(name)),
  );
}

async function mariadbPackage(apt: PrivateApt): Promise<string> {
  const { output } = await apt.run('apt-cache', ['pkgnames', 'mariadb-server-core']);
  const names = output.split('\n').filter((name) => SERVER_PACKAGES.test(name));
  const newest = names.sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1);
  const name = names.includes('mariadb-server-core') ? 'mariadb-server-core' : newest;
  if (name === undefined) {
    throw new ServicesError('This system’s packages hold no mariadb-server-core.');
  }
  return name;
}

/** Folders with shared libraries in the unpacked tree. */
function libraryFolders(root: string): string[] {
  return ['usr/lib', 'lib'].flatMap((folder) => {
    const parent = join(root, folder);
    const names = existsSync(parent) ? readdirSync(parent) : [];
    return [...names.filter((name) => name.endsWith('-linux-gnu')).map((name) => join(parent, name)), parent];
  });
}

async function checkLibraries(root: string): Promise<void> {
  const environment = { LD_LIBRARY_PATH: libraryFolders(root).join(':') };
  const programs = ['usr/sbin/mariadbd', 'usr/bin/redis-server'].map((path) => join(root, path));
  const { output, complaint } = await runProgram('ldd', programs, { environment });
  const missing = /^.*not found.*$/m.exec(output + complaint)?.[0];
  if (missing !== undefined) {
    throw new ServicesError(`The unpacked programs lack a library: ${missing.trim()}.`);
  }
}

async function insist(outcome: Awaited<ReturnType<typeof runProgram>>, deed: string): Promise<void> {
  if (outcome.code !== 0) {
    throw new ServicesError(`apt could not ${deed}: ${lastLine(outcome.complaint)}`);
  }
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
