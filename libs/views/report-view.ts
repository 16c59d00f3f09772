import { chosenOf, shapeOf, shownTable, warningsOf, withHighlights } from '#modules/report-layout';
import { MODULE_NAMES } from '#modules/registry';
import type { ModuleReport, ReportTable } from '#modules/reporting';
import type { Overview } from '#projections';
import { sourceOfOverview } from './overview-view';
import { tableOfReport, tableOfShown, type View, type ViewTable } from './view';
import { column, tableOf } from './view-rows';

/** What is shown of each table, by its key: the code of a choice of the page. */
export type TableChoices = Readonly<Record<string, string>>;

function keyFigures({ figures }: ModuleReport): ViewTable {
  const rows = figures.map(({ label, value, note }) => ({ figure: label, value, note: note ?? '' }));
  const columns = [column('figure', 'Figure'), column('value', 'Value', 'number'), column('note', 'Note')];
  const table = tableOf(['key-figures', 'Key figures'], columns, rows);
  // Each figure has a unit of its own.
  return {
    ...table,
    rows: table.rows.map((row, index) =>
      row.map((cell, place) => (place === 1 ? { ...cell, unit: figures[index]?.unit ?? 'number' } : cell)),
    ),
  };
}

/** A table as the page lays it out for what is chosen of it. */
export function chosenTable(module: string, table: ReportTable, code: string | null): ViewTable {
  const shape = shapeOf(table);
  const { choice, label } = chosenOf(table, shape, code, module);
  const shown = shownTable(table, shape, choice);
  const isOne = choice.kind === 'group' || choice.kind === 'time';
  return tableOfShown(table.key, isOne ? `${table.title}: ${label}` : table.title, shown);
}

/** A module's page: its key figures and its tables as they are chosen; tables without rows are left out. */
export function reportView(report: ModuleReport, overview: Overview, choices: TableChoices): View {
  const tables = withHighlights(report).tables.filter(({ rows }) => rows.length > 0);
  return {
    key: report.module,
    title: `${overview.organisation.name}: ${MODULE_NAMES[report.module].toLowerCase().replace(/^bme/, 'BME')}`,
    source: sourceOfOverview(overview),
    notes: [...warningsOf(report), ...report.notes],
    tables: [
      keyFigures(report),
      ...tables.map((table) => chosenTable(report.module, table, choices[table.key] ?? null)),
    ],
  };
}

/** Everything that a module reports, with all rows and columns; for a workbook of all modules. */
export function wholeReportTables(report: ModuleReport): readonly ViewTable[] {
  const name = MODULE_NAMES[report.module];
  const tables = withHighlights(report)
    .tables.filter(({ rows }) => rows.length > 0)
    .map(tableOfReport);
  return [keyFigures(report), ...tables].map((table) => ({
    ...table,
    key: `${report.module} ${table.key}`,
    title: `${name}: ${table.title}`,
  }));
}
