import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram, type ProgramOutcome } from './run-program';
import { ServicesError } from './services.error';

/** Never replaced by a private copy: a second C library does not go with the system's loader. */
const NEVER_PRIVATE = /^(libc6|libc-bin|gcc-\d+-base)$/;

/** What to unpack from the packages of this Debian or Ubuntu. */
export interface PackagesWanted {
  /** Names of packages, or patterns of names of which the newest is taken. */
  readonly packages: readonly (string | RegExp)[];
  /** Packages to unpack even where the system has them installed. */
  readonly always: RegExp;
  /** Packages that are depended on and yet not needed to run the programs. */
  readonly never: RegExp;
  /** Programs that must find all their libraries, below the folder that is unpacked to. */
  readonly programs: readonly string[];
}

/** Unpacked packages. */
export interface UnpackedPackages {
  /** Folder that stands for `/`. */
  readonly root: string;
  /** Where the programs find their libraries. */
  readonly environment: { readonly LD_LIBRARY_PATH: string };
}

/**
 * Unpacks packages and what they need and this system lacks into a folder, without root and without touching
 * the system. Unpacked once; later calls find them there.
 *
 * @throws ServicesError when this system has no apt or its packages cannot be had.
 */
export async function unpackDebianPackages(
  folder: string,
  wanted: PackagesWanted,
): Promise<UnpackedPackages> {
  const root = join(folder, 'root');
  if (!existsSync(root)) {
    await unpack(folder, root, wanted);
  }
  return { root, environment: { LD_LIBRARY_PATH: libraryFolders(root).join(':') } };
}

async function unpack(folder: string, root: string, wanted: PackagesWanted): Promise<void> {
  const apt = await privateApt(folder);
  const packages = await missingPackages(apt, wanted);
  const archives = join(folder, 'archives');
  await mkdir(archives, { recursive: true });
  insist(await apt.run('apt-get', ['download', ...packages], archives), 'download packages');
  const unfinished = `${root}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  for (const archive of readdirSync(archives).filter((name) => name.endsWith('.deb'))) {
    insist(await runProgram('dpkg-deb', ['-x', join(archives, archive), unfinished]), `unpack ${archive}`);
  }
  await checkLibraries(unfinished, wanted.programs);
  renameSync(unfinished, root);
  rmSync(archives, { recursive: true, force: true });
  rmSync(join(folder, 'apt'), { recursive: true, force: true });
}

/** apt with lists, caches and status of its own; only its sources are the system's. */
interface PrivateApt {
  run(program: 'apt-get' | 'apt-cache', options: readonly string[], folder?: string): Promise<ProgramOutcome>;
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
  await updateLists(apt);
  return apt;
}

/** One unreachable source among several is no failure: what counts is that the packages are found. */
async function updateLists(apt: PrivateApt): Promise<void> {
  const { code, complaint } = await apt.run('apt-get', ['update']);
  if (code === undefined) {
    throw new ServicesError('This system has no apt-get.');
  }
  const { output } = await apt.run('apt-cache', ['pkgnames', 'libc6']);
  if (output === '') {
    throw new ServicesError(`apt-get update found no packages: ${lastLine(complaint)}`);
  }
}

/** What the wanted packages need and this system does not have. */
async function missingPackages(
  apt: PrivateApt,
  { packages, always, never }: PackagesWanted,
): Promise<string[]> {
  const names = await Promise.all(packages.map((name) => newestOf(apt, name)));
  const plan = await apt.run('apt-get', ['--simulate', '--no-install-recommends', 'install', ...names]);
  insist(plan, 'plan the installation');
  const closure = [...plan.output.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name ?? '');
  const { output } = await runProgram('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n']);
  const installed = new Set([...output.matchAll(/^(\S+) installed$/gm)].map(([, name]) => name ?? ''));
  const isSpare = (name: string): boolean =>
    installed.has(name) || NEVER_PRIVATE.test(name) || never.test(name);
  return closure.filter((name) => always.test(name) || !isSpare(name));
}

async function newestOf(apt: PrivateApt, wanted: string | RegExp): Promise<string> {
  if (typeof wanted === 'string') {
    return wanted;
  }
  const { output } = await apt.run('apt-cache', ['pkgnames']);
  const names = output.split('\n').filter((name) => wanted.test(name));
  const shortest = names.find((name) => names.every((other) => other.startsWith(name)));
  const newest = names.sort((one, other) => one.localeCompare(other, 'en', { numeric: true })).at(-1);
  if (newest === undefined) {
    throw new ServicesError(`This system’s packages hold none named ${wanted.source}.`);
  }
  return shortest ?? newest;
}

/** Folders with shared libraries in the unpacked tree; some packages keep theirs one level further down. */
function libraryFolders(root: string): string[] {
  const parents = ['usr/lib', 'lib']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder));
  const ofMachine = parents.flatMap((folder) =>
    foldersIn(folder).filter((path) => path.endsWith('-linux-gnu')),
  );
  const furtherDown = ofMachine.flatMap(foldersIn).filter(holdsLibraries);
  return [...ofMachine, ...parents, ...furtherDown];
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
}

function holdsLibraries(folder: string): boolean {
  return readdirSync(folder).some((name) => /^lib.+\.so/.test(name));
}

async function checkLibraries(root: string, programs: readonly string[]): Promise<void> {
  const environment = { LD_LIBRARY_PATH: libraryFolders(root).join(':') };
  const paths = programs.map((path) => join(root, path));
  const { output, complaint } = await runProgram('ldd', paths, { environment });
  const missing = /^.*not found.*$/m.exec(output + complaint)?.[0];
  if (missing !== undefined) {
    throw new ServicesError(`The unpacked programs lack a library: ${missing.trim()}.`);
  }
}

function insist({ code, complaint }: ProgramOutcome, deed: string): void {
  if (code !== 0) {
    throw new ServicesError(`apt could not ${deed}: ${lastLine(complaint)}`);
  }
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
