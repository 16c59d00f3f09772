import { monthNumber, type Timeline } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import { registerRows, type RegisterRow } from '../register/register-rows';
import { ROTATIONAL_POSTS } from './rotational-posts.register';

/** Calendar months, January as 0, in which each kind of rotation falls. */
const ROTATION_MONTHS: Readonly<Record<string, readonly number[]>> = {
  'august-and-february': [7, 1],
  august: [7],
  'august-december-and-april': [7, 11, 3],
};
const APRIL = 3;
const MONTHS_A_YEAR = 12;

/** Posts of one entry by month, the baseline first. FTE and people. */
export interface RotationalPosts {
  readonly row: RegisterRow;
  readonly posts: readonly number[];
  readonly filled: readonly number[];
  readonly headcount: readonly number[];
}

/** Entries of a group whose trainees work here: they count here, whoever employs them. */
export function hostedHere(
  staffGroup: string,
  input: Pick<ProjectionInput, 'registers'>,
): readonly RegisterRow[] {
  return registerRows(input, ROTATIONAL_POSTS).filter(
    (row) => row.text('staffGroup') === staffGroup && !row.has('host'),
  );
}

/**
 * Posts, and posts x fill rate, at each month end: in force is the year of the latest rotation. Nobody
 * leaves by a rate. Source: projection model, section 2, Rotational trainees.
 */
export function rotationalPosts(row: RegisterRow, timeline: Timeline): RotationalPosts {
  const rotation = ROTATION_MONTHS[row.optionalText('rotation') ?? 'august-and-february'] ?? [];
  const years = timeline.monthEnds.map((month) => yearOfLatestRotation(monthNumber(month), rotation));
  const posts = row.byYear('posts', years).map((fte) => fte ?? 0);
  const fill = row.byYear('fillRate', years);
  const filled = posts.map((fte, month) => fte * (fill[month] ?? 0));
  const ftePerHead = row.optionalNumber('ftePerHead') ?? 1;
  return { row, posts, filled, headcount: filled.map((fte) => fte / ftePerHead) };
}

/** Calendar year in which the financial year of the latest rotation begins. */
function yearOfLatestRotation(month: number, rotation: readonly number[]): number {
  let latest = month;
  while (!rotation.includes(latest % MONTHS_A_YEAR)) latest -= 1;
  return Math.floor((latest - APRIL) / MONTHS_A_YEAR);
}
