import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform';

const STATES = ['kept', 'partly', 'missing', 'operator', 'not applicable'];

interface Row {
  readonly id: string;
  readonly state: string;
  readonly reason: string;
  readonly files: readonly string[];
}

const TEXT = readFileSync(join(projectRoot(), 'docs/security.md'), 'utf8');
const ROWS: readonly Row[] = TEXT.split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [id = '', , state = '', reason = '', ...files] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return {
      id,
      state,
      reason,
      files: files.map((file) => file.replaceAll('`', '')).filter((file) => file !== ''),
    };
  });

const idsWhere = (isWrong: (row: Row) => boolean): string[] => ROWS.filter(isWrong).map(({ id }) => id);

describe('the register of ASVS 5.0 level 2', () => {
  it('has each of the 253 requirements once', () => {
    expect(new Set(ROWS.map(({ id }) => id)).size).toBe(253);
    expect(ROWS).toHaveLength(253);
  });

  it('has a state and a control or reason in every row', () => {
    expect(idsWhere(({ state, reason }) => !STATES.includes(state) || reason.length < 4)).toEqual([]);
  });

  it('names code and a test, both of which are there, for what is kept', () => {
    const isThere = (file: string): boolean => existsSync(join(projectRoot(), file));
    const isProven = ({ files: [code = '', test = ''] }: Row): boolean =>
      isThere(code) && /\.(int-|e2e-)?spec\.ts$/.test(test) && isThere(test);

    expect(idsWhere((row) => row.state === 'kept' && !isProven(row))).toEqual([]);
  });

  it('counts as its summary says', () => {
    for (const state of STATES) {
      const count = ROWS.filter((row) => row.state === state).length;
      expect(TEXT).toMatch(new RegExp(`\\| ${state} +\\| +${count} `));
    }
  });
});
