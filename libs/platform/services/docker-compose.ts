import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../canonical-json';
import { projectRoot } from '../configuration/project-root';
import type { Report } from './private-server';
import { runProgram, type ProgramOutcome } from './run-program';
import { ServicesError } from './services.error';

/** Servers in containers. */
export interface ComposedServices {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts MariaDB and Redis with docker compose, on ports of the loopback interface that Docker chooses and
 * with a password made at the first start.
 *
 * @throws ServicesError when no Docker engine answers or the containers do not become healthy.
 */
export async function startComposedServices(folder: string, report: Report): Promise<ComposedServices> {
  const engine = await runProgram('docker', ['info', '--format', '{{.ServerVersion}}']);
  if (engine.code !== 0) {
    throw new ServicesError('No Docker engine answers.');
  }
  report('services: starts MariaDB and Redis with docker compose');
  const password = await storedPassword(folder);
  const compose = (...options: string[]): Promise<ProgramOutcome> => runCompose(folder, password, options);
  const up = await compose('up', '--detach', '--wait');
  if (up.code !== 0) {
    throw new ServicesError(`docker compose failed: ${up.complaint.trim()}`);
  }
  const database = (await compose('port', 'mariadb', '3306')).output.trim();
  const redis = (await compose('port', 'redis', '6379')).output.trim();
  return {
    databaseUrl: `mysql://root:${password}@${database}/wholetime`,
    redisUrl: `redis://:${password}@${redis}`,
    stop: async () => {
      await compose('stop');
    },
  };
}

function runCompose(folder: string, password: string, options: readonly string[]): Promise<ProgramOutcome> {
  const file = join(projectRoot(), 'docker/services.compose.yml');
  const project = `wholetime-${sha256Hex(folder).slice(0, 12)}`;
  const environment = { WHOLETIME_SERVICES_PASSWORD: password };
  return runProgram('docker', ['compose', '--file', file, '--project-name', project, ...options], {
    environment,
  });
}

async function storedPassword(folder: string): Promise<string> {
  const file = join(folder, 'password');
  if (existsSync(file)) {
    return readFileSync(file, 'utf8');
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}
