import { column, heading, paragraph, tableOf, tableOr, type PaperBlock } from '../paper';
import type { PlanSnapshot } from '../plan-snapshot';
import { listTable, sectionByKey } from './section-tables';
import { financialYear } from './words';

/** Staff who rest on money that is not certain or ends: the lines, and what is secured by year. */
export function contingentPart({ document }: PlanSnapshot): readonly PaperBlock[] {
  const definition = sectionByKey('contingent-lines');
  const lines = listTable(document, definition, document.content.sections[definition.key] ?? []);
  const title = heading(1, 'Contingent lines');
  if (lines === null)
    return [title, paragraph('No line of the plan rests on money that is not certain or ends.')];
  const { years, secured, atRisk } = document.content.checks.contingent;
  const columns = [
    column('line', 'WTE'),
    ...years.map((year) => column(String(year), financialYear(year), 'fte')),
  ];
  const row = (line: string, values: readonly number[]) => ({
    line,
    ...Object.fromEntries(years.map((year, place) => [String(year), values[place] ?? null])),
  });
  return [
    title,
    paragraph(definition.description, 'note'),
    lines,
    tableOr(
      tableOf(['contingent-by-year', 'Contingent lines by year, secured and at risk (WTE)'], columns, [
        row('Secured', secured),
        row('At risk', atRisk),
      ]),
      '',
    ),
  ];
}
