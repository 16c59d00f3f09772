import { EXIT_CAUSES, coverageInMonth } from '#engine';

import type { CompileContext, StartGroup } from '../compilation';
import type { StaffGroupOutput } from '../projection/projection-output';
import { parameterByKey } from '../registry';
import type { ReportTable } from '../reporting/module-report';
import { flowOf, type PlanYear } from '../reporting/plan-years';
import { column, STAFF_GROUP_COLUMN, YEAR_COLUMN } from '../reporting/report-columns';
import { annualLeavingOf, exitShares } from './exit-causes';
import { interventionCost, interventionsFor, reductionByMonth, type Intervention } from './interventions';
import { figureParameter } from './leaver-basis';
import { leaverReport } from './report';
import type { InterventionSavings, Saving } from './savings';
import type { TurnoverOfYear } from './turnover';

/** A staff group as the tables of retention read it. */
export interface ReportedGroup {
  readonly start: StartGroup;
  readonly output: StaffGroupOutput;
  readonly turnover: readonly TurnoverOfYear[];
}

/** How the turnover entered was measured, and the yearly chance of leaving that follows from it. */
export function basisTable(groups: readonly ReportedGroup[], context: CompileContext): ReportTable {
  const { assumptions } = context;
  return {
    key: 'basis',
    title: 'Turnover as entered, and its basis',
    columns: [
      STAFF_GROUP_COLUMN,
      column('figure', 'Entered, first year', 'share'),
      column('basis', 'Basis', 'text'),
      column('counts', 'Counts', 'text'),
      column('leavesOut', 'Leaves out', 'text'),
      column('chance', 'Chance of leaving in the year', 'share'),
    ],
    rows: groups.map(({ start }) => {
      const { code, name } = start.group;
      const basis = assumptions.atStart('retention.leaver-rate-basis', code);
      return {
        staffGroup: name,
        figure: assumptions.yearly(figureParameter(basis), code)[1] ?? null,
        basis: choiceLabel('retention.leaver-rate-basis', basis),
        counts: choiceLabel(
          'retention.leaver-rate-counts',
          assumptions.atStart('retention.leaver-rate-counts', code),
        ),
        leavesOut: choiceLabel(
          'retention.leaver-rate-excludes',
          assumptions.atStart('retention.leaver-rate-excludes', code),
        ),
        chance: annualLeavingOf(start, exitShares(start, context), context)[1] ?? null,
      };
    }),
  };
}

function choiceLabel(parameter: string, value: number): string {
  return parameterByKey(parameter)?.choices?.find((choice) => choice.value === value)?.label ?? String(value);
}

/** Four measures of turnover and the stability index, side by side and never to be compared. */
export function turnoverTable(groups: readonly ReportedGroup[]): ReportTable {
  return {
    key: 'turnover',
    title: 'Turnover by its four definitions, and stability index',
    columns: [
      YEAR_COLUMN,
      STAFF_GROUP_COLUMN,
      column('leftOrganisation', 'Turnover (left this organisation)', 'share'),
      column('leftSystem', 'Left the system', 'share'),
      column('nhsLeaverRate', 'NHS leaver rate', 'share'),
      column('localTurnover', 'Local ESR turnover', 'share'),
      column('stabilityIndex', 'Stability index', 'share'),
    ],
    rows: groups.flatMap(({ start, output, turnover }) =>
      turnover.map(({ year, all }) => {
        const closing = output.series.headcount[year.to] ?? 0;
        const ofOpening = (people: number): number | null => (all.opening > 0 ? people / all.opening : null);
        const mean = (all.opening + closing) / 2;
        return {
          year: year.year,
          staffGroup: start.group.name,
          leftOrganisation: ofOpening(all.leftOrganisation),
          leftSystem: ofOpening(all.leftSystem),
          nhsLeaverRate: mean > 0 ? all.leftNhs / mean : null,
          localTurnover: leaverReport(output.series, year).exitsOverMeanHeadcount,
          stabilityIndex: ofOpening(all.stillInPost),
        };
      }),
    ),
  };
}

/** Leavers of the year by cause, people who joined within it included, and where they went. */
export function causeTable(groups: readonly ReportedGroup[], years: readonly PlanYear[]): ReportTable {
  return {
    key: 'leavers-by-cause',
    title: 'Leavers by cause and destination',
    columns: [
      YEAR_COLUMN,
      STAFF_GROUP_COLUMN,
      column('planned', 'Planned exits', 'headcount'),
      column('voluntary', 'Voluntary', 'headcount'),
      column('retirement', 'Retirement', 'headcount'),
      column('ill-health-or-death', 'Ill health or death', 'headcount'),
      column('end-of-contract', 'End of contract', 'headcount'),
      column('unpaid-leave', 'Start of unpaid leave', 'headcount'),
      column('leftOrganisation', 'Left this organisation', 'headcount'),
      column('leftSystem', 'Left the system', 'headcount'),
      column('leftNhs', 'Left the NHS', 'headcount'),
    ],
    rows: groups.flatMap(({ start, output }) =>
      years.map((year) => {
        const { byCause, leftOrganisation, leftSystem, leftNhs } = leaverReport(output.series, year);
        const causes = EXIT_CAUSES.map((cause) => [cause, byCause[cause]] as const);
        return {
          year: year.year,
          staffGroup: start.group.name,
          planned: byCause.planned,
          ...Object.fromEntries(causes),
          leftOrganisation,
          leftSystem,
          leftNhs,
        };
      }),
    ),
  };
}

/** Leavers by age at the start of the year; empty where the baseline has no ages. */
export function ageTable(groups: readonly ReportedGroup[], { input }: CompileContext): ReportTable {
  return {
    key: 'leavers-by-age',
    title: 'Leavers by age at the start of the year',
    columns: [
      YEAR_COLUMN,
      STAFF_GROUP_COLUMN,
      column('ageBand', 'Age band', 'text'),
      column('inPost', 'In post at the start', 'headcount'),
      column('left', 'Left within the year', 'headcount'),
      column('retired', 'Of them retired', 'headcount'),
      column('share', 'Share who left', 'share'),
    ],
    rows: groups.flatMap(({ start, turnover }) =>
      turnover.flatMap(({ year, byAge }) =>
        byAge.map((band, age) => ({
          year: year.year,
          staffGroup: start.group.name,
          ageBand: input.ageBands[age]?.code ?? '',
          inPost: band.opening,
          left: band.leftOrganisation,
          retired: band.retired,
          share: band.opening > 0 ? band.leftOrganisation / band.opening : null,
        })),
      ),
    ),
  };
}

/** People away and coming back. */
export function returnTable(groups: readonly ReportedGroup[], years: readonly PlanYear[]): ReportTable {
  return {
    key: 'returns',
    title: 'On unpaid leave, and those who come back',
    columns: [
      YEAR_COLUMN,
      STAFF_GROUP_COLUMN,
      column('onLeave', 'On unpaid leave at 31 March', 'headcount'),
      column('started', 'Started unpaid leave', 'headcount'),
      column('returned', 'Returned from unpaid leave', 'headcount'),
      column('retired', 'Retired', 'headcount'),
      column('retiredAndReturned', 'Retired and returned', 'headcount'),
    ],
    rows: groups.flatMap(({ start, output: { series } }) =>
      years.map((year) => ({
        year: year.year,
        staffGroup: start.group.name,
        onLeave: series['on-leave-headcount'][year.to] ?? null,
        started: flowOf(series['exits-unpaid-leave'], year),
        returned: flowOf(series['joiners-return-from-leave'], year),
        retired: flowOf(series['exits-retirement'], year),
        retiredAndReturned: flowOf(series['joiners-retire-and-return'], year),
      })),
    ),
  };
}

/** Coverage and cost of each intervention by year. */
export function interventionTable(
  interventions: readonly Intervention[],
  years: readonly PlanYear[],
): ReportTable {
  return {
    key: 'interventions',
    title: 'Interventions by year',
    columns: [
      column('name', 'Intervention', 'text'),
      STAFF_GROUP_COLUMN,
      YEAR_COLUMN,
      column('effect', 'Effect on those covered', 'share'),
      column('coverage', 'Covered at 31 March', 'share'),
      column('cost', 'Cost', 'pounds'),
      column('evidence', 'Evidence', 'text'),
    ],
    rows: interventions.flatMap((each) =>
      years.map(({ year, from, to }) => ({
        name: each.name,
        staffGroup: each.staffGroup ?? 'All staff groups',
        year,
        effect: each.effect,
        coverage: coverageInMonth(each, to - 1),
        cost: interventionCost(each, from, to),
        evidence: each.evidence,
      })),
    ),
  };
}

/** By how much all interventions together lower the hazard of leaving of one's own accord. */
export function reductionTable(
  groups: readonly ReportedGroup[],
  interventions: readonly Intervention[],
  years: readonly PlanYear[],
): ReportTable {
  return {
    key: 'voluntary-hazard',
    title: 'Voluntary leaving lower by all interventions',
    columns: [YEAR_COLUMN, STAFF_GROUP_COLUMN, column('reduction', 'Lower at 31 March by', 'share')],
    rows: groups.flatMap(({ start }) => {
      const own = interventionsFor(interventions, start.group.code);
      const reductions = reductionByMonth(own, years.at(-1)?.to ?? 0);
      return years.map(({ year, to }) => ({
        year,
        staffGroup: start.group.name,
        reduction: reductions[to - 1] ?? 0,
      }));
    }),
  };
}

/** What each intervention saves as the last one added, their sum, all together, and the difference. */
export function savingTable({ each, sum, together }: InterventionSavings): ReportTable {
  const row = (name: string, saving: Saving) => ({
    name,
    ...saving,
    net: saving.replacementCostAvoided - saving.cost,
  });
  return {
    key: 'savings',
    title: 'What the interventions save over the projection',
    columns: [
      column('name', 'Intervention', 'text'),
      column('leaversAvoided', 'Leavers avoided', 'headcount'),
      column('fteKept', 'WTE kept at the end', 'fte'),
      column('cost', 'Cost', 'pounds'),
      column('replacementCostAvoided', 'Replacement cost avoided', 'pounds'),
      column('net', 'Avoided less cost', 'pounds'),
    ],
    rows:
      each.length === 0
        ? []
        : [
            ...each.map(({ intervention, saving }) => row(intervention.name, saving)),
            row('Sum of each as the last one added', sum),
            row('All together', together),
            row('Difference: shared between them', {
              leaversAvoided: together.leaversAvoided - sum.leaversAvoided,
              fteKept: together.fteKept - sum.fteKept,
              cost: together.cost - sum.cost,
              replacementCostAvoided: together.replacementCostAvoided - sum.replacementCostAvoided,
            }),
          ],
  };
}
