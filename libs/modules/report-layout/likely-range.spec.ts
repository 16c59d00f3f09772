import { likelyRange } from './likely-range';

const YEARS = [2025, 2026].map((year) => ({
  year,
  label: `${year}/${year - 1999}`,
  kind: 'projected' as const,
}));

const RANGES = {
  state: 'ready',
  progress: 1,
  message: null,
  draws: 1000,
  months: ['2026-03', '2026-09', '2027-03'],
  range: { central: [100, 105, 110], p10: [98, 100, 102], p50: [100, 105, 111], p90: [103, 110, 120] },
};

describe('the likely range of the figures shown', () => {
  it('stands at each 31 March', () => {
    expect(likelyRange(RANGES, YEARS, [100, 110])).toEqual({ low: [98, 102], high: [103, 120] });
  });

  it('is not shown with figures that it doesn’t belong to', () => {
    expect(likelyRange(RANGES, YEARS, [100, 111])).toBeNull();
    expect(likelyRange(RANGES, YEARS, [100, null])).toBeNull();
  });

  it('is not shown before it is drawn, nor for years that it hasn’t', () => {
    expect(likelyRange({ ...RANGES, state: 'drawing', range: null }, YEARS, [100, 110])).toBeNull();
    expect(likelyRange({ ...RANGES, months: ['2026-03'] }, YEARS, [100, 110])).toBeNull();
    expect(likelyRange(undefined, YEARS, [100, 110])).toBeNull();
  });
});
