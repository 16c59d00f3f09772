import type { RegisterDefinition } from '../api/analysis-types';
import { fieldProblems } from './save-entry';
import { offeredYears, textsOf, valuesOf } from './entry-texts';

const field = { label: 'Effect', description: '', isRequired: true };
const REGISTER: Pick<RegisterDefinition, 'fields'> = {
  fields: [
    { ...field, key: 'name', kind: 'text' },
    { ...field, key: 'effect', kind: 'number', unit: 'share', minimum: 0, maximum: 1, decimals: 1 },
    { ...field, key: 'posts', kind: 'number-by-year', unit: 'number', minimum: 0, maximum: 9, decimals: 0 },
    { ...field, key: 'start', kind: 'month' },
  ],
};
const ENTRY = { name: 'Flexible working', effect: 0.105, posts: { '2026': 2, '2028': 5 }, start: '2026-09' };

describe('an entry in a form', () => {
  it('comes back as it was when nothing is changed', () => {
    const texts = textsOf(REGISTER, ENTRY);
    expect(texts).toMatchObject({ effect: '10.5', 'posts.2026': '2', start: '2026-09' });
    expect(valuesOf(REGISTER, texts)).toEqual({ values: ENTRY, problems: [] });
  });

  it('leaves out what is left empty', () => {
    expect(valuesOf(REGISTER, { name: ' ', effect: '', 'posts.2026': '' }).values).toEqual({});
  });

  it('names the field whose number can’t be read', () => {
    const { problems } = valuesOf(REGISTER, { effect: 'a tenth', 'posts.2027': 'x' });
    expect(problems.map((problem) => problem.field)).toEqual(['effect', 'posts']);
    expect(problems[0]?.message).toContain('“a tenth”');
  });

  it('offers the years of the plan and those that the entry has', () => {
    expect(offeredYears([2026, 2027], ENTRY.posts)).toEqual([2026, 2027, 2028]);
  });

  it('shows what the server refuses at its field, with how to put it right', () => {
    const errors = [
      {
        pointer: '/edits/0/values/effect',
        rule: 'within-bounds',
        message: 'Effect: 2 is too much.',
        fix: 'Enter less.',
      },
      { pointer: '/edits/0/register', rule: 'entry-at-employer', message: 'Not here.' },
    ];
    expect(fieldProblems(errors)).toEqual([
      { field: 'effect', message: 'Effect: 2 is too much. Enter less.' },
      { field: '', message: 'Not here.' },
    ]);
  });
});
