import type { RegisterListing } from '#assumptions';
import { MODULE_NAMES, type PlanningModule } from '#modules';
import type { Overview } from '#projections';
import { fieldText } from './explanation-view';
import { sourceOfOverview } from './overview-view';
import type { View, ViewTable } from './view';
import { column, tableOf } from './view-rows';

/** The key of a register's table among those of a module's page. */
export const registerTableKey = (register: string): string => `register-${register.replaceAll('.', '-')}`;

function entriesTable({ register, entries }: RegisterListing): ViewTable {
  const rows = entries.map(({ values, organisation, scenario, author, at, note }) => ({
    ...Object.fromEntries(
      register.fields.map(({ key }) => [
        `field-${key}`,
        values[key] === undefined || values[key] === '' ? null : fieldText(values[key]),
      ]),
    ),
    organisation: organisation?.name ?? null,
    scenario: scenario?.name ?? null,
    author,
    at,
    note,
  }));
  const columns = [
    ...register.fields.map(({ key, label }) => column(`field-${key}`, label)),
    column('organisation', 'Entered at'),
    column('scenario', 'Scenario'),
    column('author', 'By'),
    column('at', 'When'),
    column('note', 'Note'),
  ];
  return tableOf([registerTableKey(register.key), register.label], columns, rows);
}

/** The register entries of a module that are in force at a unit, each with its fields and where it comes from. */
export function registersView(
  module: PlanningModule,
  overview: Overview,
  listings: readonly RegisterListing[],
): View {
  return {
    key: `${module}-registers`,
    title: `${overview.organisation.name}: ${MODULE_NAMES[module]}, register entries`,
    source: { ...sourceOfOverview(overview), kind: 'assumptions' },
    notes: [],
    tables: listings.map(entriesTable),
  };
}
