import { assert, double, integer, property } from 'fast-check';
import { monthEndOf, readDay, readFigure, readMonthEnd } from './field-values';

describe('readFigure', () => {
  it.each(['', '*', '[c]', ' '])('reads %j as withheld, not as zero', (field) => {
    expect(readFigure(field)).toBeNull();
  });

  it('keeps a published zero as zero', () => {
    expect(readFigure('0')).toBe('0');
  });

  it('rounds off the binary noise of published files', () => {
    expect(readFigure('1987.7701399999999')).toBe('1987.77014');
    expect(readFigure('5009.4135400000005')).toBe('5009.41354');
  });

  it.each([
    ['-1', 'not-negative'],
    ['NaN', 'is-number'],
    ['Infinity', 'is-number'],
    ['1,234.5', 'is-number'],
    ['12 FTE', 'is-number'],
    ['=SUM(A1:A9)', 'is-number'],
    ['1e999', 'is-number'],
    ['0x10', 'is-number'],
  ])('refuses %s', (field, rule) => {
    expect(readFigure(field)).toMatchObject({ rule });
  });

  it('says how to mend thousands separators', () => {
    expect(readFigure('1,234.5')).toMatchObject({ fix: 'Write 1234.5.' });
  });

  it('reads any number up to its fifth place', () => {
    assert(
      property(double({ min: 0, max: 1e9, noNaN: true }), (value) => {
        const reading = readFigure(value.toFixed(8));
        expect(Math.abs(Number(reading) - value)).toBeLessThanOrEqual(6e-6);
      }),
    );
  });
});

describe('readMonthEnd', () => {
  it('reads both ways of writing a date', () => {
    expect(readMonthEnd('29/02/2024')).toBe('2024-02-29');
    expect(readMonthEnd('2024-02-29')).toBe('2024-02-29');
  });

  it.each(['29/02/2023', '30/01/2024', '44957', '31/13/2023', 'January 2023', ''])('refuses %j', (text) => {
    expect(readMonthEnd(text)).toBeNull();
  });

  it('is the day before the first of the next month', () => {
    assert(
      property(integer({ min: 1990, max: 2100 }), integer({ min: 1, max: 12 }), (year, month) => {
        const monthEnd = monthEndOf(year, month) ?? '';
        expect(readDay(monthEnd)).toBe(monthEnd);
        expect(new Date(Date.parse(monthEnd) + 86_400_000).getUTCDate()).toBe(1);
      }),
    );
  });
});
