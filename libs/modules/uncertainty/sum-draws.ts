import { DrawTable } from '#engine';

import { HEADLINE_MEASURES, seriesOf, withTotal, type ProjectionDraws } from './projection-draws';

/** Draws that belong to different ranges, months or groups than they should. */
export class DrawsMismatchError extends Error {
  readonly code = 'draws-mismatch';

  constructor(message: string) {
    super(message);
    this.name = 'DrawsMismatchError';
  }
}

/**
 * Sums the draws of organisations, or of systems, draw by draw: what they share rises and falls together.
 * Members are added in the order in which they come, so that the same order gives the same bits, and only
 * one is held at a time. The sum begins where all members have values and has the staff groups of any.
 */
export class DrawSum {
  private sum: ProjectionDraws | null = null;

  /** @throws DrawsMismatchError if the draws are of another range, or share no month with those before. */
  add(member: ProjectionDraws): void {
    if (this.sum === null) {
      this.sum = { ...member, table: copyOf(member.table) };
      return;
    }
    assertSameRange(this.sum, member);
    const frame = commonFrame(this.sum, member);
    this.sum = aligned(this.sum, frame);
    this.sum.table.add(aligned(member, frame).table);
  }

  /** The sum so far. @throws DrawsMismatchError if nothing was added. */
  get total(): ProjectionDraws {
    if (this.sum === null) throw new DrawsMismatchError('there are no draws to sum');
    return this.sum;
  }
}

/** Sums draws in the order given. */
export function sumDraws(members: Iterable<ProjectionDraws>): ProjectionDraws {
  const sum = new DrawSum();
  for (const member of members) sum.add(member);
  return sum.total;
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

type Frame = Pick<ProjectionDraws, 'months' | 'staffGroups'>;

function commonFrame(left: ProjectionDraws, right: ProjectionDraws): Frame {
  const months = left.months.filter((month) => right.months.includes(month));
  if (months.length === 0) throw new DrawsMismatchError('the draws to sum share no month');
  const codes = [...left.staffGroups, ...right.staffGroups].filter((code) => code !== withTotal([])[0]);
  return { months, staffGroups: withTotal([...new Set(codes)]) };
}

/** The draws laid out for a frame; as they are if they have it. A staff group without draws counts 0. */
function aligned(draws: ProjectionDraws, frame: Frame): ProjectionDraws {
  if (isSame(draws.months, frame.months) && isSame(draws.staffGroups, frame.staffGroups)) return draws;
  const { table } = draws;
  const moved = new DrawTable(
    frame.staffGroups.length * HEADLINE_MEASURES.length,
    frame.months.length,
    table.draws,
  );
  const times = frame.months.map((month) => draws.months.indexOf(month));
  for (const code of draws.staffGroups) {
    for (const measure of HEADLINE_MEASURES) {
      const from = seriesOf(draws, code, measure);
      const to = seriesOf(frame, code, measure);
      times.forEach((time, place) => moved.at(to, place).set(table.at(from, time)));
    }
  }
  return { ...draws, ...frame, table: moved };
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((each, index) => each === right[index]);
}

function copyOf(table: DrawTable): DrawTable {
  const copy = new DrawTable(table.series, table.times, table.draws);
  copy.values.set(table.values);
  return copy;
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
