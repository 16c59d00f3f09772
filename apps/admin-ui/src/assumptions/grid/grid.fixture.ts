import { parameterByKey, type ParameterDefinition } from '#modules/registry';
import type { Cell, GridSet } from '../../api/types';

/** The leaver rate as the registry defines it. */
export function leaverRate(): ParameterDefinition {
  const definition = parameterByKey('retention.leaver-rate');
  if (definition === undefined) throw new Error('The registry has no leaver rate.');
  return definition;
}

/** A cell that inherits a national default of 10 %. */
export function inheritedCell(year: number, part: Partial<Cell> = {}): Cell {
  return {
    year,
    value: 0.1,
    low: null,
    high: null,
    operation: null,
    operand: null,
    version: 0,
    own: false,
    basis: null,
    note: null,
    source: 'Workforce statistics',
    status: 'published',
    provenance: {
      level: 'national-default',
      scenario: null,
      organisation: null,
      staffGroup: null,
      year: null,
      author: null,
      at: null,
    },
    local: null,
    ...part,
  };
}

/** A cell with a value of its own. */
export function ownCell(year: number, value: number, version: number): Cell {
  return inheritedCell(year, { value, operand: value, operation: 'set', own: true, version });
}

const GROUPS = [
  { code: 'nurses-and-health-visitors', name: 'Nurses and health visitors' },
  { code: 'midwives', name: 'Midwives' },
  { code: 'managers', name: 'Managers' },
];
const YEARS = [2026, 2027];

/** Three staff groups by two years of a trust, all inherited but for the cells given by `group.year`. */
export function gridData(cells: Readonly<Record<string, Cell>> = {}): GridSet {
  return {
    scenario: { id: 'scenario', name: 'Plan submission' },
    organisation: { id: 'trust', code: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', type: 'trust' },
    years: YEARS.map((year) => ({ year, label: `${year}/${year - 1999}` })),
    grids: [
      {
        parameter: leaverRate(),
        rows: GROUPS.map(({ code, name }) => ({
          staffGroup: { code, name, parentCode: null, depth: 0, isLeaf: true },
          cells: YEARS.map((year) => cells[`${code}.${year}`] ?? inheritedCell(year)),
        })),
      },
    ],
    canEdit: true,
    inputVersion: 1,
  };
}

/** The address of a cell of the fixture's grid. */
export function addressOf(staffGroup: string, year: number) {
  return { parameter: 'retention.leaver-rate', staffGroup, year };
}
