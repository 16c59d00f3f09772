import { MONTHLY_MEASURES, type MonthlyMeasure } from '#modules/projection';
import { bridgeOf } from './bridge';

type Given = Partial<Record<MonthlyMeasure, readonly number[]>>;

const seriesOf = (given: Given) =>
  Object.fromEntries(
    MONTHLY_MEASURES.map((measure) => [measure, Float64Array.from(given[measure] ?? [0, 0, 0])]),
  ) as Record<MonthlyMeasure, Float64Array>;

const span = { opening: 0, closing: 2, openingLabel: '31 March 2026', closingLabel: '31 March 2027' };

describe('bridgeOf', () => {
  const series = seriesOf({
    fte: [100, 100.1 + 1 / 3, 101.25],
    'fte-joiners': [0, 3, 2],
    'joiners-newly-qualified': [0, 1, 0],
    'joiners-international': [0, 2, 4],
    'fte-exits': [0, 3 - 0.1 - 1 / 3, 1 + 1 / 12 + 1 / 10],
    'exits-voluntary': [0, 1, 1],
    'exits-retirement': [0, 1, 0],
  });
  const bridge = bridgeOf('midwives', series, span);
  const partOf = (code: string) => bridge.parts.find((part) => part.code === code)?.value;

  it('adds up to the closing exactly', () => {
    const micro = (value: number) => Math.round(value * 1e6);
    const parts = bridge.parts.reduce((sum, { value }) => sum + micro(value), 0);
    expect(micro(bridge.opening.value) + parts).toBe(micro(bridge.closing.value));
    expect(bridge.closing.value).toBe(101.25);
  });

  it('shares the FTE of joiners among sources by their people, month by month', () => {
    expect(partOf('joiners-newly-qualified')).toBeCloseTo(1, 5);
    expect(partOf('joiners-international')).toBeCloseTo(4, 5);
  });

  it('shows leavers below zero, and leaves out what is nothing', () => {
    expect(partOf('exits-retirement')).toBeLessThan(0);
    expect(partOf('exits-planned')).toBeUndefined();
  });
});
