import { compileProjection } from '../projection/compile-projection';
import type { StaffGroupOutput } from '../projection/projection-output';
import type { ModuleReport, ReportFigure, ReportModule } from '../reporting/module-report';
import { flowOf, planYears, type PlanYear } from '../reporting/plan-years';
import { interventionsOf } from './interventions';
import {
  ageTable,
  basisTable,
  causeTable,
  interventionTable,
  reductionTable,
  returnTable,
  savingTable,
  turnoverTable,
  type ReportedGroup,
} from './report-tables';
import { leaverReport } from './report';
import { interventionSavings, type InterventionSavings } from './savings';
import { timelineTable } from './timeline-table';
import { followOpeningStock } from './turnover';

const NOTES = [
  'The four measures of turnover have different definitions: never compare one with another.',
  'Turnover (left this organisation), left the system and the stability index follow the people in post at the start of the year, nobody joining, planned exits included; all count headcount.',
  'NHS leaver rate: those of them who left the NHS, over the mean headcount of start and end of the year. Starts of unpaid leave count as leaving, as in the published rate.',
  'Local ESR turnover: all leavers of the year, those who joined within it included, over mean month-end headcount.',
  'Bank staff and resident doctors on rotation are in none of them.',
] as const;

/** Who leaves, by four definitions, cause and age; who comes back; what interventions do, cost and save. */
export const retentionReport: ReportModule = ({ input, output }): ModuleReport => {
  const { context, engine } = compileProjection(input);
  const years = planYears(output.months, input);
  const followed = followOpeningStock(engine, years);
  const groups = context.groups.map((start, index): ReportedGroup => ({
    start,
    output: output.staffGroups[index] as StaffGroupOutput,
    turnover: followed[index] ?? [],
  }));
  const interventions = interventionsOf(input, context.timeline);
  const nameOf = (code: string | null) =>
    input.staffGroups.find((group) => group.code === code)?.name ?? code;
  const named = interventions.map((each) => ({ ...each, staffGroup: nameOf(each.staffGroup) }));
  const savings = interventionSavings(input);
  return {
    module: 'retention',
    figures: figuresOf(groups, years, savings),
    tables: [
      turnoverTable(groups),
      basisTable(groups, context),
      causeTable(groups, years),
      ageTable(groups, context),
      returnTable(groups, years),
      timelineTable(named, output.months),
      interventionTable(named, years),
      reductionTable(groups, interventions, years),
      savingTable(savings),
    ],
    notes: [
      ...NOTES,
      ...(input.ageBands.length > 1
        ? []
        : ['The baseline has no ages: retirement is a rate of the group, and leavers are not shown by age.']),
      ...(interventions.length > 1
        ? [
            'Interventions multiply: each saves less beside others than alone, so the sum of each as the last one added is not what all save together.',
          ]
        : []),
    ],
  };
};

function figuresOf(
  groups: readonly ReportedGroup[],
  years: readonly PlanYear[],
  { together }: InterventionSavings,
): readonly ReportFigure[] {
  const last = years.at(-1);
  const inLastYear = (of: (group: ReportedGroup, year: PlanYear) => number): number | null =>
    last === undefined ? null : groups.reduce((sum, group) => sum + of(group, last), 0);
  return [
    {
      key: 'leavers',
      label: 'Left this organisation, last year',
      unit: 'headcount',
      value: inLastYear(({ output }, year) => leaverReport(output.series, year).leftOrganisation),
    },
    {
      key: 'retirements',
      label: 'Retirements, last year',
      unit: 'headcount',
      value: inLastYear(({ output }, year) => flowOf(output.series['exits-retirement'], year)),
    },
    {
      key: 'on-leave',
      label: 'On unpaid leave at the end',
      unit: 'headcount',
      value: inLastYear(({ output }, year) => output.series['on-leave-headcount'][year.to] ?? 0),
    },
    {
      key: 'leavers-avoided',
      label: 'Leavers avoided by interventions',
      unit: 'headcount',
      value: together.leaversAvoided,
      note: 'All interventions together, over the projection',
    },
    { key: 'wte-kept', label: 'WTE kept at the end', unit: 'fte', value: together.fteKept },
    { key: 'intervention-cost', label: 'Cost of interventions', unit: 'pounds', value: together.cost },
    {
      key: 'replacement-cost-avoided',
      label: 'Replacement cost avoided',
      unit: 'pounds',
      value: together.replacementCostAvoided,
    },
  ];
}
