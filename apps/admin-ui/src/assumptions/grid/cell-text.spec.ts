import { exactText, formatCell, readCellText, readTextFor, shownNumber, valueInWords } from './cell-text';

const SHARE = { unit: 'share', decimals: 1 } as const;
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
    expect(readCellText(text, 'share-a-year')).toEqual(
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
    expect(readCellText(text, 'pounds')).toEqual(number(value));
  });

  it.each(['', '   ', '-', '–', '—', '\u00a0'])('takes %j for no value', (text) => {
    expect(readCellText(text, 'share')).toEqual({ kind: 'blank' });
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
    expect(readCellText(text, 'share')).toEqual({ kind: 'unreadable' });
  });

  it('refuses a percentage or pounds where the unit is another', () => {
    expect(readCellText('5%', 'headcount-a-year').kind).toBe('unreadable');
    expect(readCellText('£5', 'share').kind).toBe('unreadable');
  });
});

describe('showing a value', () => {
  const leaverRate = { unit: 'share-a-year', decimals: 1 } as const;

  it('shows shares as percentages with the parameter’s decimals', () => {
    expect(formatCell(0.0853, leaverRate)).toBe('8.5');
    expect(formatCell(-0.02, leaverRate)).toBe('−2.0');
    expect(formatCell(null, leaverRate)).toBe('');
    expect(formatCell(1234, { unit: 'headcount', decimals: 0 })).toBe('1,234');
  });

  it('edits and copies every digit, and reads them back to the same value', () => {
    for (const value of [0.085, 0.007, 0.07 + 0.01, 0.12345678, 0]) {
      const text = exactText(value, SHARE);
      const read = readCellText(text, 'share');
      expect(read.kind === 'number' ? shownNumber(read.value, 'share') : null).toBe(
        shownNumber(value, 'share'),
      );
    }
    expect(exactText(0.07, SHARE)).toBe('7');
  });

  it('says a value with its unit', () => {
    expect(valueInWords(0.085, leaverRate)).toBe('8.5% a year');
    expect(valueInWords(1200, { unit: 'pounds', decimals: 0 })).toBe('£1,200');
    expect(valueInWords(12, { unit: 'headcount-a-year', decimals: 0 })).toBe('12 people a year');
  });
});

describe('the answers of a choice', () => {
  const basis = {
    unit: 'choice',
    decimals: 0,
    choices: [
      { value: 0, label: 'Left this organisation' },
      { value: 1, label: 'Left the NHS' },
    ],
  } as const;

  it('are shown and copied by name, and read by name or number', () => {
    expect([formatCell(1, basis), exactText(1, basis), valueInWords(1, basis)]).toEqual([
      'Left the NHS',
      'Left the NHS',
      'Left the NHS',
    ]);
    expect(readTextFor(' left the nhs ', basis)).toEqual(number(1));
    expect(readTextFor('0', basis)).toEqual(number(0));
    expect(readTextFor('', basis)).toEqual({ kind: 'blank' });
    expect(readTextFor('Neither', basis)).toEqual({ kind: 'unreadable' });
  });
});
