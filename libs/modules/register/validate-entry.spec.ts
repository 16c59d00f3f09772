import type { RegisterDefinition } from './register-definition';
import { RegisterRow } from './register-rows';
import { validateRegisterEntry } from './validate-entry';

const SCHEMES: RegisterDefinition = {
  key: 'efficiency.example',
  module: 'efficiency',
  label: 'Example schemes',
  description: 'An example.',
  reach: 'organisation',
  feeds: ['growth'],
  fields: [
    { key: 'name', label: 'Name', description: 'Name.', isRequired: true, kind: 'text' },
    { key: 'start', label: 'Start', description: 'First month.', isRequired: true, kind: 'month' },
    { key: 'staffGroup', label: 'Staff group', description: 'Whose.', isRequired: true, kind: 'staff-group' },
    {
      key: 'posts',
      label: 'Posts',
      description: 'Posts removed by year.',
      isRequired: false,
      kind: 'number-by-year',
      unit: 'fte',
      minimum: 0,
      maximum: 100,
      decimals: 1,
    },
    {
      key: 'risk',
      label: 'Risk',
      description: 'Delivery risk.',
      isRequired: false,
      kind: 'choice',
      choices: [{ code: 'low', label: 'Low' }],
    },
  ],
};
const SCOPE = { staffGroups: ['midwives'], bands: ['band-5'] };
const GOOD = { name: 'Rota', start: '2027-04', staffGroup: 'midwives', posts: { 2026: 2, 2028: 5 } };

describe('an entry of a register', () => {
  it('is accepted when every field keeps its rule', () => {
    expect(validateRegisterEntry(SCHEMES, GOOD, SCOPE)).toEqual([]);
  });

  it.each([
    [{ ...GOOD, name: '' }, 'name', 'required'],
    [{ ...GOOD, start: '2027-13' }, 'start', 'month'],
    [{ ...GOOD, staffGroup: 'astronauts' }, 'staffGroup', 'known-code'],
    [{ ...GOOD, posts: { 2026: 101 } }, 'posts', 'within-bounds'],
    [{ ...GOOD, posts: { soon: 1 } }, 'posts', 'year'],
    [{ ...GOOD, posts: { 2026: NaN } }, 'posts', 'number'],
    [{ ...GOOD, risk: 'none' }, 'risk', 'known-code'],
    [{ ...GOOD, colour: 'red' }, 'colour', 'known-field'],
    [{ ...GOOD, name: 'x'.repeat(501) }, 'name', 'text-length'],
  ])('%j: names the field %s and the rule %s', (values, field, rule) => {
    const [finding, ...others] = validateRegisterEntry(SCHEMES, values, SCOPE);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ field, rule });
    expect(finding?.fix).not.toBe('');
  });

  it('holds a number by year until the next year given', () => {
    const row = new RegisterRow(SCHEMES, { id: 'a', values: GOOD });
    expect(row.byYear('posts', [2025, 2026, 2027, 2028, 2029])).toEqual([null, 2, 2, 5, 5]);
  });
});
