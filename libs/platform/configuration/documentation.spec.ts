import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import './configuration';
import { projectRoot } from './project-root';
import { renderEnvironmentExample, renderSettingsTable } from './render-settings';

const read = (file: string): string => readFileSync(join(projectRoot(), file), 'utf8');

/** Table cells without the padding that formatting adds. */
const unpadded = (table: string): string =>
  table.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---').trim();

describe('the documentation of the settings', () => {
  it('describes them as they are in config/.env.example', () => {
    expect(read('config/.env.example')).toBe(renderEnvironmentExample());
  });

  it('describes them as they are in docs/operations.md', () => {
    const table = /<!-- settings -->\n(?<table>[^]*)<!-- \/settings -->/.exec(read('docs/operations.md'));
    expect(unpadded(table?.groups?.['table'] ?? '')).toBe(unpadded(renderSettingsTable()));
  });
});
