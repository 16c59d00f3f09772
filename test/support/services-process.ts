import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';

/** How to run the supervisor of the private servers in a process of its own. */
export interface ServicesProcessOptions {
  readonly dataDirectory: string;
  readonly mode?: string;
  readonly packagesDirectory?: string;
  /** Run as this user (needs root). */
  readonly userId?: number;
}

/** A process that runs private servers. */
export interface ServicesProcess {
  readonly services: { readonly databaseUrl: string; readonly redisUrl: string };
  /** What it reported before the servers answered. */
  readonly reports: readonly string[];
  /** Ends it in order, its servers first. */
  stop(): Promise<void>;
  /** Kills it at once, as a crash does; its servers stay. */
  kill(): Promise<void>;
}

const PROJECT = join(__dirname, '../..');
const PROGRAM = `
import { loadConfiguration } from './libs/platform/configuration/load-configuration';
import { startServices } from './libs/platform/services';
startServices(loadConfiguration(), (line) => console.log(line)).then(
  (services) => {
    process.once('SIGTERM', () => void services.stop().then(() => process.exit(0)));
    setInterval(() => undefined, 1000);
    console.log(JSON.stringify({ databaseUrl: services.databaseUrl, redisUrl: services.redisUrl }));
  },
  (error) => { console.log(String(error)); process.exit(1); },
);
`;

/**
 * Starts the supervisor and waits until its servers answer.
 *
 * @throws Error with what it reported when it ends before that.
 */
export async function startServicesProcess(options: ServicesProcessOptions): Promise<ServicesProcess> {
  const child = spawn(process.execPath, [bundle()], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: PROJECT,
    env: {
      PATH: process.env['PATH'],
      WHOLETIME_DATA_DIRECTORY: options.dataDirectory,
      WHOLETIME_SERVICES: options.mode,
      WHOLETIME_PACKAGES_DIRECTORY: options.packagesDirectory,
    },
    ...(options.userId === undefined ? {} : { uid: options.userId, gid: options.userId }),
  });
  const exited = once(child, 'exit');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    const [, endedBy] = (await exited) as [number | null, NodeJS.Signals | null];
    if (endedBy === 'SIGTERM') throw new Error('The process ended at SIGTERM without stopping its servers.');
  };
  const reports: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('{')) {
      const services = JSON.parse(line) as ServicesProcess['services'];
      return { services, reports, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
    }
    reports.push(line);
  }
  throw new Error(reports.join('\n'));
}

/** Built from source, so that the test never meets a stale build. */
function bundle(): string {
  const folder = join(PROJECT, '.local/build');
  mkdirSync(folder, { recursive: true });
  const { outputFiles } = buildSync({
    stdin: { contents: PROGRAM, resolveDir: PROJECT, loader: 'ts' },
    bundle: true,
    platform: 'node',
    packages: 'external',
    write: false,
  });
  const file = join(folder, 'services-process.cjs');
  writeFileSync(file, outputFiles[0]?.contents ?? '');
  return file;
}
