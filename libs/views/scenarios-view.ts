import type { DifferentAssumption, ScenarioDifference } from '#assumptions';
import { COMPARED_LINES, lessBy, lineIn, type ComparedLine } from '#modules/report-layout';
import { registerByKey } from '#modules/register';
import type { ReportTable } from '#modules/reporting';
import type { Overview } from '#projections';
import { fieldText } from './explanation-view';
import { SCENARIO_COLUMNS, tableOfList, type ScenarioRow } from './lists';
import { sourceOfOverview } from './overview-view';
import { tableOfReport, type View, type ViewTable } from './view';
import { column, tableOf } from './view-rows';

/** What of a comparison is shown. */
export interface ScenarioFilters {
  readonly group: string;
  readonly line: ComparedLine;
}

/** Everything that a comparison is made of. */
export interface ScenarioMaterial {
  readonly tree: readonly ScenarioRow[];
  readonly overview: Overview;
  /** The projections beside it; the first is what it is held against. */
  readonly others: readonly Overview[];
  /** Null where nothing is compared. */
  readonly difference: ScenarioDifference | null;
}

const yearColumns = (years: Overview['years'], unit: 'number' | 'fte' | 'pounds') =>
  years.map(({ year, label }) => column(String(year), label, unit));

function byYear(years: Overview['years'], values: readonly (number | null)[]) {
  return Object.fromEntries(years.map(({ year }, index) => [String(year), values[index] ?? null]));
}

function sideTable({ overview, others }: ScenarioMaterial, { group, line }: ScenarioFilters): ViewTable {
  const { years } = overview;
  const rows = [overview, ...others].map(({ scenario, staffGroups }) => ({
    scenario: scenario.name,
    ...byYear(years, lineIn(staffGroups, group, line)),
  }));
  const columns = [
    column('scenario', 'Scenario'),
    ...yearColumns(years, line === 'pay-bill' ? 'pounds' : 'fte'),
  ];
  return tableOf(['side', `Side by side: ${COMPARED_LINES[line]}`], columns, rows);
}

function effectTable(overview: Overview, base: Overview, group: string): ViewTable {
  const { years } = overview;
  const rows = Object.entries(COMPARED_LINES).map(([line, label]) => ({
    line: line === 'pay-bill' ? `${label}, £` : label,
    ...byYear(
      years,
      lessBy(
        lineIn(overview.staffGroups, group, line as ComparedLine),
        lineIn(base.staffGroups, group, line as ComparedLine),
      ),
    ),
  }));
  const title = `Effect: ${overview.scenario.name} less ${base.scenario.name}`;
  return tableOf(['effect', title], [column('line', 'Line'), ...yearColumns(years, 'number')], rows);
}

/** Two rows for each assumption, one for each side; shares as fractions. */
function differenceTable({ assumptions, base, changed }: ScenarioDifference): ViewTable {
  const years = assumptions.find(({ parameter }) => parameter.perYear)?.years ?? [];
  const labels = years.length === 0 ? ['All years'] : years.map(({ label }) => label);
  const rowsOf = (each: DifferentAssumption): ReportTable['rows'] =>
    (
      [
        [base.name, each.base],
        [changed.name, each.changed],
      ] as const
    ).map(([scenario, cells]) => ({
      assumption: each.parameter.label,
      unit: each.parameter.unit,
      staffGroup: each.staffGroup.name,
      scenario,
      ...Object.fromEntries(labels.map((label, index) => [label, cells[index]?.value ?? null])),
    }));
  const columns = [
    column('assumption', 'Assumption'),
    column('unit', 'Unit'),
    column('staffGroup', 'Staff group'),
    column('scenario', 'Scenario'),
    ...labels.map((label) => column(label, label, 'number')),
  ];
  return tableOf(['difference', 'Difference of assumptions'], columns, assumptions.flatMap(rowsOf));
}

/** One row for each field of a register entry that differs, with both sides. */
function entriesTable({ entries, base, changed }: ScenarioDifference): ViewTable {
  const rows = entries.flatMap((entry) => {
    const definition = registerByKey(entry.register);
    const textOf = (side: typeof entry.base, key: string) =>
      side?.[key] === undefined ? null : fieldText(side[key]);
    return (definition?.fields ?? [])
      .map(({ key, label }) => ({
        register: definition?.label ?? entry.register,
        entry: entry.entryKey,
        organisation: entry.organisation?.name ?? null,
        field: label,
        base: textOf(entry.base, key),
        changed: textOf(entry.changed, key),
      }))
      .filter((row) => row.base !== row.changed);
  });
  const columns = [
    column('register', 'Register'),
    column('entry', 'Entry'),
    column('organisation', 'Organisation'),
    column('field', 'Field'),
    column('base', base.name),
    column('changed', changed.name),
  ];
  return tableOf(['entries', 'Difference of register entries'], columns, rows);
}

/** The scenarios of the round, and one beside others: what it assumes differently, what that does, and one line side by side. */
export function scenariosView(material: ScenarioMaterial, filters: ScenarioFilters): View {
  const { overview, others, difference, tree } = material;
  const [base] = others;
  return {
    key: 'scenarios',
    title: `${overview.organisation.name}: scenarios`,
    source: sourceOfOverview(overview),
    notes: ['Stock figures stand at 31 March of the financial year; money is the total of the year.'],
    tables: [
      tableOfReport(tableOfList({ key: 'tree', title: 'Scenarios of the round' }, SCENARIO_COLUMNS, tree)),
      ...(difference === null ? [] : [differenceTable(difference), entriesTable(difference)]),
      sideTable(material, filters),
      ...(base === undefined ? [] : [effectTable(overview, base, filters.group)]),
    ],
  };
}
