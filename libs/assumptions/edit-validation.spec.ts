import type { AssumptionEdit } from './assumption-edit';
import { faultsOfEdits, type EditContext } from './edit-validation';

const context: EditContext = {
  firstYear: 2026,
  years: 5,
  staffGroups: [
    { code: 'all-staff', name: 'All staff', parentCode: null, depth: 0, isLeaf: false },
    { code: 'midwives', name: 'Midwives', parentCode: 'all-staff', depth: 1, isLeaf: true },
  ],
  isProjected: true,
  reason: null,
};

const edit = (changes: Partial<AssumptionEdit> = {}): AssumptionEdit => ({
  parameter: 'retention.leaver-rate',
  staffGroup: 'midwives',
  year: 2027,
  operation: 'set',
  value: 0.08,
  baseVersion: 0,
  ...changes,
});

const rulesOf = (changes: Partial<AssumptionEdit>, over: Partial<EditContext> = {}): string[] =>
  faultsOfEdits([edit(changes)], { ...context, ...over }).map(({ rule }) => rule);

describe('the rules for a batch of edits', () => {
  it('accept a usual value', () => {
    expect(faultsOfEdits([edit()], context)).toEqual([]);
  });

  it('name the cell, the place in the request, the rule and the way out', () => {
    const [fault] = faultsOfEdits([edit(), edit({ year: 2028, value: 1.5 })], context);
    expect(fault).toMatchObject({
      pointer: '/edits/1/value',
      parameter: 'retention.leaver-rate',
      staffGroup: 'midwives',
      year: 2028,
      rule: 'within-bounds',
    });
    expect(fault?.message).toContain('150.0 %');
    expect(fault?.fix).toBe('Enter a value from 0 to 0.95.');
  });

  it.each<[string, Partial<AssumptionEdit>]>([
    ['known-parameter', { parameter: 'retention.leaver_rate' }],
    ['known-staff-group', { staffGroup: 'midwifes' }],
    ['year-of-round', { year: 2024 }],
    ['year-of-round', { year: 2031 }],
    ['year-of-round', { year: 2026.5 }],
    ['number', { value: null }],
    ['number', { value: Number.NaN }],
    ['number', { value: 1e15, parameter: 'growth.joiners-other-nhs' }],
    ['number', { low: Number.POSITIVE_INFINITY }],
    ['range-in-order', { low: 0.09 }],
    ['range-in-order', { high: 0.07 }],
    ['within-bounds', { low: -0.1 }],
    ['factor-not-negative', { operation: 'multiply', value: -1 }],
    ['length', { basis: 'x'.repeat(256) }],
    ['count-at-leaf', { parameter: 'growth.joiners-other-nhs', staffGroup: 'all-staff', value: 4 }],
  ])('refuse with %s: %j', (rule, changes) => {
    expect(rulesOf(changes)).toEqual([rule]);
  });

  it('take the year before the round, whose months lead up to it', () => {
    expect(rulesOf({ year: 2025 })).toEqual([]);
  });

  it('take a number above the organisations only as a factor', () => {
    const joiners = { parameter: 'growth.joiners-other-nhs', value: 2 } as const;
    expect(rulesOf(joiners, { isProjected: false })).toEqual(['count-at-employer']);
    expect(rulesOf({ ...joiners, operation: 'multiply' }, { isProjected: false })).toEqual([]);
  });

  it('ask for a reason for an unusual value, in the batch or in the note of the edit', () => {
    expect(rulesOf({ value: 0.4 })).toEqual(['plausible']);
    expect(rulesOf({ value: 0.4, note: '  ' })).toEqual(['plausible']);
    expect(rulesOf({ value: 0.4, note: 'The unit closes' })).toEqual([]);
    expect(rulesOf({ value: 0.4 }, { reason: 'The unit closes' })).toEqual([]);
  });

  it('refuse two edits of one cell', () => {
    expect(
      faultsOfEdits([edit(), edit({ value: 0.09 })], context).map(({ pointer, rule }) => [pointer, rule]),
    ).toEqual([['/edits/1/parameter', 'one-edit-per-cell']]);
  });

  it('keep one value for a parameter without years', () => {
    const vacancies = { parameter: 'growth.vacancy-rate-at-start' } as const;
    expect(rulesOf({ ...vacancies, year: 2027 })).toEqual(['year-of-round']);
    expect(rulesOf({ ...vacancies, year: 2026 })).toEqual([]);
  });

  it('let a cell be reset without a value', () => {
    expect(rulesOf({ operation: 'reset', value: null })).toEqual([]);
  });
});
