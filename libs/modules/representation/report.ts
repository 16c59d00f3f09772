import { compileProjection } from '../projection/compile-projection';
import type {
  ModuleReport,
  ReportFigure,
  ReportModule,
  ReportQuestion,
  ReportTable,
} from '../reporting/module-report';
import { countedIndicators, type CountedIndicator } from './counted-indicators';
import { classShares, disparityRatio } from './equality-indicators';
import { clusterOf, membershipOf } from './membership';
import { protectedAxis } from './protected-axis';
import { clustersTable, disparityTable, sharesTable, tierCounts } from './report-shares';
import { requiredTable, trajectoryTable } from './report-targets';
import { targetProspects, type TargetProspect } from './targets';
import { countsAt, everybody, yearEndMonths, type ReportedWorkforce } from './workforce-counts';

/**
 * Representation: shares by band, cluster and part of the workforce, the path to each target with the share of
 * appointments it requires, indicators with their published directions. Ethnicity or disability, whichever
 * the projection carries.
 */
export const representationReport: ReportModule = (question): ModuleReport => {
  const workforce = workforceOf(question);
  if (workforce === null) return NOTHING_TO_REPORT;
  const prospects = targetProspects(workforce, compileProjection(question.input));
  const indicators = countedIndicators(workforce);
  return {
    module: 'representation',
    figures: figures(workforce, prospects),
    tables: [
      sharesTable(workforce),
      clustersTable(workforce),
      trajectoryTable(prospects),
      requiredTable(prospects),
      disparityTable(workforce),
      indicatorTable(indicators),
      publishedTable(workforce),
    ],
    notes: notes(workforce, prospects, indicators),
  };
};

const NOTHING_TO_REPORT: ModuleReport = {
  module: 'representation',
  figures: [],
  tables: [],
  notes: ['The projection carries neither ethnicity nor disability, or no facts of the equality standards.'],
};

function workforceOf({ input, output }: ReportQuestion): ReportedWorkforce | null {
  const axis = protectedAxis(input.ethnicities);
  const policy = input.policy.representation;
  return axis === null || policy === undefined ? null : { input, output, axis, policy };
}

function figures(
  workforce: ReportedWorkforce,
  prospects: readonly TargetProspect[],
): readonly ReportFigure[] {
  const { policy, axis } = workforce;
  const closing = yearEndMonths(workforce).length - 1;
  const leadership = clusterOf('leadership', policy);
  const isLeadership = leadership === undefined ? () => false : membershipOf(leadership, policy);
  const all = [0, closing].map((place) => classShares(countsAt(workforce, place, everybody)));
  const lead = [0, closing].map((place) => classShares(countsAt(workforce, place, isLeadership)));
  const share = (key: string, label: string, value: number | null | undefined): ReportFigure => ({
    key,
    label,
    unit: 'share',
    value: value ?? null,
  });
  const feasible = prospects.filter(({ required }) => required?.feasibility !== 'beyond-all-appointments');
  return [
    share('share-opening', `${axis.label}, all staff, opening`, all[0]?.ofAll),
    share('share-closing', `${axis.label}, all staff, at the end`, all[1]?.ofAll),
    share('share-of-known-closing', `${axis.label}, of those known, at the end`, all[1]?.ofKnown),
    share('unknown-closing', 'Not known, at the end', all[1]?.unknown),
    share('leadership-opening', `${axis.label}, leadership, opening`, lead[0]?.ofAll),
    share('leadership-closing', `${axis.label}, leadership, at the end`, lead[1]?.ofAll),
    ...(['clinical', 'non-clinical'] as const).map((part): ReportFigure => ({
      key: `disparity-${part}`,
      label: `Disparity ratio lower to upper, ${part}, at the end`,
      unit: 'ratio',
      value: disparityRatio(
        tierCounts(workforce, closing, 'lower-tier', part),
        tierCounts(workforce, closing, 'upper-tier', part),
      ),
    })),
    { key: 'targets', label: 'Targets', unit: 'number', value: prospects.length },
    {
      key: 'targets-out-of-reach',
      label: 'Targets that appointments alone cannot reach',
      unit: 'number',
      value: prospects.length - feasible.length,
    },
  ];
}

function indicatorTable(indicators: readonly CountedIndicator[]): ReportTable {
  return {
    key: 'indicators',
    title: 'Indicators from counts',
    columns: [
      { key: 'indicator', label: 'Indicator', unit: 'text' },
      { key: 'label', label: 'What it compares', unit: 'text' },
      { key: 'month', label: 'Year to the end of', unit: 'month' },
      { key: 'ratio', label: 'Ratio', unit: 'ratio' },
      { key: 'difference', label: 'Difference', unit: 'points' },
      { key: 'unknown', label: 'Not known, in neither class', unit: 'headcount' },
    ],
    rows: indicators.map(({ code, label, month, value, kind, unknown }) => ({
      indicator: code,
      label,
      month,
      ratio: kind === 'ratio' ? value : null,
      difference: kind === 'difference' ? value : null,
      unknown,
    })),
  };
}

/** Published national figures, for comparison; those that are percentages. */
function publishedTable({ policy, axis }: ReportedWorkforce): ReportTable {
  const published = axis.standard === 'wres' ? policy.published : [];
  return {
    key: 'published',
    title: 'England, as published',
    columns: [
      { key: 'year', label: 'Year', unit: 'text' },
      { key: 'measure', label: 'Measure', unit: 'text' },
      { key: 'share', label: 'Share', unit: 'share' },
      { key: 'ratio', label: 'Ratio', unit: 'ratio' },
      { key: 'status', label: 'How sure', unit: 'text' },
    ],
    rows: published.map(({ year, measure, value, status }) => ({
      year: String(year),
      measure,
      share: measure.includes('ratio') ? null : value / 100,
      ratio: measure.includes('ratio') ? value : null,
      status,
    })),
  };
}

function notes(
  { axis }: ReportedWorkforce,
  prospects: readonly TargetProspect[],
  indicators: readonly CountedIndicator[],
): readonly string[] {
  const outside = prospects.filter(({ required }) => required === null);
  return [
    'Shares are of all staff, those not known included, as the returns have them; the share of those known is beside.',
    'The required share is of the joiners of known status on the bands of the scope; promotions are as planned, and promotion has one likelihood for everybody.',
    'Required at constant size takes leaver rates only: it leaves growth and promotion out.',
    ...(axis.standard === 'wdes'
      ? ['Disability is under-declared on staff records: read the share of those not known first.']
      : []),
    ...outside.map(({ name }) => `${name}: the date is not within the projection, so nothing is solved.`),
    ...indicators
      .filter(({ value }) => value === null)
      .map(({ code, month }) => `${code} of ${month} has no value: there is nothing to divide by.`),
  ];
}
