import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform';

const STATES = ['Not met', 'Partly', 'Met', 'Out of scope'];
const TEXT = readFileSync(join(projectRoot(), 'docs/traceability.md'), 'utf8');
const ROWS = TEXT.split('\n')
  .filter((line) => /^\| SR\d/.test(line))
  .map((line) => {
    const [, id = '', , state = '', words = ''] = line.split('|').map((cell) => cell.trim());
    return { id, state, words };
  });

describe('the register of requirements', () => {
  it('has each of the 101 requirements once, in order', () => {
    const ids = Array.from({ length: 101 }, (_, place) => `SR${String(place + 1).padStart(2, '0')}`);
    expect(ROWS.map(({ id }) => id)).toEqual(ids);
  });

  it('says of each where it is met or what is missing', () => {
    const wordless = ROWS.filter(({ state, words }) => !STATES.includes(state) || words.length < 15);
    expect(wordless).toEqual([]);
  });

  it('names files that are there', () => {
    const named = [...TEXT.matchAll(/`((?:libs|apps|test|docs|config)\/[^`*]+)`/g)].map(
      ([, file = '']) => file,
    );
    expect(named.filter((file) => !existsSync(join(projectRoot(), file)))).toEqual([]);
  });

  it('counts as its rows do', () => {
    const counts = STATES.map((state) => `${state}: ${ROWS.filter((row) => row.state === state).length}`);
    expect(TEXT).toContain(`${counts.join(', ')}.`);
  });
});
