import { JOINER_SOURCES } from '#engine';

import { projectionContext, type CompileContext, type StartGroup } from '../compilation';
import type { StaffGroupOutput } from '../projection/projection-output';
import type { ModuleReport, ReportFigure, ReportModule, ReportTable } from '../reporting/module-report';
import { sumOverSpan, yearSpans, type YearSpan } from '../reporting/year-spans';
import { registeringLater } from './compile';
import { groupPipeline, type CohortPipeline, type GroupPipeline } from './group-pipeline';
import { listedCountry } from './recruitment-list';
import { COST_STAGES, stageCosts, type StageCosts } from './stage-costs';

interface ReportedGroup {
  readonly start: StartGroup;
  readonly output: StaffGroupOutput;
  readonly pipeline: GroupPipeline;
  readonly costs: StageCosts;
}

/**
 * International recruitment: the pipeline by stage and month, cohorts with the list that their country is
 * on, cost by stage and year, and the international share of joiners (national ambitions are stated on
 * joiners, not on staff in post). Offers are as entered: they are the plan.
 */
export const internationalReport: ReportModule = ({ input, output }): ModuleReport => {
  const { part: context } = projectionContext(input);
  const groups = context.groups.map((start, index): ReportedGroup => {
    const pipeline = groupPipeline(start, context);
    return {
      start,
      output: output.staffGroups[index] as StaffGroupOutput,
      pipeline,
      costs: stageCosts(start, pipeline.total, context),
    };
  });
  const spans = yearSpans(context.timeline);
  return {
    module: 'international-recruitment',
    figures: figures(groups, spans),
    tables: [
      pipelineTable(groups, context),
      cohortTable(groups, context),
      costTable(groups, spans),
      shareTable(groups, spans),
    ],
    notes: notes(groups, context),
  };
};

function figures(groups: readonly ReportedGroup[], spans: readonly YearSpan[]): readonly ReportFigure[] {
  const flow = (line: 'offers' | 'arrivals' | 'registrations'): number =>
    total(groups.map(({ pipeline }) => total(pipeline.total[line])));
  const cost = total(groups.flatMap(({ costs }) => Object.values(costs).map(total)));
  const registrations = flow('registrations');
  const last = spans.at(-1);
  return [
    { key: 'offers', label: 'Offers (planned)', unit: 'headcount', value: flow('offers') },
    { key: 'arrivals', label: 'Arrivals', unit: 'headcount', value: flow('arrivals') },
    { key: 'registrations', label: 'Registrations', unit: 'headcount', value: registrations },
    {
      key: 'awaiting-registration',
      label: 'Awaiting registration at the end',
      unit: 'headcount',
      value: total(groups.map(({ pipeline }) => pipeline.total.waiting.at(-1) ?? 0)),
    },
    {
      key: 'registering-later',
      label: 'Will register after the end',
      unit: 'headcount',
      value: total(groups.map(({ pipeline }) => registeringLater(pipeline))),
      note: 'Out of the offers made up to the last month',
    },
    {
      key: 'cost',
      label: 'Cost of recruitment',
      unit: 'pounds',
      value: cost,
      note: 'Without pay while waiting',
    },
    {
      key: 'cost-per-registration',
      label: 'Cost for each registration',
      unit: 'pounds',
      value: registrations > 0 ? cost / registrations : null,
      ...(registrations > 0 ? {} : { note: 'Nobody registers through the pipeline' }),
    },
    {
      key: 'international-share-of-joiners',
      label: 'International share of joiners, last year',
      unit: 'share',
      value: last === undefined ? null : shareOfJoiners(groups, last),
    },
  ];
}

function pipelineTable(groups: readonly ReportedGroup[], { timeline }: CompileContext): ReportTable {
  const rows = groups.flatMap(({ start, pipeline }) =>
    pipeline.cohorts.length === 0
      ? []
      : timeline.monthEnds.slice(1).map((month, index) => ({
          staffGroup: start.group.name,
          month,
          offers: pipeline.total.offers[index] ?? 0,
          arrivals: pipeline.total.arrivals[index] ?? 0,
          registrations: pipeline.total.registrations[index] ?? 0,
          unregisteredLeavers: pipeline.total.unregisteredLeavers[index] ?? 0,
          waiting: pipeline.total.waiting[index] ?? 0,
        })),
  );
  return {
    key: 'pipeline',
    title: 'Pipeline by stage and month',
    columns: [
      { key: 'staffGroup', label: 'Staff group', unit: 'text' },
      { key: 'month', label: 'Month', unit: 'month' },
      { key: 'offers', label: 'Offers', unit: 'headcount' },
      { key: 'arrivals', label: 'Arrivals', unit: 'headcount' },
      { key: 'registrations', label: 'Registrations', unit: 'headcount' },
      { key: 'unregisteredLeavers', label: 'Left unregistered', unit: 'headcount' },
      { key: 'waiting', label: 'Awaiting registration', unit: 'headcount' },
    ],
    rows,
  };
}

function cohortTable(groups: readonly ReportedGroup[], context: CompileContext): ReportTable {
  return {
    key: 'cohorts',
    title: 'Cohorts',
    columns: [
      { key: 'name', label: 'Cohort', unit: 'text' },
      { key: 'staffGroup', label: 'Staff group', unit: 'text' },
      { key: 'country', label: 'Country', unit: 'text' },
      { key: 'list', label: 'Recruitment list', unit: 'text' },
      { key: 'source', label: 'Source', unit: 'text' },
      { key: 'firstMonth', label: 'First offers', unit: 'month' },
      { key: 'offers', label: 'Offers', unit: 'headcount' },
      { key: 'registrations', label: 'Registered by the end', unit: 'headcount' },
      { key: 'later', label: 'Registered later', unit: 'headcount' },
    ],
    rows: groups.flatMap(({ start, pipeline }) =>
      pipeline.cohorts.map((each) => ({
        name: each.cohort.name,
        staffGroup: start.group.name,
        country: each.cohort.country,
        list: listOf(each, context),
        source: each.cohort.source,
        firstMonth: each.cohort.firstMonth,
        offers: total(each.cohort.offers),
        registrations: total(each.pipeline.registrations),
        later: each.registeringLater,
      })),
    ),
  };
}

/** Red countries of months when they were on the list are refused before anything is projected. */
function listOf({ cohort }: CohortPipeline, { input }: CompileContext): string {
  if (cohort.country === null || cohort.firstMonth === null) return 'not checked: no country';
  const listed = listedCountry(input.policy, cohort.country, cohort.firstMonth);
  return listed === undefined ? 'not listed' : `${listed.list} list of ${listed.from}`;
}

function costTable(groups: readonly ReportedGroup[], spans: readonly YearSpan[]): ReportTable {
  const costOf = (stage: keyof StageCosts, { from, to }: YearSpan): number =>
    total(groups.map(({ costs }) => total(costs[stage].slice(from, to))));
  return {
    key: 'cost',
    title: 'Cost by stage and year',
    columns: [
      { key: 'year', label: 'Financial year', unit: 'financial-year' },
      ...COST_STAGES.map(({ code, label }) => ({ key: code, label, unit: 'pounds' as const })),
      { key: 'total', label: 'Together', unit: 'pounds' },
    ],
    rows: spans.map((span) => {
      const stages = COST_STAGES.map(({ code }) => [code, costOf(code, span)] as const);
      return {
        year: span.year,
        ...Object.fromEntries(stages),
        total: total(stages.map(([, pounds]) => pounds)),
      };
    }),
  };
}

function shareTable(groups: readonly ReportedGroup[], spans: readonly YearSpan[]): ReportTable {
  const row = (name: string, of: readonly ReportedGroup[]) =>
    spans.map((span) => ({
      year: span.year,
      staffGroup: name,
      international: international(of, span),
      joiners: joiners(of, span),
      share: shareOfJoiners(of, span),
    }));
  return {
    key: 'share-of-joiners',
    title: 'International share of joiners',
    columns: [
      { key: 'year', label: 'Financial year', unit: 'financial-year' },
      { key: 'staffGroup', label: 'Staff group', unit: 'text' },
      { key: 'international', label: 'International joiners', unit: 'headcount' },
      { key: 'joiners', label: 'All joiners', unit: 'headcount' },
      { key: 'share', label: 'International share', unit: 'share' },
    ],
    rows: [...row('All staff', groups), ...groups.flatMap((each) => row(each.start.group.name, [each]))],
  };
}

function international(groups: readonly ReportedGroup[], span: YearSpan): number {
  return total(groups.map(({ output }) => sumOverSpan(output.series['joiners-international'], span)));
}

function joiners(groups: readonly ReportedGroup[], span: YearSpan): number {
  return total(
    groups.flatMap(({ output }) =>
      JOINER_SOURCES.map((source) => sumOverSpan(output.series[`joiners-${source}`], span)),
    ),
  );
}

function shareOfJoiners(groups: readonly ReportedGroup[], span: YearSpan): number | null {
  const all = joiners(groups, span);
  return all > 0 ? international(groups, span) / all : null;
}

function notes(groups: readonly ReportedGroup[], context: CompileContext): readonly string[] {
  const cohorts = groups.flatMap(({ pipeline }) => pipeline.cohorts);
  const isAmber = cohorts.some((each) => listOf(each, context).startsWith('amber'));
  const isUnchecked = cohorts.some(({ cohort }) => cohort.country === null);
  const registered = total(groups.map(({ pipeline }) => total(pipeline.total.registrations)));
  const entered = total(groups.map(({ output }) => total(output.series['joiners-international'])));
  return [
    'Staff who have arrived and are not registered are a line of their own: in no headcount or WTE of their group.',
    'Visa, sponsorship and charge are counted in the month of arrival, at the fees in force on its first day.',
    ...(cohorts.length > 0 && context.input.policy.internationalRecruitment === undefined
      ? ['No dated fees are among the policy facts: cost leaves out certificate, charge, visa and tests.']
      : []),
    ...(isAmber ? ['Amber list: recruit only under the agreement between the governments.'] : []),
    ...(isUnchecked
      ? ['Offers entered as a number a year name no country: the red list was not checked for them.']
      : []),
    ...(entered < registered - 1e-6
      ? [
          'Joiners fill vacancies: some of those who register find no vacant post and are not counted as joiners.',
        ]
      : []),
  ];
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
