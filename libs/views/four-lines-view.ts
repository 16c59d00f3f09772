import {
  FOUR_LINES,
  FOUR_LINES_SCALE,
  WORKED_PARTS,
  type FourLine,
  type FourLinesRow,
  type FourLinesYear,
  type LineSource,
  type WorkedPart,
} from '#monitoring';
import { sourceOfResult, type View } from './view';
import { column, tableOf } from './view-rows';

const LINE_LABELS: Readonly<Record<FourLine, string>> = {
  contracted: 'Contracted WTE',
  worked: 'Worked WTE',
  establishment: 'Funded establishment',
  requirement: 'Requirement',
};
const PART_LABELS: Readonly<Record<WorkedPart, string>> = {
  overtime: 'Overtime',
  bank: 'Bank',
  agency: 'Agency',
  timing: 'Timing: paid in the month less worked in it',
  leave: 'Maternity and adoption leave',
  residual: 'Not explained',
};
const SOURCE_LABELS: Readonly<Record<LineSource, string>> = {
  'esr-extract': 'ESR extract',
  ledger: 'Ledger',
  'actual-figures': 'Actual figures',
  projection: 'Projection',
  'projection-assumed': 'Projection, assumed from a vacancy rate',
};

const wte = (units: number | null): number | null => (units === null ? null : units / FOUR_LINES_SCALE);

function cellsOf(row: FourLinesRow) {
  return {
    staffGroup: row.name,
    ...Object.fromEntries(FOUR_LINES.map((line) => [line, wte(row.lines[line])])),
    vacancies: wte(row.vacancies),
    unfunded: wte(row.unfunded),
    difference: wte(row.difference),
    ...Object.fromEntries(WORKED_PARTS.map((part) => [part, wte(row.parts?.[part] ?? null)])),
  };
}

/** Contracted, worked, establishment and requirement by month and staff group, with what lies between them. */
export function fourLinesView(year: FourLinesYear, staffGroup: string | undefined): View {
  const isShown = (row: FourLinesRow): boolean => staffGroup === undefined || row.staffGroup === staffGroup;
  const rows = year.months.flatMap(({ month, rows: own }) =>
    own.filter(isShown).map((row) => ({ month, ...cellsOf(row) })),
  );
  const columns = [
    column('month', 'Month', 'month'),
    column('staffGroup', 'Staff group'),
    ...FOUR_LINES.map((line) => column(line, LINE_LABELS[line], 'fte')),
    column('vacancies', 'Vacancies: establishment less contracted', 'fte'),
    column('unfunded', 'Requirement less establishment', 'fte'),
    column('difference', 'Worked less contracted', 'fte'),
    ...WORKED_PARTS.map((part) => column(part, PART_LABELS[part], 'fte')),
  ];
  const sources = year.months.map(({ month, sources: from }) => ({
    month,
    ...Object.fromEntries(
      FOUR_LINES.map((line) => [line, from[line] === null ? 'Not loaded' : SOURCE_LABELS[from[line]]]),
    ),
  }));
  return {
    key: 'four-lines',
    title: `${year.organisation.name}: contracted, worked, establishment, requirement`,
    source: sourceOfResult(year.organisation, year.scenario.name, year.result),
    notes: [
      'Contracted and the parts from overtime to not explained add up to worked, to the last digit.',
      'Overtime, bank and agency are the roster’s where it has them, else the ledger’s.',
    ],
    tables: [
      tableOf(['lines', 'The four lines'], columns, rows),
      tableOf(
        ['sources', 'Where each line comes from'],
        [column('month', 'Month', 'month'), ...FOUR_LINES.map((line) => column(line, LINE_LABELS[line]))],
        sources,
      ),
    ],
  };
}
