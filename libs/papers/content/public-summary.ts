import { publishCount } from '#publication/disclosure';
import { column, heading, paragraph, tableOf, type Paper, type PaperBlock } from '../paper';
import type { PlanSnapshot } from '../plan-snapshot';
import { allStaff } from './figures.part';
import { identityOf, yearsOf } from './plan-paper';
import { answerTo, paragraphsOf, sectionByKey } from './section-tables';
import { day, whole, yearEnd } from './words';

/** What stands for a figure that is withheld. */
export const WITHHELD = 'c';

/** A figure as the public reads it: to the nearest 5, and withheld under 5. Null stays null. */
function publicFigure(value: number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const { value: rounded, status } = publishCount(Math.max(0, value));
  return rounded === null || status === 'c' ? WITHHELD : whole(rounded);
}

function leadOf({ document, sum }: PlanSnapshot): string {
  const group = allStaff(sum);
  const last = sum.years.at(-1);
  const closing = publicFigure(group?.lines.staffInPost.at(-1));
  const { name } = document.content.organisation;
  if (last === undefined || closing === null || closing === WITHHELD) {
    return `This is the workforce plan of ${name} in brief.`;
  }
  const opening = publicFigure(group?.lines.staffInPost[0]);
  const [first] = sum.years;
  const start =
    opening === null || opening === WITHHELD || first === undefined || first === last
      ? ''
      : ` On ${yearEnd(first.year)} it was the equivalent of about ${opening}.`;
  return `By ${yearEnd(last.year)}, the NHS organisations of ${name} plan to employ the equivalent of about ${closing} full-time staff.${start}`;
}

function staffTable({ sum }: PlanSnapshot): PaperBlock | null {
  const [first, last] = [sum.years[0], sum.years.at(-1)];
  if (first === undefined || last === undefined) return null;
  const rows = sum.staffGroups
    .filter(({ isLeaf, depth }) => isLeaf || depth === 0)
    .map(({ name, lines }) => ({
      name,
      start: publicFigure(lines.staffInPost[0]),
      end: publicFigure(lines.staffInPost.at(-1)),
      needed: publicFigure(lines.requirement.at(-1)),
    }));
  const columns = [
    column('name', 'Staff group'),
    ...(first === last ? [] : [column('start', `In post ${yearEnd(first.year)}`)]),
    column('end', `In post ${yearEnd(last.year)}`),
    column('needed', `Needed ${yearEnd(last.year)}`),
  ];
  return tableOf(['staff', 'Staff by group, whole-time equivalents to the nearest 5'], columns, rows);
}

function whatWeWillDo({ document }: PlanSnapshot): readonly PaperBlock[] {
  const definition = sectionByKey('summary');
  const field = definition.fields.find(({ key }) => key === 'publicSummary');
  const values = document.content.sections['summary']?.[0]?.values ?? {};
  const text = field === undefined ? null : answerTo(document, definition.key)(values, field);
  return text === null ? [] : [heading(1, 'What the plan says'), ...paragraphsOf(text)];
}

function commitments({ document }: PlanSnapshot): readonly PaperBlock[] {
  const definition = sectionByKey('service-commitments');
  const answer = answerTo(document, definition.key);
  const [commitment, statement] = ['commitment', 'statement'].map((key) =>
    definition.fields.find((field) => field.key === key),
  );
  if (commitment === undefined || statement === undefined) return [];
  const rows = (document.content.sections[definition.key] ?? []).map(({ values }) => ({
    commitment: answer(values, commitment),
    staff:
      values['statement'] === 'workforce-line'
        ? 'The plan changes staff for it'
        : 'No change of staff is needed',
  }));
  const table = tableOf(
    ['commitments', 'Services and staff'],
    [column('commitment', 'Service'), column('staff', 'What the plan says')],
    rows,
  );
  return table === null ? [] : [heading(1, 'Services'), table];
}

/**
 * The plan for the public, in plain English: no names of people, no figure of an organisation, every figure
 * by the rule of publication. Pure: the same for the same snapshot.
 */
export function publicSummary(snapshot: PlanSnapshot): Paper {
  const { document } = snapshot;
  const { organisation } = document.content;
  const table = staffTable(snapshot);
  const identity = identityOf(snapshot);
  const isFinal = ['regionally-agreed', 'published'].includes(document.state.code);
  return {
    ...identity,
    key: 'public-summary',
    title: `${organisation.name}: our workforce plan in brief`,
    subtitle: `For the years ${yearsOf(snapshot)}`,
    identity: [
      ['Version', String(document.version.version)],
      ['State', document.state.label],
      ['As at', day(identity.madeAt)],
    ],
    blocks: [
      paragraph(leadOf(snapshot), 'lead'),
      ...(isFinal ? [] : [paragraph('This version is not agreed yet and can still change.')]),
      ...whatWeWillDo(snapshot),
      heading(1, 'Staff'),
      ...(table === null ? [paragraph('There are no figures in this version.')] : [table]),
      ...commitments(snapshot),
      heading(1, 'How to read the figures'),
      paragraph(
        'A whole-time equivalent is the work of one person full time: two people who each work half time are one. Staff in post are employed; staff needed are what the planned work takes.',
      ),
      paragraph(
        `Figures are rounded to the nearest 5, each by itself, so parts need not add up to the total. ${WITHHELD} means that a figure is withheld because it is under 5. Bank and agency staff, general practice and social care are not counted.`,
      ),
    ],
  };
}
