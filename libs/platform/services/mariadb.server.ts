import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { inheritedEnvironment } from '../configuration/inherited-environment';
import { isYesWithin } from './pause';
import type { PrivateServer, ServerPlaces, ServerProgram } from './private-server';
import { ServicesError } from './services.error';

/** Scripts that make the system tables, in order; MariaDB 11 renamed them. */
const SYSTEM_TABLES = [
  'system_tables.sql',
  'performance_tables.sql',
  'system_tables_data.sql',
  'maria_add_gis_sp_bootstrap.sql',
] as const;

const ANSWER_LIMIT_MILLISECONDS = 1000;

/** A MariaDB that listens on its socket only and lets `root` in without a password there. */
export function mariadbServer(
  program: ServerProgram,
  { folder, socketPath, pidFile }: ServerPlaces,
): PrivateServer {
  const data = join(folder, 'data');
  return {
    name: 'mariadb',
    program,
    socketPath,
    pidFile,
    logFile: join(folder, 'mariadb.log'),
    arguments: [
      ...commonArguments(program, data),
      `--socket=${socketPath}`,
      `--pid-file=${pidFile}`,
      '--skip-networking',
      '--skip-log-bin',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_unicode_ci',
      '--default-time-zone=+00:00',
      '--innodb-flush-log-at-trx-commit=1',
      '--innodb-buffer-pool-size=256M',
      '--max-allowed-packet=64M',
      '--max-connections=200',
      '--local-infile=0',
    ],
    prepare: () => makeDataFolder(program, data),
    isHealthy: () => isYesWithin(answers(socketPath), ANSWER_LIMIT_MILLISECONDS),
  };
}

function commonArguments(program: ServerProgram, data: string): string[] {
  const root = process.getuid?.() === 0 ? ['--user=root'] : [];
  const share = shareFolder(program);
  const base = baseFolder(program);
  const plugins = join(base, 'lib', 'mysql', 'plugin');
  return [
    '--no-defaults',
    `--basedir=${base}`,
    `--datadir=${data}`,
    `--lc-messages-dir=${share}`,
    `--character-sets-dir=${join(share, 'charsets')}`,
    ...(existsSync(plugins) ? [`--plugin-dir=${plugins}`] : []),
    ...root,
  ];
}

/** Programs lie in `sbin` or `bin` right below it. */
function baseFolder(program: ServerProgram): string {
  return dirname(dirname(program.executable));
}

function shareFolder(program: ServerProgram): string {
  const candidates = ['mysql', 'mariadb'].map((name) => join(baseFolder(program), 'share', name));
  const found = candidates.find((folder) => existsSync(join(folder, 'charsets')));
  if (found === undefined) {
    throw new ServicesError(`The files that belong to ${program.executable} are missing.`);
  }
  return found;
}

/** Made beside its place and then renamed, so that an interrupted start leaves nothing half made. */
async function makeDataFolder(program: ServerProgram, data: string): Promise<void> {
  if (existsSync(data)) {
    return;
  }
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await bootstrap(program, unfinished);
  renameSync(unfinished, data);
}

async function bootstrap(program: ServerProgram, data: string): Promise<void> {
  const options = ['--bootstrap', '--silent-startup', '--log-warnings=0', '--enforce-storage-engine='];
  const child = spawn(program.executable, [...commonArguments(program, data), ...options], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...inheritedEnvironment(), ...program.environment },
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
  child.stdin.on('error', () => undefined);
  child.stdin.end(systemTables(shareFolder(program)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) {
    throw new ServicesError(`mariadb could not make its system tables:\n${complaint.trim()}`);
  }
}

function systemTables(share: string): string {
  const start = 'CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n';
  const scripts = SYSTEM_TABLES.map((name) => readFileSync(scriptFile(share, name), 'utf8'));
  return [start, ...scripts].join('\n');
}

function scriptFile(share: string, name: string): string {
  const candidates = [name, `mysql_${name}`, `mariadb_${name}`].map((file) => join(share, file));
  const found = candidates.find((file) => existsSync(file));
  if (found === undefined) {
    throw new ServicesError(`${candidates[0]} is missing: MariaDB is not installed completely.`);
  }
  return found;
}

async function answers(socketPath: string): Promise<boolean> {
  if (!existsSync(socketPath)) {
    return false;
  }
  try {
    const connection = await createConnection({
      socketPath,
      user: 'root',
      connectTimeout: ANSWER_LIMIT_MILLISECONDS,
    });
    await connection.end();
    return true;
  } catch {
    return false;
  }
}
