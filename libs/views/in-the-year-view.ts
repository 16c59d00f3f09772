import type { ComparedYearLine, YearComparison } from '#monitoring';
import type { ReportUnit } from '#modules/reporting';
import type { Overview } from '#projections';
import { FLAG_TEXTS, LINE_NAMES, OUTTURN_NAMES, PART_NAMES, UNIT_NAMES } from './lists';
import type { View, ViewTable } from './view';
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

/**
 * Plan against actual of one line by month, and where every line ends the year.
 *
 * @param line that is shown; the first where there is none of that name
 */
export function inTheYearView(
  comparison: YearComparison,
  organisation: Overview['organisation'],
  line: string,
): View {
  const { year, lines } = comparison;
  const shown = lines.find((each) => each.line === line) ?? lines[0];
  return {
    key: 'in-the-year',
    title: `${organisation.name}: in the year`,
    source: {
      organisation: { code: organisation.code, name: organisation.name },
      scenario: year.scenario.name,
      kind: 'projection',
      run: year.runId,
      engineVersion: null,
      calculatedAt: year.frozenAt,
    },
    notes: ['The plan is the frozen one; its parts add up to the variance.'],
    tables: [...(shown === undefined ? [] : [monthsTable(comparison, shown)]), outturnTable(comparison)],
  };
}
