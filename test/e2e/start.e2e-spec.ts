import { chownSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { startProcess, type ProcessUnderTest } from '../support/process-under-test';
import { makeTestFolder } from '../support/test-folder';
import { eventually } from '../../libs/platform/services';

interface Started {
  readonly url: string;
  readonly nationalUrl: string;
  readonly accounts: readonly { readonly role: string; readonly email: string; readonly password: string }[];
}

let dataDirectory: string;
let running: ProcessUnderTest[];

const start = (environment: Record<string, string> = {}, userId?: number): ProcessUnderTest => {
  const product = startProcess({
    script: 'dist/apps/cli/main.js',
    arguments: ['start', '--json'],
    environment: {
      WHOLETIME_DATA_DIRECTORY: dataDirectory,
      WHOLETIME_DRAWS: '0',
      PORT: '0',
      HEE_API_PORT: '0',
      ...environment,
    },
    ...(userId === undefined ? {} : { userId }),
  });
  running.push(product);
  return product;
};

const readiness = async (product: ProcessUnderTest): Promise<Started> =>
  JSON.parse(await product.line(/^\{"url"/)) as Started;

/** Processes whose command line or environment names the data folder: all that belongs to this test. */
const processesOfTest = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(Number)
    .filter((pid) => {
      try {
        const traces = ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8'));
        return traces.join('\0').includes(dataDirectory);
      } catch {
        return false;
      }
    });

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

beforeEach(() => {
  dataDirectory = makeTestFolder();
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((product) => product.stop()));
  rmSync(dataDirectory, { recursive: true, force: true });
});

describe('start', () => {
  it('serves pages, API and national API, and leaves nothing running when it is interrupted', async () => {
    const product = start();
    const { url, nationalUrl, accounts } = await readiness(product);
    expect(accounts.length).toBeGreaterThan(0);
    const pages = await fetch(url);
    expect([pages.status, await pages.text()]).toEqual([200, expect.stringContaining('<!doctype html>')]);
    expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
    expect((await fetch(`${nationalUrl}/v1/openapi.json`)).status).toBe(200);
    expect(processesOfTest().length).toBeGreaterThan(4);
    product.signal('SIGINT');
    expect(await product.ended).toEqual({ code: 0, signal: null });
    expect(processesOfTest()).toEqual([]);
  });

  it('leaves no process of its own when it is killed, and takes over its servers at the next start', async () => {
    const killed = start();
    await readiness(killed);
    killed.signal('SIGKILL');
    await killed.ended;
    const servers = ['mariadb', 'redis'].map((name) =>
      Number(readFileSync(join(dataDirectory, 'services', name, `${name}.pid`), 'utf8')),
    );
    const onlyServers = (): boolean => processesOfTest().sort().join() === [...servers].sort().join();
    expect(await eventually(onlyServers, 60_000)).toBe(true);
    const next = start();
    const { accounts } = await readiness(next);
    expect(next.output()).toContain(`mariadb: goes on with process ${servers[0]}`);
    expect(accounts.filter(({ password }) => password !== null)).toEqual([]);
    await next.stop();
    expect(processesOfTest()).toEqual([]);
  });

  it('starts a process again that dies', async () => {
    const product = start();
    const { url } = await readiness(product);
    const apis = processesOfTest().filter((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/apps/worker/main.js'),
    );
    expect(apis).toHaveLength(1);
    process.kill(apis[0]!, 'SIGKILL');
    await product.line(/worker ended \(SIGKILL\); starts again in 0\.5 s/);
    const isBack = (): boolean =>
      processesOfTest().some(
        (pid) =>
          pid !== apis[0] &&
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/apps/worker/main.js'),
      );
    expect(await eventually(isBack, 60_000)).toBe(true);
    expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
  });

  it('names a taken port and how to move', async () => {
    const squatter = createServer();
    const port = await listen(squatter);
    try {
      const product = start({ PORT: String(port) });
      expect(await product.ended).toEqual({ code: 1, signal: null });
      expect(product.output()).toContain(
        `Port ${port} is taken by another program. Choose another one: PORT=${port + 10} npm start`,
      );
      expect(existsSync(join(dataDirectory, 'services'))).toBe(false);
    } finally {
      squatter.close();
    }
  });

  it('refuses a second start from the same folder', async () => {
    const first = start();
    await readiness(first);
    const second = start();
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.output()).toContain(`Wholetime already runs from this folder (process ${first.pid}).`);
  });

  it('names a setting that breaks its rule without its value', async () => {
    const product = start({ DATABASE_URL: 'postgres://planner:hunter2@db/plans' });
    expect(await product.ended).toEqual({ code: 1, signal: null });
    expect(product.output()).toContain('DATABASE_URL must start with mysql://');
    expect(product.output()).not.toContain('hunter2');
  });

  it('runs for an ordinary user', async () => {
    const nobody = 65_534;
    const isRoot = process.getuid?.() === 0;
    if (isRoot) {
      chownSync(dataDirectory, nobody, nobody);
    }
    const packages = join(dataDirectory, 'packages');
    const product = start({ WHOLETIME_PACKAGES_DIRECTORY: packages }, isRoot ? nobody : undefined);
    const { url } = await readiness(product);
    expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
    await product.stop();
    expect(processesOfTest()).toEqual([]);
  });
});
