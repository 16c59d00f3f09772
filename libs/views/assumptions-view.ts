import type {
  AssumptionCell,
  AssumptionHistoryEntry,
  GridRow,
  HistoryQuestion,
  ModuleGrid,
} from '#assumptions';
import { arrangeRows, type RowArrangement } from '#modules/report-layout';
import {
  PARAMETER_UNIT_WORDS,
  parameterByKey,
  standsAsProposed,
  standsOnNothing,
  type ParameterDefinition,
} from '#modules/registry';
import { inParameterUnit } from './explanation-view';
import type { View, ViewSource, ViewTable } from './view';
import { column, tableOf } from './view-rows';

/** Parameters with their rows at one organisation under one scenario. */
export type GridSet = Pick<ModuleGrid, 'scenario' | 'organisation' | 'grids' | 'inputVersion'>;

/** Rows that a file can be narrowed to: with values entered, without a source, or as the optimiser proposed them. */
export const GRID_ROWS = ['all', 'entered', 'unfounded', 'proposed'] as const;
export type GridRows = (typeof GRID_ROWS)[number];

/** Which rows of the grid are in the file, and in which order. */
export type GridFilters = RowArrangement<GridRows>;

interface PlacedRow {
  readonly block: number;
  readonly definition: ParameterDefinition;
  readonly row: GridRow;
}

const COLUMNS = [
  column('module', 'Module'),
  column('parameter', 'Assumption'),
  column('staffGroup', 'Staff group'),
  column('year', 'Year', 'financial-year'),
  column('value', 'Value', 'number'),
  column('unit', 'Unit'),
  column('low', 'Low', 'number'),
  column('high', 'High', 'number'),
  column('choice', 'Choice'),
  column('own', 'Entered here'),
  column('from', 'Where it comes from'),
  column('enteredFor', 'Entered for'),
  column('source', 'Source or basis'),
  column('note', 'Note'),
  column('author', 'By'),
  column('at', 'When'),
];

function whereFrom({ provenance }: AssumptionCell): string {
  if (provenance.level === 'national-default') return 'National default';
  if (provenance.level === 'sum') return 'Sum of the staff groups below';
  return [provenance.organisation?.name, provenance.scenario?.name]
    .filter((name) => typeof name === 'string')
    .join(', ');
}

function cellRow(definition: ParameterDefinition, staffGroup: string, cell: AssumptionCell) {
  const inUnit = (value: number | null) => inParameterUnit(value, definition.unit);
  const { provenance } = cell;
  return {
    module: definition.module,
    parameter: definition.label,
    staffGroup,
    year: cell.year,
    value: inUnit(cell.value),
    unit: PARAMETER_UNIT_WORDS[definition.unit],
    low: inUnit(cell.low),
    high: inUnit(cell.high),
    choice: definition.choices?.find(({ value }) => value === cell.value)?.label ?? '',
    own: cell.own ? 'Yes' : 'No',
    from: whereFrom(cell),
    enteredFor: provenance.staffGroup.name,
    source: cell.source ?? cell.basis,
    note: cell.note,
    author: provenance.author,
    at: provenance.at,
  };
}

const SHOWS: Readonly<Record<GridRows, (cell: AssumptionCell) => boolean>> = {
  all: () => true,
  entered: ({ own }) => own,
  unfounded: (cell) => cell.own && standsOnNothing(cell),
  proposed: (cell) => cell.own && standsAsProposed(cell),
};

function placedRows({ grids }: GridSet): readonly PlacedRow[] {
  return grids.flatMap(({ parameter: definition, rows }, block) =>
    rows.map((row) => ({ block, definition, row })),
  );
}

function arranged(set: GridSet, filters: GridFilters): readonly PlacedRow[] {
  return arrangeRows(placedRows(set), filters, {
    nameOf: ({ definition, row }) => `${row.staffGroup.name} ${definition.label}`,
    isShown: ({ row }, show) => row.cells.some(SHOWS[show]),
    blockOf: ({ block }) => block,
    valueOf: ({ row }, year) => row.cells.find((cell) => cell.year === year)?.value ?? null,
  });
}

/** Values in force, one row for each staff group and year, with where each comes from. */
export function gridTable(set: GridSet, filters: GridFilters): ViewTable {
  const rows = arranged(set, filters).flatMap(({ definition, row }) =>
    row.cells.map((cell) => cellRow(definition, row.staffGroup.name, cell)),
  );
  return tableOf(['assumptions', 'Assumptions'], COLUMNS, rows);
}

/** Every value that was entered for the organisation or above it, in this scenario or those below it. */
export function enteredTable(set: GridSet): ViewTable {
  const rows = placedRows(set).flatMap(({ definition, row }) =>
    row.cells
      .filter(({ provenance }) => provenance.level === 'scenario')
      .map((cell) => cellRow(definition, row.staffGroup.name, cell)),
  );
  return tableOf(['assumptions', 'Assumptions that were entered or calibrated'], COLUMNS, rows);
}

function sourceOf({ scenario, organisation, inputVersion }: GridSet): ViewSource {
  return {
    organisation: { code: organisation.code, name: organisation.name },
    scenario: scenario.name,
    kind: 'assumptions',
    run: `input version ${inputVersion}`,
    engineVersion: null,
    calculatedAt: null,
  };
}

const GRID_NOTES = [
  'Values stand in the unit named beside them.',
  'An assumption with one value for all years has it in the first year.',
];

/** The assumption grid as it is shown. */
export function assumptionsView(set: GridSet, filters: GridFilters): View {
  const [only, ...others] = set.grids;
  const subject = only !== undefined && others.length === 0 ? only.parameter.label : 'assumptions';
  return {
    key: 'assumptions',
    title: `${set.organisation.name}: ${subject}`,
    source: sourceOf(set),
    notes: GRID_NOTES,
    tables: [gridTable(set, filters)],
  };
}

const ORIGIN_WORDS: Readonly<Record<string, string>> = {
  web: 'Web',
  import: 'Excel',
  api: 'API',
  calibration: 'Calibration',
};

/** Where an entry was made, in words. */
export function enteredFromWords(origin: string): string {
  return ORIGIN_WORDS[origin] ?? origin;
}

/** Every version of one cell: who entered what, when, from where and why. */
export function historyView(
  entries: readonly AssumptionHistoryEntry[],
  question: HistoryQuestion,
  set: GridSet,
): View {
  const definition = parameterByKey(question.parameter);
  const unit = definition?.unit ?? 'ratio';
  const staffGroup =
    set.grids[0]?.rows.find((row) => row.staffGroup.code === question.staffGroup)?.staffGroup.name ??
    question.staffGroup;
  const rows = entries.map((entry) => ({
    version: entry.version,
    at: entry.at,
    author: entry.author ?? 'Calibration',
    operation: entry.operation,
    // A factor has no unit; what is set or added has the parameter's.
    value: entry.operation === 'multiply' ? entry.value : inParameterUnit(entry.value, unit),
    unit: entry.operation === 'multiply' ? 'times' : PARAMETER_UNIT_WORDS[unit],
    low: inParameterUnit(entry.low, unit),
    high: inParameterUnit(entry.high, unit),
    basis: entry.basis,
    note: entry.note,
    reason: entry.reason,
    origin: enteredFromWords(entry.origin),
  }));
  const columns = [
    column('version', 'Version', 'number'),
    column('at', 'When'),
    column('author', 'Who'),
    column('operation', 'What was done'),
    column('value', 'Value', 'number'),
    column('unit', 'Unit'),
    column('low', 'Low', 'number'),
    column('high', 'High', 'number'),
    column('basis', 'Basis'),
    column('note', 'Note'),
    column('reason', 'Reason'),
    column('origin', 'From'),
  ];
  return {
    key: 'history',
    title: `${set.organisation.name}: history of ${definition?.label ?? question.parameter}, ${staffGroup}, ${question.year}`,
    source: sourceOf(set),
    notes: [],
    tables: [tableOf(['history', 'History'], columns, rows)],
  };
}
