import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PARAMETERS } from '.';
import { parameterDictionary } from './parameter-dictionary';

const FILE = join(__dirname, '../../../docs/parameters.md');

describe('the parameter dictionary', () => {
  it('in docs is the one that the registry generates (`wholetime parameters --output docs/parameters.md`)', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(parameterDictionary());
  });

  it('names every parameter with its default and source', () => {
    const text = parameterDictionary();
    for (const { key, default: own } of PARAMETERS) {
      expect(text).toContain(`\`${key}\``);
      expect(text).toContain(own.source);
    }
    expect(text).toContain('- Default: 11.7 % (9 % to 15 %), derived.');
  });
});
