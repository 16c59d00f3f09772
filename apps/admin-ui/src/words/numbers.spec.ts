import { formatChange, formatCount, formatPercent, formatPounds, formatQuantity } from './numbers';

describe('figures on the screen', () => {
  it('shows whole WTE from ten, one decimal below', () => {
    expect(formatCount(12_006.4)).toBe('12,006');
    expect(formatCount(9.6)).toBe('9.6');
    expect(formatCount(0.04)).toBe('0');
    expect(formatCount(-25)).toBe('−25');
    expect(formatCount(-0.2)).toBe('−0.2');
    expect(formatCount(-0.001)).toBe('0');
  });

  it('shows a difference with its sign, and none where there is none', () => {
    expect(formatChange(2881)).toBe('+2,881');
    expect(formatChange(-5283)).toBe('−5,283');
    expect(formatChange(-0.001)).toBe('0');
  });

  it('shows shares and money in the field’s way', () => {
    expect(formatPercent(0.0853)).toBe('8.5%');
    expect(formatPounds(2_145_600_000)).toBe('£2,145.6m');
    expect(formatPounds(-45_400)).toBe('−£45k');
    expect(formatPounds(999)).toBe('£999');
  });

  it('counts in words', () => {
    expect(formatQuantity(1, 'organisation')).toBe('1 organisation');
    expect(formatQuantity(1200, 'cell')).toBe('1,200 cells');
  });
});
