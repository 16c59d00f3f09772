import type { ModuleReport, ReportTable } from '../reporting/module-report';
import { highlightsOf, warningsOf } from './highlights';

const column = (key: string, unit: ReportTable['columns'][number]['unit'] = 'text') => ({
  key,
  label: key,
  unit,
});

function report(module: ModuleReport['module'], table: ReportTable): ModuleReport {
  return { module, figures: [], notes: [], tables: [table] };
}

describe('what only one module can show', () => {
  it('sums leavers by cause over the staff groups', () => {
    const [causes] = highlightsOf(
      report('retention', {
        key: 'leavers-by-cause',
        title: 'Leavers',
        columns: [column('year', 'financial-year'), column('staffGroup'), column('voluntary', 'headcount')],
        rows: [
          { year: 2026, staffGroup: 'Nurses', voluntary: 10 },
          { year: 2026, staffGroup: 'Midwives', voluntary: 2.5 },
          { year: 2027, staffGroup: 'Nurses', voluntary: null },
        ],
      }),
    );
    expect(causes?.rows).toMatchObject([
      { year: 2026, voluntary: 12.5 },
      { year: 2027, voluntary: null },
    ]);
    expect(causes?.columns.map(({ key }) => key)).toEqual(['year', 'voluntary']);
  });

  it('shows leavers by age of the last year, with the share of those in post', () => {
    const age = (year: number, staffGroup: string, inPost: number, left: number) => ({
      year,
      staffGroup,
      ageBand: '25-34',
      inPost,
      left,
      retired: 0,
    });
    const [ages] = highlightsOf(
      report('retention', {
        key: 'leavers-by-age',
        title: 'Age',
        columns: [column('ageBand'), column('inPost', 'headcount'), column('left', 'headcount')],
        rows: [age(2026, 'Nurses', 1, 1), age(2030, 'Nurses', 90, 9), age(2030, 'Midwives', 10, 6)],
      }),
    );
    expect(ages?.title).toContain('2030/31');
    expect(ages?.rows).toMatchObject([{ ageBand: '25-34', inPost: 100, left: 15, share: 0.15 }]);
  });

  it('lists the largest lines of the pay bill in whole years, the others together, without the total', () => {
    const line = (name: string, pounds: number) => ({ line: name, 'year-2025': 1, 'year-2026': pounds });
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const [lines] = highlightsOf(
      report('pay-bill', {
        key: 'lines',
        title: 'Lines',
        columns: [
          column('line'),
          { key: 'year-2025', label: '2025/26 (part)', unit: 'pounds' },
          { key: 'year-2026', label: '2026/27', unit: 'pounds' },
        ],
        rows: [...names.map((name, index) => line(name, 10 * (index + 1))), line('Pay bill', 360)],
      }),
    );
    expect(lines?.rows).toHaveLength(6);
    expect(lines?.rows[0]).toEqual({ line: 'h', year: 2026, pounds: 80 });
    expect(lines?.rows.at(-1)).toEqual({ line: 'Other lines', year: 2026, pounds: 60 });
  });

  it('says which year and group is below a floor', () => {
    const floors: ReportTable = {
      key: 'floors',
      title: 'Floors',
      columns: [column('staffGroup'), column('year', 'financial-year'), column('warning')],
      rows: [
        { staffGroup: 'Nurses', year: 2026, warning: null },
        { staffGroup: 'Nurses', year: 2027, warning: 'Staff in post below the floor' },
      ],
    };
    expect(warningsOf(report('skill-mix', floors))).toEqual([
      'Nurses, 2027/28, Staff in post below the floor',
    ]);
  });
});
