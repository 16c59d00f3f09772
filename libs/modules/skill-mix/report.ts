import { projectionContext } from '../compilation';
import type { ModuleReport, ReportFigure, ReportModule, ReportQuestion } from '../reporting/module-report';
import { yearSpans, type YearSpan } from '../reporting/year-spans';
import { programmeSchedules, type ProgrammeSchedule } from './programme-schedule';
import {
  floorTable,
  floorWarning,
  programmeTable,
  ratioTable,
  requirementTable,
  roleTable,
  substitutionTable,
} from './report-tables';
import { substitutionEffects, type SubstitutionEffects } from './substitution-effects';
import { teamMix } from './team-ratios';
import { financialYearLabel } from '../report-layout/financial-year';

/** Notices of skill mix that the report repeats. */
const OWN_NOTICES: ReadonlySet<string> = new Set([
  'conversions-unmet',
  'programme-starts-unmet',
  'substitution-limited',
  'substitution-by-itself',
  'role-counts-elsewhere',
]);

/**
 * Skill mix: ratios of the clinical team, requirement met, substitutions with what the floor cuts off and
 * what they cost instead, floors, conversion programmes with starts that were not possible, new roles.
 */
export const skillMixReport: ReportModule = (question): ModuleReport => {
  const { part: context } = projectionContext(question.input);
  const spans = yearSpans(context.timeline);
  const effects = substitutionEffects(question.output, context, spans);
  const schedules = programmeSchedules(context).part;
  return {
    module: 'skill-mix',
    figures: figures(question, spans, effects, schedules),
    tables: [
      ratioTable(question, spans),
      requirementTable(question, spans),
      substitutionTable(effects),
      floorTable(effects.floors),
      programmeTable(schedules, spans),
      roleTable(question),
    ],
    notes: notes(question, effects),
  };
};

function figures(
  question: ReportQuestion,
  spans: readonly YearSpan[],
  { years }: SubstitutionEffects,
  schedules: readonly ProgrammeSchedule[],
): readonly ReportFigure[] {
  const last = spans.at(-1);
  const closing = years.filter(({ year }) => year === last?.year);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const costs = closing.map(({ costChange }) => costChange);
  return [
    {
      key: 'registered-share-opening',
      label: 'Registered share of the clinical team in post, opening',
      unit: 'share',
      value: teamMix(question, 'fte', 0).registeredShare,
    },
    {
      key: 'registered-share-closing',
      label: 'Registered share of the clinical team in post, at the end',
      unit: 'share',
      value: teamMix(question, 'fte', last?.to ?? 0).registeredShare,
    },
    {
      key: 'substitutes',
      label: 'Substitutes counted at the end, WTE',
      unit: 'fte',
      value: sum(closing.map(({ allowedFte }) => allowedFte)),
    },
    {
      key: 'substitutes-cut-off',
      label: 'Substitutes cut off at the end, WTE',
      unit: 'fte',
      value: sum(closing.map(({ plannedFte, allowedFte }) => plannedFte - allowedFte)),
    },
    {
      key: 'cost-change',
      label: 'Change of cost through substitution, last year',
      unit: 'pounds',
      value: costs.includes(null) ? null : sum(costs.map((cost) => cost ?? 0)),
      ...(costs.includes(null) ? { note: 'A group has nobody in post to take the pay from' } : {}),
    },
    {
      key: 'starts-unmet',
      label: 'Programme starts not possible',
      unit: 'headcount',
      value: sum(schedules.flatMap(({ unmetStarts }) => unmetStarts)),
    },
  ];
}

function notes({ output }: ReportQuestion, { floors }: SubstitutionEffects): readonly string[] {
  const warnings = floors.flatMap((floor) => {
    const warning = floorWarning(floor);
    return warning === null ? [] : [`${floor.of.group.name}, ${financialYearLabel(floor.year)}: ${warning}.`];
  });
  return [
    'Nursing associates count as support and physician assistants never as doctors.',
    'Change of cost compares the pay of the substitutes with the pay of the WTE they cover, both with on-costs at the average of their group; recruitment is not in it.',
    ...output.notices.filter(({ code }) => OWN_NOTICES.has(code)).map(({ message }) => message),
    ...warnings,
  ];
}
