import type { Workbook, Worksheet } from 'exceljs';
import { readWorkbookFile, spreadsheetFaults } from '../../../test/support/accessible-spreadsheet';
import { InvalidInputError } from '#platform';
import type { View, ViewCell } from '../view';
import { tableOf, column } from '../view-rows';
import { csvOf } from './csv-file';
import { jsonOf } from './json-file';
import { narrowed } from './view-file';
import { workbookOf } from './workbook-file';

const PRECISE = 0.123456789012345;

const POSTS = tableOf(
  ['posts', 'Posts'],
  [
    column('staffGroup', 'Staff group'),
    column('year', 'Year', 'financial-year'),
    column('rate', 'Rate', 'share'),
    column('pay', 'Pay', 'pounds'),
  ],
  [
    { staffGroup: 'Nurses, all', year: 2026, rate: PRECISE, pay: -3.25 },
    { staffGroup: '=HYPERLINK("x")', year: 2027, rate: null, pay: 12 },
  ],
);

const NAMES = tableOf(
  ['posts!', '+names'],
  [column('a', 'Name'), column('b', 'Name')],
  [{ a: 'x', b: null }],
);

const VIEW: View = {
  key: 'growth',
  title: 'Leeds: growth',
  source: {
    organisation: { code: 'RR8', name: 'Leeds' },
    scenario: 'Plan',
    kind: 'projection',
    run: 'run-1',
    engineVersion: 'e',
    calculatedAt: '2026-11-22T09:00:00.000Z',
  },
  notes: ['A vacancy is funded establishment less staff in post.'],
  tables: [POSTS, NAMES, tableOf(['none', 'Nothing'], [column('a', 'A')], [])],
};

describe('a view as CSV', () => {
  it('is one table with units, every digit, and where it is from in every line', () => {
    const about =
      'Leeds: growth: Posts,"Wholetime projection of Leeds (RR8), Plan",2026-11-22T09:00:00.000Z,run-1';
    expect(csvOf(narrowed(VIEW, 'posts')).split('\r\n')).toEqual([
      '\uFEFFStaff group,Year,Rate (%),Pay (£),Title,Source,Calculated,Run',
      `"Nurses, all",2026/27,12.3456789012345,-3.25,${about}`,
      `"'=HYPERLINK(""x"")",2027/28,,12,${about}`,
      '',
    ]);
  });

  it('has one line for each figure of several tables', () => {
    const [, first = ''] = csvOf(VIEW).split('\r\n');
    expect(first).toMatch(/^Posts,"Nurses, all, 2026\/27",Rate,12.3456789012345,%,Leeds: growth,/);
  });

  it.each(['+1', '-2', '@SUM(A1)', '\tx'])('neutralises the formula %j', (text) => {
    const cells: readonly ViewCell[] = [{ value: text, unit: 'text' }];
    const csv = csvOf({ ...VIEW, tables: [{ ...NAMES, columns: NAMES.columns.slice(0, 1), rows: [cells] }] });
    expect(csv.split('\r\n')[1]).toContain(`'${text}`);
  });
});

it('a view as JSON has its source and rows by the keys of the columns, shares as fractions', () => {
  expect(JSON.parse(jsonOf(VIEW))).toMatchObject({
    source: { run: 'run-1' },
    tables: [{ rows: [{ staffGroup: 'Nurses, all', year: 2026, rate: PRECISE }, {}] }, {}, {}],
  });
});

it('a table that is not there is refused, naming those that are', () => {
  expect(() => narrowed(VIEW, 'gone')).toThrow(InvalidInputError);
});

describe('a view as a workbook', () => {
  let workbook: Workbook;

  beforeAll(async () => {
    workbook = await readWorkbookFile(await workbookOf(VIEW));
  });

  const sheet = (name: string): Worksheet => workbook.getWorksheet(name) as Worksheet;

  it('has a cover, contents and notes, and one sheet for each table that has rows', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Cover_sheet',
      'Contents',
      'Notes',
      'posts',
      'posts_2',
    ]);
    const cover = JSON.stringify(sheet('Cover_sheet').getColumn(1).values);
    for (const words of [
      'Leeds: growth',
      'Source: Wholetime projection of Leeds (RR8), Plan.',
      'Run: run-1.',
    ]) {
      expect(cover).toContain(words);
    }
    expect(sheet('Contents').getCell('A5').value).toEqual({ text: 'posts', hyperlink: "#'posts'!A1" });
    expect(sheet('Notes').getColumn(2).values).toContain(VIEW.notes[0]);
  });

  it('meets the guidance on accessible spreadsheets', () => {
    expect(spreadsheetFaults(workbook)).toEqual([]);
  });

  it('keeps numbers as numbers with all digits, and says where there is none', () => {
    expect(sheet('posts').getCell('C5').value).toBe(PRECISE);
    expect(sheet('posts').getCell('C5').numFmt).toBe('0.0%');
    expect(sheet('posts').getCell('C6').value).toBe('[x]');
    expect(sheet('posts').getCell('A6').value).toBe('\'=HYPERLINK("x")');
  });
});
