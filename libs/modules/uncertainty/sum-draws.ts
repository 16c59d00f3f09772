import { DrawTable } from '#engine';

import {
  HEADLINE_MEASURES,
  seriesOf,
  withTotal,
  type DrawRange,
  type HeadlineMeasure,
  type ProjectionDraws,
} from './projection-draws';

/** Draws that belong to different ranges, months or groups than they should. */
export class DrawsMismatchError extends Error {
  readonly code = 'draws-mismatch';

  constructor(message: string) {
    super(message);
    this.name = 'DrawsMismatchError';
  }
}

/** Months and staff groups (`all-staff` last) over which draws are summed. */
export type SumFrame = Pick<ProjectionDraws, 'months' | 'staffGroups'>;

/**
 * Where members can be summed: the months that all have, the staff groups of any, in the order of the
 * members.
 *
 * @throws DrawsMismatchError if there are no members, or they share no month.
 */
export function frameOfSum(members: readonly SumFrame[]): SumFrame {
  const [first, ...others] = members;
  if (first === undefined) throw new DrawsMismatchError('there are no draws to sum');
  return others.reduce(commonFrame, { months: first.months, staffGroups: first.staffGroups });
}

/** Numbers in the table of a sum over a frame. */
export function numbersOfSum({ months, staffGroups }: SumFrame, draws: number): number {
  return staffGroups.length * HEADLINE_MEASURES.length * months.length * draws;
}

/** Draws over a frame, all 0, or with the values given, which they then share. */
export function draftSum(frame: SumFrame, range: DrawRange, values?: Float64Array): ProjectionDraws {
  const series = frame.staffGroups.length * HEADLINE_MEASURES.length;
  const table = new DrawTable(series, frame.months.length, range.to - range.from, values);
  return { months: frame.months, staffGroups: frame.staffGroups, range, table };
}

/**
 * Adds a member draw by draw: what organisations share rises and falls together. Its numbers are rounded to
 * steps of which sums are exact: any order gives the same bits.
 *
 * @throws DrawsMismatchError if the member's draws are of another range
 */
export function addToSum(sum: ProjectionDraws, member: ProjectionDraws): void {
  addRounded(sum, member, 1);
}

/**
 * Takes a member off that was added before: to the bit the sum of the others.
 *
 * @throws DrawsMismatchError if the member's draws are of another range
 */
export function takeFromSum(sum: ProjectionDraws, member: ProjectionDraws): void {
  addRounded(sum, member, -1);
}

function addRounded(sum: ProjectionDraws, member: ProjectionDraws, sign: 1 | -1): void {
  assertSameRange(sum, member);
  forEachRow(member, sum, ({ row, measure, series, time }) =>
    sum.table.add(series, time, row, { step: stepOf(measure), sign }),
  );
}

/** 2^-16. */
const STEP_IN_POUNDS = 1 / 65_536;
/** 2^-30. */
const STEP_IN_PEOPLE = 1 / 1_073_741_824;

/** What is added up is rounded to whole steps; England stays far below 2^53 of them. */
function stepOf(measure: HeadlineMeasure): number {
  return measure === 'pay-bill' ? STEP_IN_POUNDS : STEP_IN_PEOPLE;
}

/** Sums draws in the order given. */
export function sumDraws(members: readonly ProjectionDraws[]): ProjectionDraws {
  const frame = frameOfSum(members);
  const sum = draftSum(frame, members[0]?.range ?? { from: 0, to: 0 });
  for (const member of members) addToSum(sum, member);
  return sum;
}

/**
 * Puts parts of a range together, in the order of their draws.
 *
 * @throws DrawsMismatchError if a draw is missing between them, or they are not of the same organisation.
 */
export function joinDraws(parts: readonly ProjectionDraws[]): ProjectionDraws {
  const ordered = [...parts].sort((left, right) => left.range.from - right.range.from);
  const [first] = ordered;
  if (first === undefined) throw new DrawsMismatchError('there are no draws to join');
  ordered.slice(1).forEach((part, index) => assertFollows(ordered[index] ?? first, part));
  const range = { from: first.range.from, to: ordered.at(-1)?.range.to ?? first.range.to };
  const table = new DrawTable(first.table.series, first.table.times, range.to - range.from);
  for (const part of ordered) {
    for (let row = 0; row < table.series * table.times; row += 1) {
      const source = part.table.values.subarray(row * part.table.draws, (row + 1) * part.table.draws);
      table.values.set(source, row * table.draws + part.range.from - range.from);
    }
  }
  return { ...first, range, table };
}

/** The draws at each 31 March (and no other month), what regional and national sums are made of. */
export function yearEndsOf(draws: ProjectionDraws): ProjectionDraws {
  return aligned(draws, {
    months: draws.months.filter((month) => month.endsWith('-03')),
    staffGroups: draws.staffGroups,
  });
}

/** Draws that came from another thread, where a table loses what it can do, made whole again. */
export function restoreDraws(draws: ProjectionDraws): ProjectionDraws {
  const { series, times, draws: count, values } = draws.table;
  return { ...draws, table: new DrawTable(series, times, count, values) };
}

function commonFrame(left: SumFrame, right: SumFrame): SumFrame {
  const months = left.months.filter((month) => right.months.includes(month));
  if (months.length === 0) throw new DrawsMismatchError('the draws to sum share no month');
  const codes = [...left.staffGroups, ...right.staffGroups].filter((code) => code !== withTotal([])[0]);
  return { months, staffGroups: withTotal([...new Set(codes)]) };
}

/** The draws laid out for a frame; as they are if they have it. A staff group without draws counts 0. */
function aligned(draws: ProjectionDraws, frame: SumFrame): ProjectionDraws {
  if (isSame(draws.months, frame.months) && isSame(draws.staffGroups, frame.staffGroups)) return draws;
  const { table } = draws;
  const moved = new DrawTable(
    frame.staffGroups.length * HEADLINE_MEASURES.length,
    frame.months.length,
    table.draws,
  );
  forEachRow(draws, frame, ({ row, series, time }) => moved.at(series, time).set(row));
  return { ...draws, ...frame, table: moved };
}

/** The draws of a series at a month of an organisation, with their place in a frame. */
interface PlacedRow {
  readonly row: Float64Array;
  readonly measure: HeadlineMeasure;
  readonly series: number;
  readonly time: number;
}

/** Visits the draws of every series and month of a frame that an organisation has, with their place in the frame. */
function forEachRow(draws: ProjectionDraws, frame: SumFrame, visit: (placed: PlacedRow) => void): void {
  const times = frame.months.map((month) => draws.months.indexOf(month));
  for (const code of draws.staffGroups) {
    for (const measure of HEADLINE_MEASURES) {
      const from = seriesOf(draws, code, measure);
      const to = seriesOf(frame, code, measure);
      times.forEach((time, place) =>
        visit({ row: draws.table.at(from, time), measure, series: to, time: place }),
      );
    }
  }
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((each, index) => each === right[index]);
}

function assertSameRange({ range }: ProjectionDraws, other: ProjectionDraws): void {
  if (range.from === other.range.from && range.to === other.range.to) return;
  throw new DrawsMismatchError(
    `draws ${other.range.from} to ${other.range.to} cannot be added to draws ${range.from} to ${range.to}`,
  );
}

function assertFollows(before: ProjectionDraws, part: ProjectionDraws): void {
  if (part.range.from !== before.range.to) {
    throw new DrawsMismatchError(
      `draws from ${part.range.from} do not follow on those before ${before.range.to}`,
    );
  }
  if (!isSame(before.months, part.months) || !isSame(before.staffGroups, part.staffGroups)) {
    throw new DrawsMismatchError('the parts to join differ in their months or staff groups');
  }
}
