import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDemoPublished, type StartedProduct } from '../support/demo-product';
import { startProcess, type ProcessUnderTest } from '../support/process-under-test';
import { makeTestFolder } from '../support/test-folder';

let folders: { readonly first: string; readonly second: string; readonly backups: string };
let product: ProcessUnderTest | undefined;

const wholetime = (dataDirectory: string, ...options: string[]): ProcessUnderTest =>
  startProcess({
    script: 'dist/apps/cli/main.js',
    arguments: options,
    environment: {
      WHOLETIME_DATA_DIRECTORY: dataDirectory,
      WHOLETIME_DRAWS: '0',
      PORT: '0',
      HEE_API_PORT: '0',
    },
  });

const outcome = async (dataDirectory: string, ...options: string[]) => {
  const command = wholetime(dataDirectory, ...options);
  const { code } = await command.ended;
  return { code, output: command.output() };
};

beforeAll(() => {
  folders = { first: makeTestFolder(), second: makeTestFolder(), backups: makeTestFolder() };
});

afterAll(async () => {
  await product?.stop();
  Object.values(folders).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

describe('backup and restore of the demo', () => {
  it('brings back plans, runs, releases and the audit trail, and proves it', async () => {
    product = wholetime(folders.first, 'start', '--json');
    const started = JSON.parse(await product.line(/^\{"url"/)) as StartedProduct;
    expect(await isDemoPublished(started)).toBe(true);
    expect((await outcome(folders.first, 'release', 'publish')).output).toContain('published release 1');
    const file = join(folders.backups, 'demo.backup');

    const killed = wholetime(folders.first, 'backup', file);
    await killed.line(/^backup: \d+ of \d+ tables/);
    killed.signal('SIGKILL');
    await killed.ended;
    expect(existsSync(file)).toBe(false);

    const cancelled = wholetime(folders.first, 'backup', file);
    await cancelled.line(/^backup: \d+ of \d+ tables/);
    cancelled.signal('SIGINT');
    expect(await cancelled.ended).toEqual({ code: 1, signal: null });
    expect(cancelled.output()).toContain('wholetime: Stopped before the end.');
    expect(readdirSync(folders.backups)).toEqual([]);

    const written = await outcome(folders.first, 'backup', file);
    expect(written.output).toContain('each as its hash says');
    expect(written.code).toBe(0);
    expect(written.output).toMatch(/key for release-manifests [\w-]{43}: not contained/);
    expect((await outcome(folders.first, 'backup', file, '--check')).code).toBe(0);
    const refused = await outcome(folders.first, 'restore', file);
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/is in use: its table \w+ has rows/);
    await product.stop();

    const restored = await outcome(folders.second, 'restore', file);
    expect(restored.output).toMatch(/Audit chain: intact, [1-9]\d* entries/);
    expect(restored.output).toMatch(/Releases: 1, with [1-9]\d* files, 0 of them not as published/);
    expect(restored.output).toContain('Runs: 10 of 10 come out as published, to the bit.');
    expect(restored.code).toBe(0);

    product = wholetime(folders.second, 'start', '--json');
    const { url, accounts } = JSON.parse(await product.line(/^\{"url"/)) as StartedProduct;
    expect(accounts.filter(({ password }) => password !== null)).toEqual([]);
    expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
    await product.stop();

    const found = await outcome(folders.second, 'verify', '--runs', '2');
    expect(found.output).toContain('Runs: 2 of 2 come out as published');
    expect(found.code).toBe(0);
  });
});
