import { readTextFor, readValueText } from '#modules/registry';
import { exactText, formatCell, shownNumber, valueInWords } from './cell-text';

const SHARE = { unit: 'share', decimals: 1 } as const;
const number = (value: number) => ({ kind: 'number', value });

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
      const read = readValueText(text, 'share');
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
