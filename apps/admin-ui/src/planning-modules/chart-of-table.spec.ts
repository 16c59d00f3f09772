import { startsAtZero } from '../charts/chart-data';
import { chartOfTable } from './chart-of-table';
import { LEDGER, POSTS } from './report.fixture';
import { shapeOf } from '#modules/report-layout';

describe('the chart of a table', () => {
  const chart = (key: string, choice: Parameters<typeof chartOfTable>[3]) =>
    chartOfTable(
      key,
      key.endsWith('ledger') ? LEDGER : POSTS,
      shapeOf(key.endsWith('ledger') ? LEDGER : POSTS),
      choice,
    );

  it('has a line for each group of the chosen figure', () => {
    expect(chart('growth other', { kind: 'figure', key: 'gap' })).toEqual({
      kind: 'lines',
      unit: 'fte',
      categories: ['2026/27', '2027/28'],
      series: [
        { key: 'Midwives', label: 'Midwives', values: [10, 8.25] },
        { key: 'Nurses', label: 'Nurses', values: [100, -120] },
      ],
    });
  });

  it('never puts figures of different units on one axis', () => {
    const data = chart('growth other', { kind: 'group', group: 'Midwives' });
    expect(data?.series.map(({ key }) => key)).toEqual(['gap']);
  });

  it('draws what leaves downwards, the balance as a line, and leaves out what is nothing throughout', () => {
    const data = chart('apprenticeship-levy ledger', { kind: 'all' });
    expect(data?.series.map(({ key }) => key)).toEqual(['paidIn', 'expired', 'closing']);
    expect(data?.series[1]?.values.at(-1)).toBe(-60);
    expect(data?.series[2]?.isLine).toBe(true);
  });

  it('isn’t drawn for nothing but zeros', () => {
    const rows = POSTS.rows.map((row) => ({ ...row, gap: 0 }));
    const table = { ...POSTS, rows };
    expect(chartOfTable('growth other', table, shapeOf(table), { kind: 'figure', key: 'gap' })).toBeNull();
  });

  it('starts at zero unless its lines lie far above it', () => {
    const lines = (values: number[]) =>
      startsAtZero({
        kind: 'lines',
        unit: 'fte',
        categories: [],
        series: [{ key: 'a', label: 'a', values }],
      });
    expect(lines([100, 110])).toBe(false);
    expect(lines([5, 110])).toBe(true);
  });
});
