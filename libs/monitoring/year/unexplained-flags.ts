import type { EntityManager } from 'typeorm';
import type { ComparedLine } from '../variance';
import { readMonitoredYears, type MonitoredYear } from './monitored-year.repository';
import { comparisonOf } from './year-comparison';
import { ALL_STAFF } from './variance-note.repository';

/** Variances of the last closed month of a year that are to be acted on and have no reason. */
export interface UnexplainedFlags {
  readonly organisationId: string;
  readonly scenario: MonitoredYear['scenario'];
  /** `YYYY-MM` */
  readonly month: string;
  readonly places: readonly { readonly staffGroup: string; readonly line: ComparedLine }[];
}

/** Of the latest monitored year of each organisation; those with nothing to explain are left out. */
export async function readUnexplainedFlags(
  manager: EntityManager,
  organisationIds: readonly string[],
): Promise<readonly UnexplainedFlags[]> {
  const found: UnexplainedFlags[] = [];
  for (const organisationId of organisationIds) {
    const year = (await readMonitoredYears(manager, organisationId)).at(-1);
    if (year === undefined) continue;
    const { months, closedMonths, staffGroups, notes } = await comparisonOf(manager, year, ALL_STAFF);
    const month = months[closedMonths - 1];
    if (month === undefined) continue;
    const isExplained = (staffGroup: string, line: string) =>
      notes.some((note) => note.staffGroup === staffGroup && note.line === line && note.month === month);
    const places = staffGroups.flatMap(({ code, flags }) =>
      (Object.keys(flags) as ComparedLine[])
        .filter((line) => flags[line] === 'act' && !isExplained(code, line))
        .map((line) => ({ staffGroup: code, line })),
    );
    if (places.length > 0) found.push({ organisationId, scenario: year.scenario, month, places });
  }
  return found;
}
