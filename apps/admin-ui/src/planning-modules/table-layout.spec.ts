import { cellText, figureText, scaleOf } from './report-value';
import { LEDGER, POSTS } from './report.fixture';
import { chosenOf, offeredChoices, shapeOf, shownTable, type TableChoice } from '#modules/report-layout';

function shown(table: typeof POSTS, choice: TableChoice): string[][] {
  const { rows } = shownTable(table, shapeOf(table), choice);
  return rows.map((row) => [
    row.header,
    ...row.cells.map(({ value, unit }) => cellText(value, unit, scaleOf(table))),
  ]);
}

describe('a table by staff group and year', () => {
  const shape = shapeOf(POSTS);

  it('starts with the figure that it leads to, groups down and years across', () => {
    const { choice } = chosenOf(POSTS, shape, null);
    expect(choice).toEqual({ kind: 'figure', key: 'gap' });
    expect(shown(POSTS, choice)).toEqual([
      ['Midwives', '10', '8.3'],
      ['Nurses', '100', '−120'],
    ]);
  });

  it('shows every figure of one group, what has no value as a dash', () => {
    expect(shown(POSTS, { kind: 'group', group: 'Nurses' })).toEqual([
      ['Vacancy rate', '–', '10.0%'],
      ['Gap', '100', '−120'],
    ]);
  });

  it('shows all of it as it comes', () => {
    expect(shown(POSTS, { kind: 'all' })[0]).toEqual(['Midwives', '2026/27', '5.0%', '10']);
  });

  it('finds each choice again by its name in the URL', () => {
    const { figures, groups, all } = offeredChoices(shape);
    for (const offered of [...figures, ...groups, all]) {
      expect(chosenOf(POSTS, shape, offered.code)).toEqual(offered);
    }
    expect(chosenOf(POSTS, shape, 'gone').code).toBe('gap');
  });

  it('starts with its largest group where a group is wanted', () => {
    expect(chosenOf({ ...POSTS, key: 'bridge' }, shape, null, 'growth').label).toBe('Nurses');
  });
});

describe('a table that cannot be laid out by year', () => {
  it('keeps many periods down the page', () => {
    expect(shapeOf(LEDGER).layout).toBe('down');
    expect(shown(LEDGER, { kind: 'all' })[0]).toEqual(['April 2026', '100', '0', '0', '100']);
  });

  it('stays as it comes where two rows are of the same group and year', () => {
    const twice = { ...POSTS, rows: [...POSTS.rows, ...POSTS.rows] };
    expect(shapeOf(twice).layout).toBe('flat');
    expect(offeredChoices(shapeOf(twice)).figures).toEqual([]);
  });

  it('is looked at period by period where it is about several things at once', () => {
    const [group, ...others] = POSTS.columns;
    const bands = {
      ...POSTS,
      columns: [group!, { key: 'band', label: 'Band', unit: 'text' as const }, ...others],
      rows: POSTS.rows.map((row) => ({ ...row, band: '5' })),
    };
    const shape = shapeOf(bands);
    expect(chosenOf(bands, shape, null).choice).toEqual({ kind: 'time', time: 2027 });
    expect(shown(bands, { kind: 'time', time: 2027 })).toHaveLength(2);
  });
});

describe('figures in words', () => {
  it.each([
    [1250.4, 'fte', '1,250 WTE'],
    [26_147_862, 'pounds', '£26.1m'],
    [0.2557, 'share', '25.6%'],
    [-0.012, 'points', '−1.2 percentage points'],
    [null, 'ratio', 'No value'],
  ] as const)('%s in %s reads %s', (value, unit, text) => {
    expect(figureText(value, unit)).toBe(text);
  });

  it('show a table of millions of pounds in thousands', () => {
    const rows = LEDGER.rows.map((row) => ({ ...row, closing: 12_345_678 }));
    expect(cellText(12_345_678, 'pounds', scaleOf({ ...LEDGER, rows }))).toBe('12,346');
  });
});
