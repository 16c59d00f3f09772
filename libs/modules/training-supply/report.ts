import { contextOf } from '../compilation';
import type { ModuleReport, ReportFigure, ReportModule, ReportQuestion } from '../reporting/module-report';
import { flowOf, planYears, type PlanYear } from '../reporting/plan-years';
import { employersTable, rotationalTable } from './rotational-tables';
import { cohortsTable, forecastDemandTable, linesTable, preceptorshipTable } from './report-tables';

/** Programmes in four lines, rotational trainees by post and employer, preceptorship, and forecast demand. */
export const trainingSupplyReport: ReportModule = (question): ModuleReport => {
  const { input, output } = question;
  const context = contextOf(input);
  const years = planYears(output.months, input);
  return {
    module: 'training-supply',
    figures: figuresOf(question, years),
    tables: [
      linesTable(question, years),
      cohortsTable(context),
      rotationalTable(context, years),
      employersTable(context, years),
      preceptorshipTable(question, years),
      forecastDemandTable(question, context, years),
    ],
    notes: [
      'Newly qualified joiners are the number entered for the staff group and those whom programmes employ here, added.',
      'Rotational trainees are posts times fill rate beside WTE in post, never in it. They count once, at their host.',
      'Forecast demand compares the requirement with WTE in post at 31 March. It is what the national body is asked to train beyond the joiners already planned; who leaves again after joining is not in it.',
    ],
  };
};

function figuresOf({ output }: ReportQuestion, years: readonly PlanYear[]): readonly ReportFigure[] {
  const flow = (
    measure: 'training-commissioned' | 'training-recruited' | 'training-qualifying' | 'training-employed',
  ): number =>
    output.staffGroups.reduce(
      (sum, { series }) => sum + years.reduce((all, year) => all + flowOf(series[measure], year), 0),
      0,
    );
  const trainees = output.staffGroups.reduce(
    (sum, { series }) => sum + (series['rotational-trainees-fte'].at(-1) ?? 0),
    0,
  );
  const people = (key: string, label: string, value: number): ReportFigure => ({
    key,
    label,
    unit: 'headcount',
    value,
  });
  return [
    people('commissioned', 'Places commissioned in the years of the plan', flow('training-commissioned')),
    people('recruited', 'Students who start', flow('training-recruited')),
    people('qualifying', 'Qualifying', flow('training-qualifying')),
    people('employed', 'Qualified and employed here', flow('training-employed')),
    {
      key: 'rotational-trainees',
      label: 'Rotational trainees hosted at the end',
      unit: 'fte',
      value: trainees,
    },
  ];
}
