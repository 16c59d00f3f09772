import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from '../support/process-under-test';

const PROJECT = join(__dirname, '../..');

const run = async (
  script: string,
  ...options: string[]
): Promise<{ code: number | null; output: string }> => {
  const command = startProcess({ script, arguments: options });
  const { code } = await command.ended;
  return { code, output: command.output() };
};

const wholetime = (...options: string[]) => run('dist/apps/cli/main.js', ...options);

describe('the command line', () => {
  it('explains itself and each of its commands', async () => {
    const { code, output } = await wholetime('--help');
    expect(code).toBe(0);
    const commands = [...output.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name ?? '');
    expect(commands).toEqual(
      expect.arrayContaining(['bench', 'config', 'import', 'migrate', 'project', 'replay', 'start']),
    );
    const helps = await Promise.all(commands.map((name) => wholetime(name, '--help')));
    expect(helps.map((help) => help.code)).toEqual(commands.map(() => 0));
    expect(helps.every((help) => help.output.includes('Usage: wholetime'))).toBe(true);
  });

  it('refuses what it does not know and says where to look', async () => {
    const { code, output } = await wholetime('plan-everything');
    expect(code).toBe(1);
    expect(output).toContain("unknown command 'plan-everything'");
    expect(output).toContain('--help');
  });

  it('says in a sentence which file it can’t read', async () => {
    const { code, output } = await wholetime('backup', '/nowhere/demo.backup', '--check');
    expect(code).toBe(1);
    expect(output).toBe('wholetime: /nowhere/demo.backup: there is no such file or folder. Check the name.');
  });

  it('prints the settings as config/.env.example has them', async () => {
    const { output } = await wholetime('config', 'example');
    expect(output).toBe(readFileSync(join(PROJECT, 'config/.env.example'), 'utf8').trimEnd());
  });
});

describe('the engine bundle', () => {
  it('is the same bytes every time, named by its hash, without a path of this machine', async () => {
    const bundles = [];
    for (const name of ['first', 'second']) {
      const { output } = await run('apps/cli/bundle-engine.mjs');
      const bytes = readFileSync(join(PROJECT, 'dist/engine/engine.cjs'));
      const hash = createHash('sha256').update(bytes).digest('hex');
      expect(output).toBe(`engine ${hash}`);
      expect(readFileSync(join(PROJECT, 'dist/engine/version.txt'), 'utf8').trim()).toBe(hash);
      expect(bytes.includes(PROJECT)).toBe(false);
      bundles.push({ name, hash });
    }
    expect(bundles[1]?.hash).toBe(bundles[0]?.hash);
  });
});
