import { rateContextOf, type RateContext } from '../compilation';
import type { MonthlyMeasure, StaffGroupOutput } from '../projection/projection-output';
import type { ModuleReport, ReportColumn, ReportModule, ReportTable } from '../reporting/module-report';
import { meanOverSpan, totalOverSpan } from '../reporting/year-figures';
import { yearSpans, type YearSpan } from '../reporting/year-spans';
import { postsOfMonths } from './posts-of-months';
import { actualAtStart } from './supply';
import { temporaryStaffing } from './temporary-staffing';

const NO_CAP = 1;

/** Measures in WTE, as the tables show them. */
const WTE_COLUMNS = [
  { key: 'vacancies', label: 'Needed for vacancies', measure: 'temporary-need-vacancies-fte' },
  { key: 'absence', label: 'Needed for unfunded absence', measure: 'temporary-need-absence-fte' },
  {
    key: 'aboveEstablishment',
    label: 'Needed above establishment',
    measure: 'temporary-need-above-establishment-fte',
  },
  { key: 'need', label: 'Needed', measure: 'temporary-need-fte' },
  { key: 'bank', label: 'Bank', measure: 'bank-fte' },
  { key: 'agency', label: 'Agency', measure: 'agency-fte' },
  { key: 'unfilled', label: 'Unfilled', measure: 'unfilled-fte' },
  { key: 'shortfall', label: 'Gap after bank and agency', measure: 'shortfall' },
] as const satisfies readonly { key: string; label: string; measure: MonthlyMeasure }[];

const COST_COLUMNS = [
  { key: 'bankCost', label: 'Bank cost', measure: 'pay-bill-bank' },
  { key: 'agencyCost', label: 'Agency cost', measure: 'pay-bill-agency' },
] as const satisfies readonly { key: string; label: string; measure: MonthlyMeasure }[];

interface ReportedGroup {
  readonly name: string;
  readonly output: StaffGroupOutput;
}

/**
 * Temporary staffing: what is needed for vacancies and for unfunded absence, apart, who works it, what
 * stays unfilled, the caps and the cost, by month and by year; and how the need was calibrated.
 */
export const temporaryStaffingReport: ReportModule = ({ input, output }): ModuleReport => {
  const context = rateContextOf(input);
  const spans = yearSpans(context.timeline);
  const groups = output.staffGroups.map((each, index) => ({
    name: input.staffGroups[index]?.name ?? each.code,
    output: each,
  }));
  return {
    module: 'temporary-staffing',
    figures: figures(output.staffGroups, spans),
    tables: [
      monthTable(output.staffGroups, output.months),
      yearTable(groups, spans),
      capTable(groups, spans, context),
      calibrationTable(groups, context),
    ],
    notes: notes(groups, context),
  };
};

function figures(groups: readonly StaffGroupOutput[], spans: readonly YearSpan[]): ModuleReport['figures'] {
  const last = spans.at(-1);
  if (last === undefined) return [];
  const wte = WTE_COLUMNS.map(({ key, label, measure }) => ({
    key,
    label: `${label}, mean of the last year`,
    unit: 'fte' as const,
    value: meanOverSpan(groups, measure, last),
  }));
  const agency = totalOverSpan(groups, 'pay-bill-agency', last);
  const payBill = totalOverSpan(groups, 'pay-bill', last);
  const before = spans.at(-2);
  const agencyBefore = before?.isWhole === true ? totalOverSpan(groups, 'pay-bill-agency', before) : 0;
  return [
    ...wte,
    { key: 'agency-cost', label: 'Agency cost, last year', unit: 'pounds', value: agency },
    {
      key: 'agency-share-of-pay-bill',
      label: 'Agency share of the pay bill, last year',
      unit: 'share',
      value: payBill > 0 ? agency / payBill : null,
    },
    {
      key: 'agency-cost-change',
      label: 'Change of agency cost on the year before',
      unit: 'share',
      value: agencyBefore > 0 ? agency / agencyBefore - 1 : null,
      ...(agencyBefore > 0 ? {} : { note: 'No agency cost in a whole year before' }),
    },
  ];
}

const WTE_REPORT_COLUMNS: readonly ReportColumn[] = WTE_COLUMNS.map(({ key, label }) => ({
  key,
  label,
  unit: 'fte',
}));
const COST_REPORT_COLUMNS: readonly ReportColumn[] = COST_COLUMNS.map(({ key, label }) => ({
  key,
  label,
  unit: 'pounds',
}));

function monthTable(groups: readonly StaffGroupOutput[], months: readonly string[]): ReportTable {
  const sum = (measure: MonthlyMeasure, month: number): number =>
    groups.reduce((total, { series }) => total + (series[measure][month] ?? 0), 0);
  return {
    key: 'months',
    title: 'All staff by month',
    columns: [{ key: 'month', label: 'Month', unit: 'month' }, ...WTE_REPORT_COLUMNS, ...COST_REPORT_COLUMNS],
    rows: months.map((month, index) => ({
      month,
      ...Object.fromEntries(
        [...WTE_COLUMNS, ...COST_COLUMNS].map(({ key, measure }) => [key, sum(measure, index)]),
      ),
    })),
  };
}

function yearTable(groups: readonly ReportedGroup[], spans: readonly YearSpan[]): ReportTable {
  return {
    key: 'years',
    title: 'Staff groups by year: mean WTE and cost',
    columns: [
      { key: 'staffGroup', label: 'Staff group', unit: 'text' },
      { key: 'year', label: 'Financial year', unit: 'financial-year' },
      ...WTE_REPORT_COLUMNS,
      ...COST_REPORT_COLUMNS,
    ],
    rows: groups.flatMap(({ name, output }) =>
      spans.map((span) => ({
        staffGroup: name,
        year: span.year,
        ...Object.fromEntries([
          ...WTE_COLUMNS.map(({ key, measure }) => [key, meanOverSpan([output], measure, span)] as const),
          ...COST_COLUMNS.map(({ key, measure }) => [key, totalOverSpan([output], measure, span)] as const),
        ]),
      })),
    ),
  };
}

/** Caps in WTE of the mean establishment of each year; null where there is none. */
function capTable(
  groups: readonly ReportedGroup[],
  spans: readonly YearSpan[],
  { assumptions, timeline }: RateContext,
): ReportTable {
  const capOf = (kind: 'bank' | 'agency', output: StaffGroupOutput, span: YearSpan): number | null => {
    const year = timeline.yearOfMonth[span.to - 1] ?? 0;
    const share = assumptions.yearly(`temporary-staffing.${kind}-cap`, output.code)[year] ?? NO_CAP;
    return share >= NO_CAP ? null : share * meanOverSpan([output], 'establishment', span);
  };
  const reduction = (code: string, span: YearSpan): number =>
    assumptions.yearly('temporary-staffing.agency-reduction', code)[timeline.yearOfMonth[span.to - 1] ?? 0] ??
    0;
  return {
    key: 'caps',
    title: 'Caps by staff group and year',
    columns: [
      { key: 'staffGroup', label: 'Staff group', unit: 'text' },
      { key: 'year', label: 'Financial year', unit: 'financial-year' },
      { key: 'bankCap', label: 'Bank cap', unit: 'fte' },
      { key: 'agencyCap', label: 'Agency cap', unit: 'fte' },
      { key: 'agencyReduction', label: 'Agency reduction since the start', unit: 'share' },
    ],
    rows: groups.flatMap(({ name, output }) =>
      spans.map((span) => ({
        staffGroup: name,
        year: span.year,
        bankCap: capOf('bank', output, span),
        agencyCap: capOf('agency', output, span),
        agencyReduction: reduction(output.code, span),
      })),
    ),
  };
}

function calibrationTable(groups: readonly ReportedGroup[], context: RateContext): ReportTable {
  return {
    key: 'calibration',
    title: 'Need of the baseline month against actual use',
    columns: [
      { key: 'staffGroup', label: 'Staff group', unit: 'text' },
      { key: 'basis', label: 'Basis', unit: 'text' },
      { key: 'bank', label: 'Actual bank', unit: 'fte' },
      { key: 'agency', label: 'Actual agency', unit: 'fte' },
      { key: 'factor', label: 'Factor on need from vacancies and absence', unit: 'ratio' },
      { key: 'unexplained', label: 'Use that nothing explains', unit: 'fte' },
    ],
    rows: groups.map(({ name, output: { code, series } }) => {
      const actual = actualAtStart(code, context);
      const { calibration } = temporaryStaffing(code, postsOfMonths(series), context);
      const isKnown = actual.bank + actual.agency > 0;
      return {
        staffGroup: name,
        basis: isKnown ? 'calibrated to actual use' : 'uncalibrated: no actual use entered',
        bank: isKnown ? actual.bank : null,
        agency: isKnown ? actual.agency : null,
        factor: calibration.factor,
        unexplained: calibration.unexplained,
      };
    }),
  };
}

function notes(groups: readonly ReportedGroup[], context: RateContext): readonly string[] {
  const uncalibrated = groups.filter(({ output }) => {
    const { bank, agency } = actualAtStart(output.code, context);
    return bank + agency === 0;
  });
  return [
    ...(uncalibrated.length === 0
      ? []
      : [
          `Uncalibrated, for no bank or agency use of the baseline month is entered: ${uncalibrated.map(({ name }) => name).join(', ')}.`,
        ]),
    'Absence counts only beyond the headroom funded with the posts of the people in post; the headroom of a vacant post is in the vacancy. Nothing is counted twice.',
    'The bank fills its share of the need first, then agency; what caps keep out is unfilled and widens the gap after bank and agency.',
    'Bank and agency cost a premium on what a WTE in post of the same group costs (pay, supplement, National Insurance, local pension). VAT is not in it.',
  ];
}
