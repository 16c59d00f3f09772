import { registerRows, type RegisterRow } from '../register/register-rows';
import type { ReportQuestion, ReportTable } from '../reporting/module-report';
import type { PlanYear } from '../reporting/plan-years';
import { column, STAFF_GROUP_COLUMN, YEAR_COLUMN } from '../reporting/report-columns';
import { headcountBridge } from './report';
import type { RequirementPart } from './requirement';
import type { GroupRequirement } from './requirements';
import {
  COMMITMENTS_TO_ANSWER,
  SERVICE_COMMITMENT_LINES,
  SERVICE_COMMITMENTS,
} from './service-commitments.register';
import { WORKLOAD_STANDARDS } from './workload-standards.register';

type Row = ReportTable['rows'][number];

function nameOf({ input }: ReportQuestion, code: string): string {
  return input.staffGroups.find((group) => group.code === code)?.name ?? code;
}

/** Opening + joiners - leavers + conversions in - conversions out = closing, by group and year. Headcount. */
export function bridgeTable(question: ReportQuestion, years: readonly PlanYear[]): ReportTable {
  return {
    key: 'bridge',
    title: 'Opening, joiners, leavers, conversions and closing',
    columns: [
      STAFF_GROUP_COLUMN,
      YEAR_COLUMN,
      column('opening', 'Opening', 'headcount'),
      column('joiners', 'Joiners', 'headcount'),
      column('leavers', 'Leavers', 'headcount'),
      column('plannedExits', 'Planned exits', 'headcount'),
      column('movesIn', 'Conversions and promotions in', 'headcount'),
      column('movesOut', 'Conversions and promotions out', 'headcount'),
      column('closing', 'Closing', 'headcount'),
    ],
    rows: question.output.staffGroups.flatMap(({ code, series }) =>
      years.map((span): Row => {
        const { opening, parts, closing } = headcountBridge(series, span);
        const sum = (isPart: (code: string) => boolean): number =>
          parts.filter((part) => isPart(part.code)).reduce((total, { value }) => total + value, 0);
        return {
          staffGroup: nameOf(question, code),
          year: span.year,
          opening,
          joiners: sum((part) => part.startsWith('joiners-')),
          leavers: -sum((part) => part.startsWith('exits-') && part !== 'exits-planned'),
          plannedExits: -sum((part) => part === 'exits-planned'),
          movesIn: sum((part) => part === 'moves-in'),
          movesOut: -sum((part) => part === 'moves-out'),
          closing,
        };
      }),
    ),
  };
}

/** Funded posts, requirement and WTE in post at each 31 March. */
export function postsTable(question: ReportQuestion, years: readonly PlanYear[]): ReportTable {
  return {
    key: 'posts',
    title: 'Funded establishment, requirement and WTE in post at 31 March',
    columns: [
      STAFF_GROUP_COLUMN,
      YEAR_COLUMN,
      column('establishment', 'Funded establishment', 'fte'),
      column('requirement', 'Requirement', 'fte'),
      column('inPost', 'WTE in post', 'fte'),
      column('vacancyRate', 'Vacancy rate', 'share'),
      column('gap', 'Requirement less WTE in post', 'fte'),
    ],
    rows: question.output.staffGroups.flatMap(({ code, series }) =>
      years.map(({ year, to }): Row => {
        const posts = series.establishment[to] ?? 0;
        const inPost = series.fte[to] ?? 0;
        const requirement = series.requirement[to] ?? 0;
        return {
          staffGroup: nameOf(question, code),
          year,
          establishment: posts,
          requirement,
          inPost,
          vacancyRate: posts > 0 ? (posts - inPost) / posts : null,
          gap: requirement - inPost,
        };
      }),
    ),
  };
}

/** How the requirement at each 31 March comes about; the parts sum to it. */
export function requirementTable(
  question: ReportQuestion,
  requirements: readonly GroupRequirement[],
  years: readonly PlanYear[],
): ReportTable {
  return {
    key: 'requirement',
    title: 'How the requirement at 31 March comes about',
    columns: [
      STAFF_GROUP_COLUMN,
      YEAR_COLUMN,
      column('commitments', 'Service commitments', 'fte'),
      column('standards', 'Workload standards', 'fte'),
      column('other', 'Other work', 'fte'),
      column('productivity', 'Productivity', 'fte'),
      column('schemes', 'Time released by schemes', 'fte'),
      column('skillMix', 'Skill mix', 'fte'),
      column('requirement', 'Requirement', 'fte'),
    ],
    rows: requirements.flatMap(({ start, requirement }, index) =>
      years.map(({ year, to }): Row => {
        const sum = (kind: RequirementPart['kind']): number =>
          requirement.parts
            .filter((part) => part.kind === kind)
            .reduce((total, { beforeProductivity }) => total + (beforeProductivity[to] ?? 0), 0);
        const before = requirement.beforeProductivity[to] ?? 0;
        const after = before / (requirement.productivity[to] ?? 1);
        const required = requirement.required[to] ?? 0;
        const final = question.output.staffGroups[index]?.series.requirement[to] ?? required;
        return {
          staffGroup: start.group.name,
          year,
          commitments: sum('commitment'),
          standards: sum('workload-standard'),
          other: sum('other'),
          productivity: after - before,
          schemes: required - after,
          skillMix: final - required,
          requirement: final,
        };
      }),
    ),
  };
}

/** Each service commitment: its line by group and year, its nil, or that it has neither. */
export function commitmentTable(
  question: ReportQuestion,
  requirements: readonly GroupRequirement[],
  years: readonly PlanYear[],
): ReportTable {
  const rows = registerRows(question.input, SERVICE_COMMITMENT_LINES);
  const answered = new Set(rows.map((row) => row.text('commitment')));
  const unanswered = COMMITMENTS_TO_ANSWER.filter(({ code }) => !answered.has(code));
  return {
    key: 'commitments',
    title: 'Service commitments',
    columns: [
      column('commitment', 'Service commitment', 'text'),
      STAFF_GROUP_COLUMN,
      column('statement', 'Statement', 'text'),
      YEAR_COLUMN,
      column('share', "Share of the group's work at the baseline", 'share'),
      column('opening', 'WTE at the baseline', 'fte'),
      column('requirement', 'WTE at 31 March, after productivity', 'fte'),
      column('basis', 'Basis', 'text'),
    ],
    rows: [
      ...rows.flatMap((row) => commitmentRows(row, question, requirements, years)),
      ...unanswered.map(({ label }) => withoutLine(label, null, 'Neither a line nor a stated nil', null)),
    ],
  };
}

function commitmentRows(
  row: RegisterRow,
  question: ReportQuestion,
  requirements: readonly GroupRequirement[],
  years: readonly PlanYear[],
): readonly Row[] {
  const label = SERVICE_COMMITMENTS.find(({ code }) => code === row.text('commitment'))?.label ?? '';
  const code = row.optionalText('staffGroup');
  const staffGroup = code === null ? 'All staff groups' : nameOf(question, code);
  const basis = row.optionalText('reason');
  if (row.text('statement') === 'stated-nil') return [withoutLine(label, staffGroup, 'Stated nil', basis)];
  const { fte } = partOf(row, 'commitment', requirements);
  return years.map(({ year, to }) => ({
    commitment: label,
    staffGroup,
    statement: 'Workforce line',
    year,
    share: row.number('share'),
    opening: fte(0),
    requirement: fte(to),
    basis,
  }));
}

function withoutLine(
  commitment: string,
  staffGroup: string | null,
  statement: string,
  basis: string | null,
): Row {
  return {
    commitment,
    staffGroup,
    statement,
    year: null,
    share: null,
    opening: null,
    requirement: null,
    basis,
  };
}

/** Activity under a workload standard by year. */
export function standardTable(
  question: ReportQuestion,
  requirements: readonly GroupRequirement[],
  years: readonly PlanYear[],
): ReportTable {
  return {
    key: 'workload-standards',
    title: 'Activity by workload standard',
    columns: [
      column('activity', 'Activity', 'text'),
      STAFF_GROUP_COLUMN,
      YEAR_COLUMN,
      column('units', 'Units of activity', 'number'),
      column('share', "Share of the group's work in place of which it stands", 'share'),
      column('requirement', 'WTE at 31 March, after productivity', 'fte'),
    ],
    rows: registerRows(question.input, WORKLOAD_STANDARDS).flatMap((row) => {
      const { fte } = partOf(row, 'workload-standard', requirements);
      const units = row.byYear(
        'units',
        years.map(({ year }) => year),
      );
      return years.map(({ year, to }, index) => ({
        activity: row.text('activity'),
        staffGroup: nameOf(question, row.text('staffGroup')),
        year,
        units: units[index] ?? null,
        share: row.number('share'),
        requirement: fte(to),
      }));
    }),
  };
}

/** WTE of an entry's part of the requirement at a month end, after productivity. */
function partOf(
  row: RegisterRow,
  kind: RequirementPart['kind'],
  requirements: readonly GroupRequirement[],
): { readonly fte: (month: number) => number } {
  const group = requirements.find(({ start }) => start.group.code === row.text('staffGroup'))?.requirement;
  const part = group?.parts.find((each) => each.kind === kind && each.entry === row.id);
  return {
    fte: (month) => (part?.beforeProductivity[month] ?? 0) / (group?.productivity[month] ?? 1),
  };
}
