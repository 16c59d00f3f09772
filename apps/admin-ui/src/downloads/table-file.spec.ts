import { POSTS } from '../planning-modules/report.fixture';
import { shownTable } from '../planning-modules/shown-table';
import { shapeOf } from '../planning-modules/table-shape';
import { sourceLine } from './source-line';
import { tableCsv, tableJson } from './table-file';

const SOURCE = {
  organisation: { code: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust' },
  scenario: 'Plan submission',
  runId: 'run-1',
  engineVersion: 'e',
  calculatedAt: '2026-11-22T09:00:00Z',
};

describe('a table taken out of its page', () => {
  const table = shownTable(POSTS, shapeOf(POSTS), { kind: 'figure', key: 'vacancyRate' });

  it('is a CSV of the view, with units in the headings and every digit', () => {
    expect(tableCsv(table)).toBe(
      '\uFEFFStaff group,2026/27 (%),2027/28 (%)\r\nMidwives,5,4\r\nNurses,,10\r\n',
    );
  });

  it('is JSON with its source', () => {
    const json = JSON.parse(tableJson('Posts', table, SOURCE)) as {
      source: unknown;
      rows: { label: string; values: { value: number | null }[] }[];
    };
    expect(json.source).toEqual(SOURCE);
    expect(json.rows[1]).toMatchObject({ label: 'Nurses', values: [{ value: null }, { value: 0.1 }] });
  });

  it('says where it is from, when it was calculated and by which run', () => {
    expect(sourceLine(SOURCE)).toBe(
      'Source: Wholetime projection of Leeds Teaching Hospitals NHS Trust (RR8), Plan submission, ' +
        'calculated 22 November 2026.\nRun run-1.',
    );
  });
});
