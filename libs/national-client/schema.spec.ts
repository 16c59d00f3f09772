import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const GENERATOR = join(ROOT, 'node_modules/openapi-typescript/bin/cli.js');
const CONTRACT = join(ROOT, 'test/contract/national-api.openapi.json');

describe('the types of the national API', () => {
  it('are those of the reviewed contract', () => {
    const generated = execFileSync(process.execPath, [GENERATOR, CONTRACT], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    expect(readFileSync(join(__dirname, 'schema.ts'), 'utf8')).toBe(generated);
  });
});
