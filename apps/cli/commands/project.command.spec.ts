import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Command } from 'commander';

import { registerProject } from './project.command';

const EXAMPLE = join(__dirname, '../../../config/schemas/examples/projection-input.example.json');

describe('wholetime project', () => {
  let directory: string;
  let printed: { log: jest.SpyInstance; error: jest.SpyInstance };

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'project-'));
    printed = {
      log: jest.spyOn(console, 'log').mockImplementation(() => undefined),
      error: jest.spyOn(console, 'error').mockImplementation(() => undefined),
    };
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = 0;
    rmSync(directory, { recursive: true });
  });

  async function run(input: string, ...flags: string[]): Promise<string> {
    const output = join(directory, 'output.json');
    const program = new Command();
    registerProject(program);
    await program.parseAsync([
      'node',
      'wholetime',
      'project',
      '--input',
      input,
      '--output',
      output,
      ...flags,
    ]);
    return output;
  }

  const firstLine = (spy: jest.SpyInstance): string => String((spy.mock.calls as unknown[][])[0]?.[0]);

  it('writes the output and the hashes of input and result, the same each time', async () => {
    const first = readFileSync(await run(EXAMPLE, '--json'), 'utf8');
    const summary: unknown = JSON.parse(firstLine(printed.log));
    expect(summary).toMatchObject({ organisation: { code: 'RZZ' }, staffGroups: 3, months: 29 });
    expect(JSON.parse(first)).toMatchObject({ schema: 'wholetime.projection-output/1' });
    expect(readFileSync(await run(EXAMPLE), 'utf8')).toBe(first);
  });

  it('says where the input is wrong and how to mend it, and writes nothing', async () => {
    const broken = join(directory, 'broken.json');
    const input = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as Record<string, unknown>;
    writeFileSync(broken, JSON.stringify({ ...input, calendar: { baselineMonth: '2025-13', years: 2 } }));
    const output = await run(broken);
    expect(process.exitCode).toBe(1);
    expect(firstLine(printed.error)).toContain('/calendar/firstYear: must have required property');
    expect(firstLine(printed.error)).toContain('/calendar/baselineMonth: must match pattern');
    expect(() => readFileSync(output)).toThrow('ENOENT');
  });

  it('names a file that is missing or is not JSON', async () => {
    await run(join(directory, 'absent.json'), '--json');
    expect(JSON.parse(firstLine(printed.error))).toMatchObject({ problems: [{ rule: 'readable' }] });
  });
});
