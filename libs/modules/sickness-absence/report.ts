import { monthMeans, rateContextOf, type RateContext } from '../compilation';
import type { StaffGroupOutput } from '../projection/projection-output';
import type { ModuleReport, ReportModule, ReportTable } from '../reporting/module-report';
import { meanOverSpan } from '../reporting/year-figures';
import { sumOverSpan, yearSpans, type YearSpan } from '../reporting/year-spans';
import { avoidedCover, type AvoidedCover } from './avoided-cover';
import { sicknessSeason } from './season';

const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'] as const;

interface ReportedGroup {
  readonly name: string;
  readonly output: StaffGroupOutput;
  readonly avoided: AvoidedCover;
}

/**
 * Sickness absence: rate by group and year with its target and season, WTE off sick, what lower sickness
 * than at the baseline releases, and the bank and agency that it saves. Absence of other kinds is apart.
 */
export const sicknessReport: ReportModule = ({ input, output }): ModuleReport => {
  const context = rateContextOf(input);
  const spans = yearSpans(context.timeline);
  const groups = output.staffGroups.map((group, index): ReportedGroup => ({
    name: input.staffGroups[index]?.name ?? group.code,
    output: group,
    avoided: avoidedCover(group, context),
  }));
  const last = spans.at(-1);
  return {
    module: 'sickness-absence',
    figures: last === undefined ? [] : figures(groups, last),
    tables: [rateTable(groups, spans, context), seasonTable(groups), savingTable(groups, spans)],
    notes: [
      'Released WTE compare the month with the same month at the sickness rate of the baseline; they are negative where sickness rises.',
      'Saved bank and agency are the temporary staffing that the baseline rate would have needed, less that of this plan. Where the funded headroom already covers absence, lower sickness saves none.',
      'Absence other than sickness is planned for in establishment and requirement: only a change of it moves the available WTE.',
      'Seasons by staff group: England 2023 and 2024, drawn towards that of all staff by how alike the two years are.',
    ],
  };
};

function figures(groups: readonly ReportedGroup[], last: YearSpan): ModuleReport['figures'] {
  const outputs = groups.map(({ output }) => output);
  const total = (line: keyof AvoidedCover): number =>
    groups.reduce((sum, { avoided }) => sum + sumOverSpan(avoided[line], last), 0);
  const months = last.to - last.from;
  return [
    { key: 'sickness-rate', label: 'Sickness, last year', unit: 'share', value: rateOf(outputs, last) },
    {
      key: 'sickness-fte',
      label: 'WTE off sick, last year',
      unit: 'fte',
      value: meanOverSpan(outputs, 'sickness-fte', last),
    },
    {
      key: 'released-fte',
      label: 'WTE released by lower sickness, last year',
      unit: 'fte',
      value: meanOverSpan(outputs, 'sickness-released-fte', last),
      note: 'Against the rate of the baseline',
    },
    { key: 'bank-saved-fte', label: 'Bank WTE saved, last year', unit: 'fte', value: total('bank') / months },
    {
      key: 'agency-saved-fte',
      label: 'Agency WTE saved, last year',
      unit: 'fte',
      value: total('agency') / months,
    },
    {
      key: 'saved-pounds',
      label: 'Bank and agency cost saved, last year',
      unit: 'pounds',
      value: total('pounds'),
    },
  ];
}

/** WTE off sick over WTE in post; null without staff. */
function rateOf(groups: readonly StaffGroupOutput[], span: YearSpan): number | null {
  const inPost = groups.reduce((sum, { series }) => sum + sumOverSpan(monthMeans(series.fte), span), 0);
  const sick = groups.reduce((sum, { series }) => sum + sumOverSpan(series['sickness-fte'], span), 0);
  return inPost > 0 ? sick / inPost : null;
}

function rateTable(
  groups: readonly ReportedGroup[],
  spans: readonly YearSpan[],
  { assumptions }: RateContext,
): ReportTable {
  const target = (code: string): number | null =>
    assumptions.atStart('sickness-absence.months-to-target', code) > 0
      ? assumptions.atStart('sickness-absence.target-rate', code)
      : null;
  return {
    key: 'rates',
    title: 'Absence by staff group and year',
    columns: [
      { key: 'staffGroup', label: 'Staff group', unit: 'text' },
      { key: 'year', label: 'Financial year', unit: 'financial-year' },
      { key: 'rate', label: 'Sickness', unit: 'share' },
      { key: 'target', label: 'Target', unit: 'share' },
      { key: 'sick', label: 'WTE off sick', unit: 'fte' },
      { key: 'released', label: 'WTE released', unit: 'fte' },
      { key: 'other', label: 'WTE absent otherwise', unit: 'fte' },
    ],
    rows: groups.flatMap(({ name, output }) =>
      spans.map((span) => ({
        staffGroup: name,
        year: span.year,
        rate: rateOf([output], span),
        target: target(output.code),
        sick: meanOverSpan([output], 'sickness-fte', span),
        released: meanOverSpan([output], 'sickness-released-fte', span),
        other: meanOverSpan([output], 'other-absence-fte', span),
      })),
    ),
  };
}

function seasonTable(groups: readonly ReportedGroup[]): ReportTable {
  return {
    key: 'season',
    title: "Season: a month's sickness over that of its year",
    columns: [
      { key: 'staffGroup', label: 'Staff group', unit: 'text' },
      ...MONTHS.map((label) => ({ key: label.toLowerCase(), label, unit: 'ratio' as const })),
    ],
    rows: groups.map(({ name, output }) => {
      const season = sicknessSeason(output.code);
      return {
        staffGroup: name,
        ...Object.fromEntries(MONTHS.map((label, place) => [label.toLowerCase(), season[place] ?? null])),
      };
    }),
  };
}

function savingTable(groups: readonly ReportedGroup[], spans: readonly YearSpan[]): ReportTable {
  const outputs = groups.map(({ output }) => output);
  const total = (line: keyof AvoidedCover, span: YearSpan): number =>
    groups.reduce((sum, { avoided }) => sum + sumOverSpan(avoided[line], span), 0);
  return {
    key: 'saving',
    title: 'What lower sickness saves, by year',
    columns: [
      { key: 'year', label: 'Financial year', unit: 'financial-year' },
      { key: 'released', label: 'WTE released', unit: 'fte' },
      { key: 'bank', label: 'Bank WTE saved', unit: 'fte' },
      { key: 'agency', label: 'Agency WTE saved', unit: 'fte' },
      { key: 'unfilled', label: 'Unfilled WTE avoided', unit: 'fte' },
      { key: 'pounds', label: 'Cost saved', unit: 'pounds' },
    ],
    rows: spans.map((span) => {
      const months = span.to - span.from;
      return {
        year: span.year,
        released: meanOverSpan(outputs, 'sickness-released-fte', span),
        bank: total('bank', span) / months,
        agency: total('agency', span) / months,
        unfilled: total('unfilled', span) / months,
        pounds: total('pounds', span),
      };
    }),
  };
}
