import type { ReportTable } from '../reporting/module-report';
import { nameOfValue } from './report-words';
import type { TableShape } from './table-shape';

/** What of a table is shown: one figure of every group, all figures of a group or of a period, or all of it. */
export type TableChoice =
  | { readonly kind: 'figure'; readonly key: string }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'time'; readonly time: string | number }
  | { readonly kind: 'all' };

/** A choice with its name in the URL and its words. */
export interface OfferedChoice {
  readonly choice: TableChoice;
  readonly code: string;
  readonly label: string;
}

/** The choices of a table in lists; they are empty where there is nothing to choose. */
export interface OfferedChoices {
  readonly figures: readonly OfferedChoice[];
  readonly groups: readonly OfferedChoice[];
  readonly times: readonly OfferedChoice[];
  readonly all: OfferedChoice;
}

const ALL: OfferedChoice = { choice: { kind: 'all' }, code: 'all', label: 'All rows and columns' };

/** Periods of a table that is about several things at once: they are looked at one by one. */
function offeredTimes({ time, times, labels, layout }: TableShape): OfferedChoice[] {
  if (layout !== 'flat' || labels.length < 2 || times.length < 2 || time === null) return [];
  return times.map((value) => ({
    choice: { kind: 'time', time: value },
    code: String(value),
    label: nameOfValue(value, time.unit),
  }));
}

/** The choices that a table's shape allows. A group is named in the URL by its place among the groups. */
export function offeredChoices(shape: TableShape): OfferedChoices {
  const isAboutGroups = shape.layout !== 'flat' && shape.groups.length > 1;
  if (!isAboutGroups) return { figures: [], groups: [], times: offeredTimes(shape), all: ALL };
  return {
    times: [],
    figures:
      shape.layout === 'across'
        ? shape.figures.map(({ key, label }) => ({ choice: { kind: 'figure', key }, code: key, label }))
        : [],
    groups: shape.groups.map((group, index) => ({
      choice: { kind: 'group', group },
      code: `group-${index + 1}`,
      label: group,
    })),
    all: ALL,
  };
}

/** The group whose last figure is the largest. */
function largestGroup(table: ReportTable, { labels, figures }: TableShape): string | null {
  const label = labels[0]?.key ?? '';
  const figure = figures.at(-1)?.key ?? '';
  const sizeOf = (row: ReportTable['rows'][number]) => Number(row[figure] ?? 0);
  const [largest] = [...table.rows].sort((left, right) => sizeOf(right) - sizeOf(left));
  const name = largest?.[label];
  return typeof name === 'string' ? name : null;
}

/**
 * What a table starts with: everybody, where it has them; its largest group, where that is wanted or where
 * periods run down the page; else the figure that it leads to, the last one, which the others make up.
 */
function startingChoice(
  table: ReportTable,
  shape: TableShape,
  { figures, groups, times, all }: OfferedChoices,
  isGroupWanted: boolean,
): OfferedChoice {
  const everybody = groups.find(({ label }) => /^all staff/i.test(label));
  const figure = isGroupWanted ? undefined : figures.at(-1);
  const largest = largestGroup(table, shape);
  return everybody ?? figure ?? groups.find(({ label }) => label === largest) ?? times.at(-1) ?? all;
}

/** `<module> <table>`: tables that start with all figures of their largest group, not with one figure of all. */
const STARTING_WITH_GROUP: ReadonlySet<string> = new Set(['growth bridge']);

/**
 * The choice that the URL names, else the one that the table starts with.
 *
 * @param module that the table is of
 */
export function chosenOf(
  table: ReportTable,
  shape: TableShape,
  code: string | null,
  module = '',
): OfferedChoice {
  const offered = offeredChoices(shape);
  const known = [...offered.figures, ...offered.groups, ...offered.times, offered.all];
  return (
    known.find((candidate) => candidate.code === code) ??
    startingChoice(table, shape, offered, STARTING_WITH_GROUP.has(`${module} ${table.key}`))
  );
}

/** The rows that a choice leaves. */
export function chosenRows(
  table: ReportTable,
  { labels, time }: TableShape,
  choice: TableChoice,
): ReportTable['rows'] {
  if (choice.kind === 'time') return table.rows.filter((row) => row[time?.key ?? ''] === choice.time);
  const [label] = labels;
  if (choice.kind !== 'group' || label === undefined) return table.rows;
  return table.rows.filter((row) => row[label.key] === choice.group);
}
