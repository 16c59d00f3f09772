import type { SumOfRuns } from '#projections';
import {
  column,
  heading,
  paragraph,
  tableOf,
  tableOr,
  type PaperBlock,
  type PaperColumn,
  type PaperFigure,
  type PaperTable,
} from '../paper';
import type { PlanSnapshot } from '../plan-snapshot';
import { change, share, whole, yearEnd } from './words';

type Group = SumOfRuns['staffGroups'][number];

/** All staff: the first group of the tree; undefined where no run has figures. */
export const allStaff = ({ staffGroups }: SumOfRuns): Group | undefined => staffGroups[0];

/** The finding in a sentence: staff in post at the end, the change since the start, and the gap. */
export function sentenceOf({ document, sum }: PlanSnapshot): string {
  const { name } = document.content.organisation;
  const group = allStaff(sum);
  const [first, last] = [sum.years[0], sum.years.at(-1)];
  if (group === undefined || first === undefined || last === undefined) return withoutFigures(name);
  const { staffInPost, requirement } = group.lines;
  const [opening = null, closing = null] = [staffInPost[0], staffInPost.at(-1)];
  if (opening === null || closing === null) return withoutFigures(name);
  const gap = gapWords(group.gap.at(-1) ?? null, requirement.at(-1) ?? null);
  if (first === last) return `${name} plans ${whole(closing)} WTE in post at ${yearEnd(last.year)}${gap}`;
  return `By ${yearEnd(last.year)}, ${name} plans ${whole(closing)} WTE in post, ${moreOrFewer(opening, closing)} at ${yearEnd(first.year)}${gap}`;
}

const withoutFigures = (name: string): string => `${name} has no projected figures in this version.`;

function moreOrFewer(from: number, to: number): string {
  if (Math.abs(to - from) < 0.5) return 'the same as';
  const part = from > 0 ? ` (${share(Math.abs(to - from) / from)})` : '';
  return `${whole(Math.abs(to - from))} WTE${part} ${to > from ? 'more' : 'fewer'} than`;
}

function gapWords(gap: number | null, requirement: number | null): string {
  if (gap === null || requirement === null) return '.';
  if (Math.abs(gap) < 0.5) return `, which meets the requirement of ${whole(requirement)} WTE.`;
  const side = gap > 0 ? 'below' : 'above';
  return `, ${whole(Math.abs(gap))} WTE ${side} the requirement of ${whole(requirement)} WTE.`;
}

const yearColumns = ({ years }: SumOfRuns): readonly PaperColumn[] =>
  years.map(({ year, label }) => column(String(year), label, 'fte'));

function rowOf(sum: SumOfRuns, name: string, values: readonly (number | null)[]) {
  return {
    name,
    ...Object.fromEntries(sum.years.map(({ year }, place) => [String(year), values[place] ?? null])),
  };
}

/** Groups two levels deep at most: all staff, their parts, and the leaves that these are made of. */
function byGroup(
  sum: SumOfRuns,
  [key, title]: readonly [string, string],
  valuesOf: (group: Group) => readonly (number | null)[],
): PaperTable | null {
  const rows = sum.staffGroups
    .filter((group) => valuesOf(group).some((value) => value !== null))
    .map((group) =>
      rowOf(sum, `${'\u2003'.repeat(Math.max(0, group.depth - 1))}${group.name}`, valuesOf(group)),
    );
  return tableOf([key, title], [column('name', 'Staff group'), ...yearColumns(sum)], rows);
}

function supplyFigure(sum: SumOfRuns, group: Group): PaperFigure {
  const { staffInPost, requirement, establishment } = group.lines;
  const basis = group.establishmentBasis === 'assumed' ? 'Establishment (assumed)' : 'Funded establishment';
  const lines = [
    { label: 'Staff in post', values: staffInPost, dash: 'solid' as const },
    { label: 'Requirement', values: requirement, dash: 'dashed' as const },
    { label: basis, values: establishment, dash: 'dotted' as const },
  ].filter(({ values }) => values.some((value) => value !== null));
  const ends = lines.map(({ label, values }) => {
    const [from, to] = [values.find((value) => value !== null) ?? 0, values.at(-1) ?? null];
    return `${label.toLowerCase()} goes from ${whole(from)} to ${to === null ? 'no figure' : whole(to)} WTE`;
  });
  return {
    kind: 'figure',
    title: 'Staff in post, requirement and establishment of all staff at 31 March, WTE',
    alternative: `Line chart from ${sum.years[0]?.label ?? ''} to ${sum.years.at(-1)?.label ?? ''}: ${ends.join('; ')}. The table that follows has the figures.`,
    chart: { kind: 'lines', unit: 'WTE', years: sum.years.map(({ label }) => label), lines },
  };
}

function gapFigure(sum: SumOfRuns): PaperFigure | null {
  const bars = sum.staffGroups
    .filter(({ isLeaf, depth, gap }) => isLeaf && depth > 0 && Math.abs(gap.at(-1) ?? 0) >= 0.5)
    .map(({ name, gap }) => ({ label: name, value: gap.at(-1) ?? 0 }))
    .toSorted((left, right) => right.value - left.value);
  const last = sum.years.at(-1);
  if (bars.length === 0 || last === undefined) return null;
  const widest = bars[0];
  return {
    kind: 'figure',
    title: `Gap by staff group at ${yearEnd(last.year)}, WTE (requirement less staff in post)`,
    alternative: `Bar chart of ${bars.length} staff groups. The widest gap is ${whole(widest?.value ?? 0)} WTE, ${widest?.label ?? ''}. The table that follows has the figures.`,
    chart: { kind: 'bars', unit: 'WTE', bars },
  };
}

/** Charts and tables of staff in post, requirement, establishment and gap. */
export function figuresPart({ sum }: PlanSnapshot): readonly PaperBlock[] {
  const group = allStaff(sum);
  if (group === undefined) return [];
  const gaps = gapFigure(sum);
  return [
    heading(1, 'Staff in post and what the work needs'),
    supplyFigure(sum, group),
    tableOr(
      byGroup(
        sum,
        ['staff-in-post', 'Staff in post at 31 March by staff group (WTE)'],
        ({ lines }) => lines.staffInPost,
      ),
      'No run has figures of staff in post.',
    ),
    paragraph(
      'The first year is an estimate: the baseline carried forward to the start of the plan.',
      'note',
    ),
    heading(1, 'Gap'),
    paragraph('The gap is the requirement less staff in post, before bank and agency.'),
    ...(gaps === null ? [] : [gaps]),
    tableOr(
      byGroup(sum, ['gap', 'Gap at 31 March by staff group (WTE)'], (each) => each.gap),
      'No requirement is loaded, so no gap can be shown.',
    ),
  ];
}

/** How the opening becomes the closing, as a chart and as a table. */
export function bridgePart({ sum }: PlanSnapshot): readonly PaperBlock[] {
  const { bridge } = sum;
  if (bridge === null) return [];
  const { opening, parts, closing } = bridge;
  const gains = parts.filter(({ value }) => value > 0).reduce((total, { value }) => total + value, 0);
  const losses = parts.filter(({ value }) => value < 0).reduce((total, { value }) => total + value, 0);
  const columns = [column('part', 'What changes it'), column('wte', 'WTE', 'fte')];
  const rows = [
    { part: opening.label, wte: opening.value },
    ...parts.map(({ label, value }) => ({ part: label, wte: value })),
    { part: closing.label, wte: closing.value },
  ];
  return [
    heading(1, 'What changes staff in post'),
    {
      kind: 'figure',
      title: `From ${whole(opening.value)} WTE on ${opening.label} to ${whole(closing.value)} WTE on ${closing.label}`,
      alternative: `Bridge chart of all staff: joiners and other gains add ${whole(gains)} WTE, leavers and other losses take ${whole(-losses)} WTE, which makes ${change(closing.value - opening.value)} WTE. The table that follows has each part.`,
      chart: { kind: 'bridge', opening, parts, closing },
    },
    tableOr(
      tableOf(['bridge', 'Opening, changes and closing of all staff (WTE)'], columns, rows),
      'There is no bridge.',
    ),
    paragraph('The parts and the opening add up to the closing; figures are rounded for reading.', 'note'),
  ];
}
