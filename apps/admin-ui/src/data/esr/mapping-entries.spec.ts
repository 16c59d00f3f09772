import type { EsrMapping } from '../../api/esr-types';
import { mappingEntries, type MappingEntry } from '#views/lists';
import { withEntry, withoutEntry } from './mapping-entries';

const EMPTY: EsrMapping = { columns: {}, occupationCodes: {}, payGrades: {}, rules: [], destinations: {} };
const ENTRIES: readonly MappingEntry[] = [
  { part: 'columns', from: 'Scale', to: 'pay-grade' },
  { part: 'occupationCodes', from: 'A1*', to: 'ambulance-staff' },
  { part: 'rules', from: 'Bank Shift*', to: 'bank', field: 'assignment-category' },
  { part: 'rules', from: 'Zero Hours', to: 'bank', field: 'assignment-category' },
];

describe('what a mapping says', () => {
  const mapping = ENTRIES.reduce(withEntry, EMPTY);

  it('is kept by part, rules by code and field', () => {
    expect(mapping).toEqual({
      ...EMPTY,
      columns: { 'pay-grade': 'Scale' },
      occupationCodes: { 'A1*': 'ambulance-staff' },
      rules: [{ code: 'bank', field: 'assignment-category', patterns: ['Bank Shift*', 'Zero Hours'] }],
    });
    expect(mappingEntries(mapping)).toEqual(ENTRIES);
  });

  it('can be said again without being there twice, and taken back until nothing is left', () => {
    expect(mappingEntries(ENTRIES.reduce(withEntry, mapping)).length).toBe(ENTRIES.length);
    expect(ENTRIES.reduce(withoutEntry, mapping)).toEqual(EMPTY);
  });
});
