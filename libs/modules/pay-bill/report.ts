import { ALL_STAFF, monthMeans, projectionContext, type CompileContext } from '../compilation';
import { MEASURES } from '../projection/measures';
import type { StaffGroupOutput } from '../projection/projection-output';
import type { ModuleReport, ReportFigure, ReportModule, ReportTable } from '../reporting/module-report';
import { totalOverSpan } from '../reporting/year-figures';
import { sumOverSpan, yearSpans, type YearSpan } from '../reporting/year-spans';
import { PAY_BILL_PARTS } from './lines';
import { payEffects, type PaidGroup } from './pay-effects';
import { financialYearLabel } from '../report-layout/financial-year';

const CENTRAL = 'pay-bill-pension-central';

/**
 * Pay bill: lines by year, average pay by staff group, what price, volume and mix changed, and the control
 * total. Cash-terms pounds: every year at its own prices.
 */
export const payBillReport: ReportModule = ({ input, output }): ModuleReport => {
  const { part: context } = projectionContext(input);
  const spans = yearSpans(context.timeline);
  const groups = context.groups.map((start, index): PaidGroup => ({
    start,
    output: output.staffGroups[index] as StaffGroupOutput,
  }));
  return {
    module: 'pay-bill',
    figures: figures(output.staffGroups, spans, context),
    tables: [
      lineTable(output.staffGroups, spans),
      groupTable(groups, spans),
      effectTable(groups, spans, context),
      controlTable(output.staffGroups, spans, context),
    ],
    notes: notes(spans, context),
  };
};

function figures(
  groups: readonly StaffGroupOutput[],
  spans: readonly YearSpan[],
  context: CompileContext,
): readonly ReportFigure[] {
  const last = spans.at(-1);
  if (last === undefined) return [];
  const own = ownCost(groups, last);
  const control = controlTotal(last, context);
  return [
    {
      key: 'pay-bill',
      label: 'Pay bill, last year',
      unit: 'pounds',
      value: totalOverSpan(groups, 'pay-bill', last),
    },
    {
      key: 'own-cost',
      label: 'Paid by the organisation, last year',
      unit: 'pounds',
      value: own,
      note: 'Without the pension contribution that is paid nationally',
    },
    {
      key: 'average',
      label: 'Average pay of a WTE in post',
      unit: 'pounds',
      value: averagePay(groups, last),
    },
    {
      key: 'against-control-total',
      label: 'Above the control total, last year',
      unit: 'pounds',
      value: control === null ? null : own - control,
      ...(control === null ? { note: 'No control total is given' } : {}),
    },
  ];
}

/** Everything but the pension contribution that is paid nationally. */
function ownCost(groups: readonly StaffGroupOutput[], span: YearSpan): number {
  return totalOverSpan(groups, 'pay-bill', span) - totalOverSpan(groups, CENTRAL, span);
}

/** Basic pay and supplement for a WTE and year; null without staff. */
function averagePay(groups: readonly StaffGroupOutput[], span: YearSpan): number | null {
  const fteMonths = groups.reduce((sum, { series }) => sum + sumOverSpan(monthMeans(series.fte), span), 0);
  const pay =
    totalOverSpan(groups, 'pay-bill-basic', span) + totalOverSpan(groups, 'pay-bill-high-cost-area', span);
  return fteMonths > 0 ? (12 * pay) / fteMonths : null;
}

function controlTotal({ to }: YearSpan, { assumptions, timeline }: CompileContext): number | null {
  const year = timeline.yearOfMonth[to - 1] ?? 0;
  const entered = assumptions.yearly('pay-bill.control-total', ALL_STAFF)[year] ?? 0;
  return entered > 0 ? entered : null;
}

function lineTable(groups: readonly StaffGroupOutput[], spans: readonly YearSpan[]): ReportTable {
  return {
    key: 'lines',
    title: 'Pay bill by line and year',
    columns: [
      { key: 'line', label: 'Line', unit: 'text' },
      ...spans.map(({ year, isWhole }) => ({
        key: `year-${year}`,
        label: `${financialYearLabel(year)}${isWhole ? '' : ' (part)'}`,
        unit: 'pounds' as const,
      })),
    ],
    rows: ([...PAY_BILL_PARTS, 'pay-bill'] as const).map((code) => ({
      line: MEASURES[code].label,
      ...Object.fromEntries(spans.map((span) => [`year-${span.year}`, totalOverSpan(groups, code, span)])),
    })),
  };
}

function groupTable(groups: readonly PaidGroup[], spans: readonly YearSpan[]): ReportTable {
  return {
    key: 'staff-groups',
    title: 'Pay bill and average pay by staff group and year',
    columns: [
      { key: 'staffGroup', label: 'Staff group', unit: 'text' },
      { key: 'year', label: 'Financial year', unit: 'financial-year' },
      { key: 'fte', label: 'Mean WTE in post', unit: 'fte' },
      { key: 'averagePay', label: 'Average pay of a WTE in post', unit: 'pounds' },
      { key: 'payBill', label: 'Pay bill', unit: 'pounds' },
    ],
    rows: groups.flatMap(({ start, output }) =>
      spans.map((span) => ({
        staffGroup: start.group.name,
        year: span.year,
        fte: sumOverSpan(monthMeans(output.series.fte), span) / (span.to - span.from),
        averagePay: averagePay([output], span),
        payBill: totalOverSpan([output], 'pay-bill', span),
      })),
    ),
  };
}

/** Change on the year before, for whole years after a whole year. */
function effectTable(
  groups: readonly PaidGroup[],
  spans: readonly YearSpan[],
  context: CompileContext,
): ReportTable {
  const outputs = groups.map(({ output }) => output);
  const rows = spans.flatMap((later, index) => {
    const earlier = spans[index - 1];
    if (earlier?.isWhole !== true || !later.isWhole) return [];
    const { price, volume, mix, total } = payEffects(groups, earlier, later, context);
    const change = (span: 'pay-bill' | 'pay-bill-bank' | 'pay-bill-agency'): number =>
      totalOverSpan(outputs, span, later) - totalOverSpan(outputs, span, earlier);
    const temporary = change('pay-bill-bank') + change('pay-bill-agency');
    const all = change('pay-bill');
    return [{ year: later.year, price, volume, mix, temporary, other: all - total - temporary, change: all }];
  });
  return {
    key: 'effects',
    title: 'What changed the pay bill on the year before',
    columns: [
      { key: 'year', label: 'Financial year', unit: 'financial-year' },
      { key: 'price', label: 'Price: awards, drift, on-costs', unit: 'pounds' },
      { key: 'volume', label: 'Volume: WTE in post', unit: 'pounds' },
      { key: 'mix', label: 'Mix: staff groups and bands', unit: 'pounds' },
      { key: 'temporary', label: 'Bank and agency', unit: 'pounds' },
      { key: 'other', label: 'Other lines', unit: 'pounds' },
      { key: 'change', label: 'Change', unit: 'pounds' },
    ],
    rows,
  };
}

function controlTable(
  groups: readonly StaffGroupOutput[],
  spans: readonly YearSpan[],
  context: CompileContext,
): ReportTable {
  return {
    key: 'control-total',
    title: 'Against the control total',
    columns: [
      { key: 'year', label: 'Financial year', unit: 'financial-year' },
      { key: 'ownCost', label: 'Paid by the organisation', unit: 'pounds' },
      { key: 'controlTotal', label: 'Control total', unit: 'pounds' },
      { key: 'difference', label: 'Above the control total', unit: 'pounds' },
    ],
    rows: spans
      .filter(({ isWhole }) => isWhole)
      .map((span) => {
        const own = ownCost(groups, span);
        const control = controlTotal(span, context);
        return {
          year: span.year,
          ownCost: own,
          controlTotal: control,
          difference: control === null ? null : own - control,
        };
      }),
  };
}

function notes(spans: readonly YearSpan[], { input }: CompileContext): readonly string[] {
  const first = spans[0]?.year ?? input.calendar.firstYear;
  const part = spans.filter(({ isWhole }) => !isWhole).map(({ year }) => year);
  const published = Object.values(input.policy.payScalesTo);
  return [
    `Cash-terms pounds, each year at its own prices, from ${financialYearLabel(first)}. Pay scales are published to ${published.length > 0 ? Math.min(...published) : 'no year'} or later by band; awards are assumptions after that.`,
    ...(part.length > 0 ? ['The year before the round holds only the months after the baseline.'] : []),
    'The central part of the employer pension is paid nationally: it is a line of the pay bill, and neither in what the organisation pays nor in the comparison with the control total.',
    'The levy is before the allowance, which belongs to the levy account. Enhancements, overtime and additional programmed activities are not in the lines.',
    'Bank and agency cost a premium on the cost of a WTE in post, National Insurance and local pension included; staff awaiting registration and trainees are without the central pension.',
  ];
}
