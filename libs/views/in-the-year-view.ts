import type { ComparedYearLine, YearComparison } from '#monitoring';
import type { ReportUnit } from '#modules/reporting';
import type { Overview } from '#projections';
import {
  FLAG_TEXTS,
  flaggedColumns,
  flaggedVariances,
  LINE_NAMES,
  OUTTURN_NAMES,
  PART_NAMES,
  REPORTED_NAMES,
  tableOfList,
  UNIT_NAMES,
} from './lists';
import { tableOfReport, type View, type ViewTable } from './view';
import { column, tableOf } from './view-rows';

const UNITS: Readonly<Record<ComparedYearLine['unit'], ReportUnit>> = {
  wte: 'fte',
  pounds: 'pounds',
  share: 'share',
};

const lineName = ({ line }: ComparedYearLine): string => LINE_NAMES[line] ?? line;

function monthsTable({ months }: YearComparison, compared: ComparedYearLine): ViewTable {
  const unit = UNITS[compared.unit];
  const scaled = (value: number | undefined) => (value === undefined ? null : value / compared.scale);
  const parts = Object.keys(PART_NAMES).filter((part) =>
    compared.months.some(({ variance }) => part in (variance?.parts ?? {})),
  );
  const rows = compared.months.map(({ month, variance, flag }) => ({
    month: months[month] ?? null,
    plan: scaled(variance?.plan),
    actual: scaled(variance?.actual),
    variance: scaled(variance?.variance),
    flag: FLAG_TEXTS[flag],
    ...Object.fromEntries(
      Object.entries(variance?.parts ?? {}).map(([part, value]) => [part, scaled(value)]),
    ),
  }));
  const columns = [
    column('month', 'Month', 'month'),
    column('plan', 'Plan', unit),
    column('actual', 'Actual', unit),
    column('variance', 'Variance', unit),
    column('flag', 'Flag'),
    ...parts.map((part) => column(part, PART_NAMES[part] ?? part, unit)),
  ];
  return tableOf(['months', `Plan against actual: ${lineName(compared)}`], columns, rows);
}

function outturnTable({ lines }: YearComparison): ViewTable {
  const rows = lines.map((line) => ({
    line: lineName(line),
    unit: UNIT_NAMES[line.unit],
    ...Object.fromEntries(
      Object.keys(OUTTURN_NAMES).map((key) => {
        const value = line.outturn[key as keyof typeof OUTTURN_NAMES];
        return [key, value === null ? null : (value / line.scale) * (line.unit === 'share' ? 100 : 1)];
      }),
    ),
  }));
  const columns = [
    column('line', 'Line'),
    column('unit', 'Unit'),
    ...Object.entries(OUTTURN_NAMES).map(([key, name]) => column(key, name, 'number')),
  ];
  return tableOf(['outturn', 'The end of the year'], columns, rows);
}

/** Whose year it is. */
type OfOverview = Pick<Overview, 'organisation' | 'staffGroups'>;

function flaggedTable(comparison: YearComparison, { staffGroups }: OfOverview): ViewTable {
  const nameOf = (code: string) => staffGroups.find((group) => group.code === code)?.name ?? code;
  const about = { key: 'flagged', title: 'What is flagged' };
  return tableOfReport(tableOfList(about, flaggedColumns(nameOf), flaggedVariances(comparison)));
}

function leftTable({ months, left }: YearComparison, wanted: string): ViewTable | null {
  const line = left.find((each) => each.line === wanted) ?? left[0];
  if (line === undefined) return null;
  const unit = UNITS[line.unit];
  const scaled = (value: number | null) => (value === null ? null : value / line.scale);
  const rows = line.months.map(({ month, plan, expected, difference }) => ({
    month: months[month] ?? null,
    plan: scaled(plan),
    expected: scaled(expected),
    difference: scaled(difference),
  }));
  const columns = [
    column('month', 'Month', 'month'),
    column('plan', 'Plan', unit),
    column('expected', 'Reforecast', unit),
    column('difference', 'Difference', unit),
  ];
  const title = `Months that are left: ${REPORTED_NAMES[line.line] ?? line.line}`;
  return tableOf(['left', title], columns, rows);
}

/** What of a year is shown. */
export interface YearFilters {
  /** The line by month; the first where there is none of that name. */
  readonly line: string;
  /** What is expected of the months that are left; the first where there is none of that name. */
  readonly expected: string;
}

/** Plan against actual of one line by month, what is flagged, where every line ends the year, what is left of it. */
export function inTheYearView(
  comparison: YearComparison,
  overview: OfOverview,
  { line, expected }: YearFilters,
): View {
  const { year, lines } = comparison;
  const { code, name } = overview.organisation;
  const shown = lines.find((each) => each.line === line) ?? lines[0];
  const left = leftTable(comparison, expected);
  return {
    key: 'in-the-year',
    title: `${name}: in the year`,
    source: {
      organisation: { code, name },
      scenario: year.scenario.name,
      kind: 'projection',
      run: year.runId,
      engineVersion: null,
      calculatedAt: year.frozenAt,
    },
    notes: ['The plan is the frozen one; its parts add up to the variance.'],
    tables: [
      ...(shown === undefined ? [] : [monthsTable(comparison, shown)]),
      flaggedTable(comparison, overview),
      outturnTable(comparison),
      ...(left === null ? [] : [left]),
    ],
  };
}
