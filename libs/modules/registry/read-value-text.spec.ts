import { readValueText } from './read-value-text';

const number = (value: number) => ({ kind: 'number', value });

describe('reading what is typed or pasted', () => {
  it.each([
    ['8.5%', 0.085],
    ['8.5', 0.085],
    [' 8.5 % ', 0.085],
    ['0.7', 0.007],
    ['1,234', 12.34],
    ['(3)', -0.03],
    ['–0.5', -0.005],
    ['−2%', -0.02],
    ['1.2E-05', 0.00000012],
    ['.5', 0.005],
    ['1 234', null],
  ])('reads %j as a share', (text, value) => {
    expect(readValueText(text, 'share-a-year')).toEqual(
      value === null ? { kind: 'unreadable' } : number(value),
    );
  });

  it.each([
    ['1,234', 1234],
    ['1,234,567.5', 1234567.5],
    ['£1,200', 1200],
    ['-£5', -5],
    ['£-5', -5],
    ['(£3)', -3],
    ['£ 12', 12],
  ])('reads %j as pounds', (text, value) => {
    expect(readValueText(text, 'pounds')).toEqual(number(value));
  });

  it.each(['', '   ', '-', '–', '—', '\u00a0'])('takes %j for no value', (text) => {
    expect(readValueText(text, 'share')).toEqual({ kind: 'blank' });
  });

  it.each([
    'n/a',
    '6,4',
    '1,23',
    '12,34,567',
    '1.2.3',
    '--3',
    '(-3)',
    '%',
    '£',
    '=A1',
    '#REF!',
    '3 or 4',
    '1e',
    '.',
  ])('keeps %j as it is and doesn’t guess', (text) => {
    expect(readValueText(text, 'share')).toEqual({ kind: 'unreadable' });
  });

  it('refuses a percentage or pounds where the unit is another', () => {
    expect(readValueText('5%', 'headcount-a-year').kind).toBe('unreadable');
    expect(readValueText('£5', 'share').kind).toBe('unreadable');
  });
});
