import { SECTION_PARTS, sectionsOf, WARNING_REASONS, type SectionDefinition } from '#plans';
import { heading, paragraph, type PaperBlock } from '../paper';
import type { PlanSnapshot } from '../plan-snapshot';
import { listTable, recordBlocks } from './section-tables';

/** Sections that have a part of their own elsewhere in the paper. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  WARNING_REASONS,
  'contingent-lines',
  'summary',
  'organisations',
]);

/** Everything that people wrote, by the parts of the plan; sections without anything are left out. */
export function sectionsPart({ document }: PlanSnapshot): readonly PaperBlock[] {
  return SECTION_PARTS.flatMap(({ code, label }) => {
    const sections = sectionsOf('system-plan')
      .filter(({ key, part }) => part === code && !ELSEWHERE.has(key))
      .flatMap((definition) => sectionBlocks(document, definition, label));
    return sections.length === 0 ? [] : [heading(1, label), ...sections];
  });
}

function sectionBlocks(
  document: PlanSnapshot['document'],
  definition: SectionDefinition,
  partLabel: string,
): readonly PaperBlock[] {
  const entries = document.content.sections[definition.key] ?? [];
  const [first] = entries;
  if (first === undefined) return [];
  // A part of one section of the same name needs no second heading.
  const title = definition.label === partLabel ? [] : [heading(2, definition.label)];
  if (definition.shape === 'record') {
    const blocks = recordBlocks(document, definition, first.values);
    return blocks.length === 0 ? [] : [...title, ...blocks];
  }
  const table = listTable(document, definition, entries);
  return table === null ? [] : [...title, paragraph(definition.description, 'note'), table];
}
