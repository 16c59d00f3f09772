import type { SectionDefinition } from '../api/sign-off-types';
import { entriesOf, isAsked, isReadable, textsOf } from './section-texts';

const TESTS: SectionDefinition = {
  key: 'tests',
  part: 'efficiency',
  label: 'Tests',
  description: '',
  requirements: [],
  shape: 'list',
  fixedRows: { field: 'test', codes: ['balance', 'capital'] },
  fewest: 2,
  fields: [
    { key: 'test', label: 'Test', hint: '', isRequired: true, kind: 'choice' },
    { key: 'status', label: 'Status', hint: '', isRequired: true, kind: 'choice' },
    {
      key: 'money',
      label: 'Money',
      hint: '',
      isRequired: false,
      kind: 'number',
      requiredWhen: { field: 'status', is: ['not-met'] },
    },
  ],
};

describe('a section as it is typed', () => {
  it('shows every fixed row, and saves those of which something is answered', () => {
    const typed = textsOf(TESTS, [{ id: 'a', values: { test: 'capital', status: 'met' } }]);

    expect(typed.map(({ id, texts }) => [id, texts['test']])).toEqual([
      ['balance', 'balance'],
      ['a', 'capital'],
    ]);
    expect(entriesOf(TESTS, typed)).toEqual([{ id: 'a', values: { test: 'capital', status: 'met' } }]);
  });

  it('reads numbers as people write them, and says which it cannot read', () => {
    const money = TESTS.fields[2]!;
    const entry = { id: 'a', texts: { test: 'capital', money: '£1,234.5' } };

    expect(entriesOf(TESTS, [entry])[0]?.values['money']).toBe(1234.5);
    expect(isReadable(money, 'a lot')).toBe(false);
    expect(isReadable(money, '')).toBe(true);
  });

  it('asks for a field where another says so', () => {
    const money = TESTS.fields[2]!;
    expect(isAsked(money, { status: 'not-met' })).toBe(true);
    expect(isAsked(money, { status: 'met' })).toBe(false);
  });
});
