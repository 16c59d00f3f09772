import type { RegisterListing } from '#assumptions';
import type { ModuleReport } from '#modules/reporting';
import type { Overview } from '#projections';
import { enteredTable, type GridSet } from './assumptions-view';
import { fieldText } from './explanation-view';
import { overviewView, staffGroupTable, type OverviewMaterial } from './overview-view';
import { wholeReportTables } from './report-view';
import type { View, ViewTable } from './view';
import { column, tableOf } from './view-rows';

/** Everything that a plan's workbook is made of. */
export interface PlanMaterial extends OverviewMaterial {
  /** Of an organisation that is projected itself; empty for a sum. */
  readonly reports: readonly ModuleReport[];
  /** Of the organisations in a sum that the person may see; empty for an organisation. */
  readonly organisations: readonly Overview[];
  /** Organisations of the sum that are left out of the tables by organisation. */
  readonly leftOut: number;
  readonly grids: GridSet;
  readonly registers: readonly RegisterListing[];
}

/** Staff groups by year of each organisation, one below the other. */
function byOrganisationTable(organisations: readonly Overview[]): ViewTable | null {
  if (organisations.length === 0) return null;
  const tables = organisations.map((each) => ({
    name: each.organisation.name,
    table: staffGroupTable(each, 'all'),
  }));
  const columns = [column('organisation', 'Organisation'), ...(tables[0]?.table.columns ?? [])];
  return {
    key: 'staff-groups-by-organisation',
    title: 'Staff groups by organisation and year',
    columns,
    rows: tables.flatMap(({ name, table }) =>
      table.rows.map((row) => [{ value: name, unit: 'text' as const }, ...row]),
    ),
  };
}

function registerTable(registers: readonly RegisterListing[]): ViewTable {
  const rows = registers.flatMap(({ register, entries }) =>
    entries.flatMap((entry) =>
      register.fields
        .filter(({ key }) => (entry.values[key] ?? '') !== '')
        .map(({ key, label }) => ({
          register: register.label,
          entry: entry.entryKey,
          field: label,
          value: fieldText(entry.values[key]),
          organisation: entry.organisation?.name ?? null,
          scenario: entry.scenario?.name ?? null,
          author: entry.author,
          at: entry.at,
          note: entry.note,
        })),
    ),
  );
  const columns = [
    column('register', 'Register'),
    column('entry', 'Entry'),
    column('field', 'Field'),
    column('value', 'Value'),
    column('organisation', 'Entered at'),
    column('scenario', 'Scenario'),
    column('author', 'By'),
    column('at', 'When'),
    column('note', 'Note'),
  ];
  return tableOf(['registers', 'Register entries'], columns, rows);
}

function notesOf({ overview, reports, leftOut }: PlanMaterial): readonly string[] {
  if (overview.result?.kind === 'run') return reports.flatMap(({ notes }) => notes);
  return [
    'Tables of the planning modules are of single organisations: open an organisation and download its workbook.',
    ...(leftOut === 0
      ? []
      : [`${leftOut} organisations are in the totals and not in the table by organisation.`]),
  ];
}

/** The whole plan: overview, every module's tables, what was entered, register entries. */
export function planView(material: PlanMaterial): View {
  const overview = overviewView(material, { lines: 'all' });
  const byOrganisation = byOrganisationTable(material.organisations);
  return {
    ...overview,
    key: 'plan',
    title: `${material.overview.organisation.name}: ${material.overview.scenario.name}, whole plan`,
    notes: [...new Set([...overview.notes, ...notesOf(material)])],
    tables: [
      ...overview.tables,
      ...(byOrganisation === null ? [] : [byOrganisation]),
      ...material.reports.flatMap(wholeReportTables),
      enteredTable(material.grids),
      registerTable(material.registers),
    ],
  };
}
