import type { CompileContext } from '../compilation';
import { registerRows, type RegisterRow } from '../register/register-rows';
import type { ReportTable } from '../reporting/module-report';
import type { PlanYear } from '../reporting/plan-years';
import { column, STAFF_GROUP_COLUMN, YEAR_COLUMN } from '../reporting/report-columns';
import { ROTATIONAL_POSTS } from './rotational-posts.register';
import { rotationalPosts } from './rotational-trainees';

/** Training posts at 31 March by programme and grade: filled and vacant, employer and host apart. */
export function rotationalTable(context: CompileContext, years: readonly PlanYear[]): ReportTable {
  return {
    key: 'rotational-trainees',
    title: 'Rotational trainees at 31 March by post and fill rate',
    columns: [
      column('programme', 'Programme', 'text'),
      column('grade', 'Grade', 'text'),
      STAFF_GROUP_COLUMN,
      YEAR_COLUMN,
      column('posts', 'Posts', 'fte'),
      column('filled', 'Filled', 'fte'),
      column('vacant', 'Vacant', 'fte'),
      column('fillRate', 'Fill rate', 'share'),
      column('headcount', 'Headcount', 'headcount'),
      column('employer', 'Employer', 'text'),
      column('host', 'Host', 'text'),
    ],
    rows: registerRows(context.input, ROTATIONAL_POSTS).flatMap((row) => {
      const { posts, filled, headcount } = rotationalPosts(row, context.timeline);
      return years.map(({ year, to }) => ({
        programme: row.text('programme'),
        grade: gradeOf(row),
        staffGroup: nameOf(row.text('staffGroup'), context),
        year,
        posts: posts[to] ?? 0,
        filled: filled[to] ?? 0,
        vacant: (posts[to] ?? 0) - (filled[to] ?? 0),
        fillRate: (posts[to] ?? 0) > 0 ? (filled[to] ?? 0) / (posts[to] ?? 0) : null,
        headcount: headcount[to] ?? 0,
        employer: employerOf(row, context),
        host: hostOf(row, context),
      }));
    }),
  };
}

/** The employer's view: trainees by employer and host, WTE at 31 March; only those hosted here count here. */
export function employersTable(context: CompileContext, years: readonly PlanYear[]): ReportTable {
  const places = new Map<string, RegisterRow[]>();
  for (const row of registerRows(context.input, ROTATIONAL_POSTS)) {
    const place = `${employerOf(row, context)} at ${hostOf(row, context)}`;
    places.set(place, [...(places.get(place) ?? []), row]);
  }
  return {
    key: 'employers',
    title: 'Rotational trainees by employer and host',
    columns: [
      column('employer', 'Employer', 'text'),
      column('host', 'Host', 'text'),
      YEAR_COLUMN,
      column('filled', 'WTE at 31 March', 'fte'),
      column('counted', 'Of which counted here', 'fte'),
    ],
    rows: [...places.values()].flatMap((rows) => placeRows(rows, context, years)),
  };
}

function placeRows(
  rows: readonly RegisterRow[],
  context: CompileContext,
  years: readonly PlanYear[],
): ReportTable['rows'] {
  const [first] = rows;
  if (first === undefined) return [];
  const posts = rows.map((row) => rotationalPosts(row, context.timeline));
  return years.map(({ year, to }) => {
    const filled = posts.reduce((sum, each) => sum + (each.filled[to] ?? 0), 0);
    return {
      employer: employerOf(first, context),
      host: hostOf(first, context),
      year,
      filled,
      counted: first.has('host') ? 0 : filled,
    };
  });
}

function employerOf(row: RegisterRow, { input }: CompileContext): string {
  return row.optionalText('leadEmployer') ?? input.organisation.code;
}

function hostOf(row: RegisterRow, { input }: CompileContext): string {
  return row.optionalText('host') ?? input.organisation.code;
}

function gradeOf(row: RegisterRow): string {
  const field = ROTATIONAL_POSTS.fields.find(({ key }) => key === 'grade');
  const choices = field?.kind === 'choice' ? field.choices : [];
  return choices.find(({ code }) => code === row.text('grade'))?.label ?? row.text('grade');
}

function nameOf(code: string, { input }: CompileContext): string {
  return input.staffGroups.find((group) => group.code === code)?.name ?? code;
}
