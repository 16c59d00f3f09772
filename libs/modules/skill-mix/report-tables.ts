import type { ReportQuestion, ReportTable } from '../reporting/module-report';
import { sumOverSpan, type YearSpan } from '../reporting/year-spans';
import { NEW_ROLES } from './new-roles';
import type { ProgrammeSchedule } from './programme-schedule';
import type { FloorYear, SubstitutionEffects } from './substitution-effects';
import { teamMix } from './team-ratios';

/** Registered share and ratios of the clinical team, in post and required, at the opening and each 31 March. */
export function ratioTable(question: ReportQuestion, spans: readonly YearSpan[]): ReportTable {
  const months = [0, ...spans.map(({ to }) => to)];
  return {
    key: 'ratios',
    title: 'The clinical team',
    columns: [
      { key: 'month', label: 'At the end of', unit: 'month' },
      { key: 'basis', label: 'Basis', unit: 'text' },
      { key: 'registered', label: 'Registered, WTE', unit: 'fte' },
      { key: 'support', label: 'Support to clinical staff, WTE', unit: 'fte' },
      { key: 'doctors', label: 'Doctors, WTE', unit: 'fte' },
      { key: 'registeredShare', label: 'Registered share', unit: 'share' },
      { key: 'supportPerRegistered', label: 'Support for each registered WTE', unit: 'ratio' },
      { key: 'registeredPerDoctor', label: 'Registered WTE for each doctor', unit: 'ratio' },
    ],
    rows: months.flatMap((month) =>
      (['fte', 'requirement'] as const).map((measure) => ({
        month: question.output.months[month] ?? null,
        basis: measure === 'fte' ? 'In post' : 'Required',
        ...teamMix(question, measure, month),
      })),
    ),
  };
}

/** Requirement, what substitution changed of it, and how much of it staff in post meet. */
export function requirementTable({ input, output }: ReportQuestion, spans: readonly YearSpan[]): ReportTable {
  return {
    key: 'requirement-met',
    title: 'Requirement met by staff in post at 31 March',
    columns: [
      { key: 'staffGroup', label: 'Staff group', unit: 'text' },
      { key: 'year', label: 'Year', unit: 'financial-year' },
      { key: 'requirement', label: 'Requirement, WTE', unit: 'fte' },
      { key: 'skillMix', label: 'of it through substitution, WTE', unit: 'fte' },
      { key: 'inPost', label: 'In post, WTE', unit: 'fte' },
      { key: 'met', label: 'Requirement met', unit: 'share' },
    ],
    rows: output.staffGroups.flatMap(({ series }, index) =>
      spans.map(({ year, to }) => {
        const requirement = series.requirement[to] ?? 0;
        const inPost = series.fte[to] ?? 0;
        return {
          staffGroup: input.staffGroups[index]?.name ?? null,
          year,
          requirement,
          skillMix: series['requirement-skill-mix'][to] ?? 0,
          inPost,
          met: requirement > 0 ? inPost / requirement : null,
        };
      }),
    ),
  };
}

/** Substitutions by year: planned, allowed, cut off, and what the requirement covered costs instead. */
export function substitutionTable({ years }: SubstitutionEffects): ReportTable {
  return {
    key: 'substitutions',
    title: 'Substitutions and new roles',
    columns: [
      { key: 'name', label: 'Substitution', unit: 'text' },
      { key: 'role', label: 'Role', unit: 'text' },
      { key: 'of', label: 'Staff group', unit: 'text' },
      { key: 'by', label: 'Substitute group', unit: 'text' },
      { key: 'year', label: 'Year', unit: 'financial-year' },
      { key: 'planned', label: 'Planned at 31 March, WTE', unit: 'fte' },
      { key: 'allowed', label: 'Counted, WTE', unit: 'fte' },
      { key: 'cutOff', label: 'Cut off, WTE', unit: 'fte' },
      { key: 'covered', label: 'Requirement covered, WTE', unit: 'fte' },
      { key: 'costOfSubstitutes', label: 'Pay of the substitutes', unit: 'pounds' },
      { key: 'costOfCovered', label: 'Pay of the WTE they cover', unit: 'pounds' },
      { key: 'costChange', label: 'Change of cost', unit: 'pounds' },
    ],
    rows: years.map(({ substitution, year, plannedFte, allowedFte, coveredFte, ...cost }) => ({
      name: substitution.name,
      role: NEW_ROLES.find(({ code }) => code === substitution.role)?.label ?? null,
      of: substitution.of.group.name,
      by: substitution.by.group.name,
      year,
      planned: plannedFte,
      allowed: allowedFte,
      cutOff: plannedFte - allowedFte,
      covered: coveredFte,
      ...cost,
    })),
  };
}

/** Floors for the registered share beside the share required and in post. */
export function floorTable(floors: readonly FloorYear[]): ReportTable {
  return {
    key: 'floors',
    title: 'Registered share and its floor at 31 March',
    columns: [
      { key: 'staffGroup', label: 'Staff group with its substitutes', unit: 'text' },
      { key: 'year', label: 'Year', unit: 'financial-year' },
      { key: 'floor', label: 'Floor', unit: 'share' },
      { key: 'ofRequirement', label: 'Registered share of the requirement', unit: 'share' },
      { key: 'inPost', label: 'Registered share in post', unit: 'share' },
      { key: 'warning', label: 'Warning', unit: 'text' },
    ],
    rows: floors.map((floor) => ({
      staffGroup: floor.groups.map(({ group }) => group.name).join(', '),
      year: floor.year,
      floor: floor.floor,
      ofRequirement: floor.ofRequirement,
      inPost: floor.inPost,
      warning: floorWarning(floor),
    })),
  };
}

/** What is below its floor; null where nothing is. */
export function floorWarning({ floor, ofRequirement, inPost }: FloorYear): string | null {
  const slack = 1e-9;
  if (ofRequirement !== null && ofRequirement < floor - slack) return 'Requirement below the floor';
  if (inPost !== null && inPost < floor - slack) return 'Staff in post below the floor';
  return null;
}

/** Conversion programmes by year. */
export function programmeTable(
  schedules: readonly ProgrammeSchedule[],
  spans: readonly YearSpan[],
): ReportTable {
  return {
    key: 'programmes',
    title: 'Conversion programmes',
    columns: [
      { key: 'name', label: 'Programme', unit: 'text' },
      { key: 'from', label: 'From', unit: 'text' },
      { key: 'to', label: 'To', unit: 'text' },
      { key: 'year', label: 'Year', unit: 'financial-year' },
      { key: 'starts', label: 'Starts', unit: 'headcount' },
      { key: 'unmet', label: 'Starts not possible', unit: 'headcount' },
      { key: 'learners', label: 'Learners at 31 March', unit: 'headcount' },
      { key: 'completions', label: 'Completions', unit: 'headcount' },
    ],
    rows: schedules.flatMap(({ name, from, to, ...schedule }) =>
      spans.map((span) => ({
        name,
        from: from.group.name,
        to: to.group.name,
        year: span.year,
        starts: overMonths(schedule.starts, span),
        unmet: overMonths(schedule.unmetStarts, span),
        learners: schedule.learners[span.to] ?? 0,
        completions: overMonths(schedule.completions, span),
      })),
    ),
  };
}

/** Sum over a span of a flow that starts with the first simulated month. */
function overMonths(flow: readonly number[], span: YearSpan): number {
  return sumOverSpan([0, ...flow], span);
}

/** Roles with the staff groups in which they count. */
export function roleTable({ input }: ReportQuestion): ReportTable {
  return {
    key: 'roles',
    title: 'New roles and where they count',
    columns: [
      { key: 'role', label: 'Role', unit: 'text' },
      { key: 'staffGroups', label: 'Counts in', unit: 'text' },
      { key: 'band', label: 'Band', unit: 'text' },
      { key: 'reimbursement', label: 'Highest reimbursement of one WTE a year', unit: 'pounds' },
      { key: 'reimbursementYear', label: 'Reimbursement in', unit: 'financial-year' },
      { key: 'status', label: 'How sure', unit: 'text' },
    ],
    rows: (input.policy.newRoles ?? []).map((role) => ({
      role: role.label,
      staffGroups: role.staffGroups.join(', '),
      band: role.agendaForChangeBand === '' ? null : role.agendaForChangeBand,
      reimbursement: role.reimbursement?.pounds ?? null,
      reimbursementYear: role.reimbursement?.year ?? null,
      status: role.status,
    })),
  };
}
