import { project, type ProjectionInput } from '../projection';
import type { Registers } from '../register';
import { BASE, NURSES, SUPPORT } from '../../../test/support/example-projection';
import type { ModuleReport } from './module-report';
import { MODULE_REPORTS } from './module-reports';

/** Every register of growth, efficiency and training supply in use. */
const REGISTERS: Registers = {
  'growth.service-commitments': [
    {
      id: 'mh',
      values: {
        commitment: 'mental-health',
        statement: 'workforce-line',
        staffGroup: NURSES,
        share: 0.2,
        growth: { '2026': 0.04 },
      },
    },
  ],
  'efficiency.schemes': [
    {
      id: 'records',
      values: {
        name: 'Electronic records',
        kind: 'technology',
        staffGroup: SUPPORT,
        wte: 12,
        start: '2026-10',
        recurrence: 'non-recurrent',
        owner: 'Chief information officer',
        deliveryRisk: 'high',
        qualityImpact: 'in-assessment',
      },
    },
  ],
  'training-supply.rotational-posts': [
    {
      id: 'hosted',
      values: {
        programme: 'Foundation',
        grade: 'foundation-year-1',
        staffGroup: NURSES,
        posts: { '2025': 30 },
        fillRate: { '2025': 0.9 },
        leadEmployer: 'RAA',
      },
    },
    {
      id: 'elsewhere',
      values: {
        programme: 'Foundation',
        grade: 'foundation-year-2',
        staffGroup: NURSES,
        posts: { '2025': 10 },
        fillRate: { '2025': 0.8 },
        host: 'RBB',
      },
    },
  ],
};

function reportsOf(input: ProjectionInput): readonly ModuleReport[] {
  const output = project(input);
  return Object.values(MODULE_REPORTS).map((report) => report({ input, output }));
}

describe('the reports of the modules', () => {
  const reports = reportsOf({ ...BASE, registers: REGISTERS });
  const tableOf = (key: string): ModuleReport['tables'][number] | undefined =>
    reports.flatMap(({ tables }) => tables).find((table) => table.key === key);

  it('have the uniform shape: every column of every row is filled or says that it has no value', () => {
    for (const { tables, figures } of [...reports, ...reportsOf(BASE)]) {
      for (const { columns, rows } of tables) {
        for (const row of rows) expect(Object.keys(row).sort()).toEqual(columns.map(({ key }) => key).sort());
        for (const value of rows.flatMap((row) => Object.values(row)))
          expect(value === null || typeof value === 'string' || Number.isFinite(value)).toBe(true);
      }
      for (const { value } of figures) expect(value === null || Number.isFinite(value)).toBe(true);
    }
  });

  it('close the bridge of every group and year', () => {
    const steps = { opening: 1, joiners: 1, leavers: -1, plannedExits: -1, movesIn: 1, movesOut: -1 };
    for (const row of tableOf('bridge')?.rows ?? []) {
      const sum = Object.entries(steps).reduce((total, [key, sign]) => total + sign * Number(row[key]), 0);
      expect(sum).toBeCloseTo(Number(row['closing']), 8);
    }
    expect(tableOf('bridge')?.rows).toHaveLength(6);
  });

  it('sum the parts of the requirement to it', () => {
    for (const row of tableOf('requirement')?.rows ?? []) {
      const parts = ['commitments', 'standards', 'other', 'productivity', 'schemes', 'skillMix'];
      const sum = parts.reduce((total, part) => total + Number(row[part]), 0);
      expect(sum).toBeCloseTo(Number(row['requirement']), 8);
    }
  });

  it('show trainees by employer and host and count them once, at the host', () => {
    expect(tableOf('employers')?.rows.filter(({ year }) => year === 2026)).toEqual([
      { employer: 'RAA', host: 'RZZ', year: 2026, filled: 27, counted: 27 },
      { employer: 'RZZ', host: 'RBB', year: 2026, filled: 8, counted: 0 },
    ]);
  });

  it('note what planners must know: commitments not answered, schemes without an agreed assessment', () => {
    const notes = reports.flatMap((report) => report.notes).join(' ');
    expect(notes).toContain('Without a workforce line or a stated nil: Out-of-hospital care');
    expect(notes).toContain('Schemes without an agreed quality impact assessment: 1, of 12.0 WTE');
  });
});
