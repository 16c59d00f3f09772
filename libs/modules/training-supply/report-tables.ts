import { monthText, type CompileContext } from '../compilation';
import { registerRows } from '../register/register-rows';
import type { ReportQuestion, ReportTable } from '../reporting/module-report';
import { flowOf, meanOf, type PlanYear } from '../reporting/plan-years';
import { column, STAFF_GROUP_COLUMN, YEAR_COLUMN } from '../reporting/report-columns';
import { cohortsOf } from './programmes';
import { TRAINING_PROGRAMMES } from './programmes.register';

type Row = ReportTable['rows'][number];

function nameOf({ input }: Pick<ReportQuestion, 'input'>, code: string): string {
  return input.staffGroups.find((group) => group.code === code)?.name ?? code;
}

/** The four lines and the newly qualified joiners by group and year; groups without any are left out. */
export function linesTable(question: ReportQuestion, years: readonly PlanYear[]): ReportTable {
  return {
    key: 'lines',
    title: 'Commissioned, recruited, qualifying and employed',
    columns: [
      STAFF_GROUP_COLUMN,
      YEAR_COLUMN,
      column('commissioned', 'Commissioned', 'headcount'),
      column('recruited', 'Students who start', 'headcount'),
      column('qualifying', 'Qualifying', 'headcount'),
      column('employed', 'Employed here', 'headcount'),
      column('joiners', 'Newly qualified joiners', 'headcount'),
    ],
    rows: question.output.staffGroups.flatMap(({ code, series }) => {
      const rows = years.map((year): Row => {
        const flow = (measure: keyof typeof series): number => flowOf(series[measure], year);
        return {
          staffGroup: nameOf(question, code),
          year: year.year,
          commissioned: flow('training-commissioned'),
          recruited: flow('training-recruited'),
          qualifying: flow('training-qualifying'),
          employed: flow('training-employed'),
          joiners: flow('joiners-newly-qualified'),
        };
      });
      const lines = ['commissioned', 'recruited', 'qualifying', 'employed', 'joiners'];
      return rows.some((row) => lines.some((line) => Number(row[line]) > 0)) ? rows : [];
    }),
  };
}

/** Every intake that matters to the projection, by programme. */
export function cohortsTable(context: CompileContext): ReportTable {
  return {
    key: 'programmes',
    title: 'Programmes by intake',
    columns: [
      column('programme', 'Programme', 'text'),
      column('provider', 'Provider', 'text'),
      STAFF_GROUP_COLUMN,
      column('year', 'Year of intake', 'financial-year'),
      column('commissioned', 'Commissioned', 'headcount'),
      column('recruited', 'Recruited', 'headcount'),
      column('cut', 'Recruited above placement capacity', 'headcount'),
      column('started', 'Students who start', 'headcount'),
      column('qualifies', 'Month of qualifying', 'month'),
      column('qualifying', 'Qualifying', 'headcount'),
      column('employed', 'Employed here', 'headcount'),
    ],
    rows: registerRows(context.input, TRAINING_PROGRAMMES).flatMap((programme) =>
      cohortsOf(programme, context)
        .filter(({ commissioned, recruited }) => commissioned > 0 || recruited > 0)
        .map((cohort) => ({
          programme: programme.text('programme'),
          provider: programme.text('provider'),
          staffGroup: nameOf(context, programme.text('staffGroup')),
          year: cohort.year,
          commissioned: cohort.commissioned,
          recruited: cohort.recruited,
          cut: cohort.recruited - cohort.started,
          started: cohort.started,
          qualifies: monthText(cohort.qualifyingMonth),
          qualifying: cohort.qualifying,
          employed: cohort.employed,
        })),
    ),
  };
}

/** WTE short in preceptorship; groups without any are left out. */
export function preceptorshipTable(question: ReportQuestion, years: readonly PlanYear[]): ReportTable {
  return {
    key: 'preceptorship',
    title: 'WTE short in preceptorship, mean of the year',
    columns: [STAFF_GROUP_COLUMN, YEAR_COLUMN, column('short', 'WTE short in preceptorship', 'fte')],
    rows: question.output.staffGroups
      .filter(({ series }) => series['preceptorship-fte'].some((fte) => fte > 0))
      .flatMap(({ code, series }) =>
        years.map((year) => ({
          staffGroup: nameOf(question, code),
          year: year.year,
          short: meanOf(series['preceptorship-fte'], year),
        })),
      ),
  };
}

/**
 * Forecast demand by profession, for the national body: what the requirement of a registered group needs
 * in newly qualified people beyond the joiners planned, and the intake that this takes at the group's
 * attrition and share employed here.
 */
export function forecastDemandTable(
  question: ReportQuestion,
  { assumptions }: CompileContext,
  years: readonly PlanYear[],
): ReportTable {
  const registered = question.input.staffGroups.filter((group) => group.registered);
  return {
    key: 'forecast-demand',
    title: 'Forecast demand by profession at 31 March',
    columns: [
      STAFF_GROUP_COLUMN,
      YEAR_COLUMN,
      column('requirement', 'Requirement', 'fte'),
      column('inPost', 'WTE in post', 'fte'),
      column('gap', 'Requirement above WTE in post', 'fte'),
      column('planned', 'Newly qualified joiners planned', 'headcount'),
      column('further', 'Further newly qualified needed by then', 'headcount'),
      column('intake', 'Students to start for them', 'headcount'),
    ],
    rows: registered.flatMap(({ code, name }) => {
      const series = question.output.staffGroups.find((group) => group.code === code)?.series;
      if (series === undefined) return [];
      const attrition = assumptions.atStart('training-supply.attrition', code);
      const share = assumptions.atStart('training-supply.share-employed-here', code);
      const perStudent = (1 - attrition) * share;
      return years.map((year): Row => {
        const [fte, people] = [series.fte[year.to] ?? 0, series.headcount[year.to] ?? 0];
        const gap = Math.max(0, (series.requirement[year.to] ?? 0) - fte);
        const further = fte > 0 ? (gap * people) / fte : null;
        return {
          staffGroup: name,
          year: year.year,
          requirement: series.requirement[year.to] ?? 0,
          inPost: fte,
          gap,
          planned: flowOf(series['joiners-newly-qualified'], year),
          further,
          intake: further === null || perStudent === 0 ? null : further / perStudent,
        };
      });
    }),
  };
}
