import type { AccuracyEvidence } from '#modules/backtest';
import type { ReportColumn, ReportTable } from '#modules/reporting';
import { sentenceCase } from './list';

type Accuracy = NonNullable<AccuracyEvidence['organisations']['overall']>;
type LabelledAccuracy = AccuracyEvidence['organisations']['byStaffGroup'][number];

/** Which simple way stands beside ours; `all` for each of them. */
export type Beside = string;

/** What the figures are, for whoever reads them elsewhere. */
export const ACCURACY_STATEMENT =
  'Wholetime projections of NHS Workforce Statistics and absence benchmarking, held against what came';

/** Ours, in the evidence. */
export const OURS = 'calibrated-engine';

/** The simple ways of carrying a series forward, as a planner would call them. */
const WAYS: Readonly<Record<string, string>> = {
  [OURS]: 'Wholetime',
  'no-change': 'No change',
  drift: 'Line through the last year',
  'exponential-smoothing': 'Average of recent months',
  'damped-trend': 'Trend that levels off',
  theta: 'Half the long trend',
};

/** A way of projecting, in words. */
export function wayName(method: string): string {
  return WAYS[method] ?? method;
}

/** What of the evidence is shown. */
export interface AccuracyChoice {
  readonly about: 'organisations' | 'england';
  readonly beside: Beside;
  /** Years ahead, of England's staff groups. */
  readonly years: number;
}

export const MOST_ACCURACY_YEARS = 5;
const STARTS = { about: 'organisations', beside: 'no-change', years: '1' } as const;

/** What is shown where an address says `about`, `beside` and `years`; what it leaves out is the usual. */
export function accuracyChoice(read: (name: keyof AccuracyChoice) => string | null): AccuracyChoice {
  const years = Number(read('years') ?? STARTS.years);
  return {
    about: read('about') === 'england' ? 'england' : 'organisations',
    beside: read('beside') ?? STARTS.beside,
    years: Number.isInteger(years) && years >= 1 && years <= MOST_ACCURACY_YEARS ? years : 1,
  };
}

/** Whether a choice is the usual one, which an address leaves out. */
export const isUsualAccuracy = (name: keyof AccuracyChoice, value: string): boolean => STARTS[name] === value;

/** The tables of what is chosen. */
export function accuracyTables(evidence: AccuracyEvidence, choice: AccuracyChoice): ReportTable[] {
  const { about, beside, years } = choice;
  return about === 'england' ? englandTables(evidence, beside, years) : organisationTables(evidence, beside);
}

type Labelled = Accuracy & { readonly label: string };

function columnsOf(methods: readonly string[], heading: string, isMany: boolean): ReportColumn[] {
  return [
    { key: 'label', label: heading, unit: 'text' },
    { key: 'cells', label: isMany ? 'Outcomes' : 'Staff groups', unit: 'number' },
    { key: 'fte', label: 'What came', unit: 'fte' },
    ...methods.map((method): ReportColumn => ({ key: method, label: wayName(method), unit: 'share' })),
    { key: 'held', label: 'Likely range held', unit: 'share' },
  ];
}

function rowOf(accuracy: Labelled, methods: readonly string[]) {
  const misses = methods.map((method) => [
    method,
    accuracy.methods[method as keyof Accuracy['methods']]?.wape ?? null,
  ]);
  return {
    label: accuracy.label,
    cells: accuracy.cells,
    fte: accuracy.fte,
    ...(Object.fromEntries(misses) as Record<string, number | null>),
    held: accuracy.coverage,
  };
}

interface TableMaking {
  readonly key: string;
  readonly title: string;
  readonly heading: string;
  readonly methods: readonly string[];
  /** Whether a cell was looked at from several months. */
  readonly isMany?: boolean;
}

function tableOf(
  rows: readonly Labelled[],
  { key, title, heading, methods, isMany }: TableMaking,
): ReportTable {
  return {
    key,
    title,
    columns: columnsOf(methods, heading, isMany === true),
    rows: rows.map((row) => rowOf(row, methods)),
  };
}

function methodsBeside(all: readonly string[], beside: Beside): readonly string[] {
  return beside === 'all' ? all : all.filter((method) => method === OURS || method === beside);
}

const inMonths = (rows: readonly (Accuracy & { readonly months: number })[]): Labelled[] =>
  rows.map((row) => ({ ...row, label: row.months === 1 ? '1 month' : `${row.months} months` }));
const inYears = (rows: readonly (Accuracy & { readonly months: number })[]): Labelled[] =>
  rows.map((row) => ({ ...row, label: row.months === 12 ? '1 year' : `${row.months / 12} years` }));
const inWords = (rows: readonly LabelledAccuracy[]): Labelled[] =>
  rows.map((row) => ({ ...row, label: sentenceCase(row.label) }));
const inWte = (rows: readonly LabelledAccuracy[]): Labelled[] =>
  rows.map((row) => ({ ...row, label: row.label.replace('FTE', 'WTE') }));

/** Organisations, by how far ahead, how large, which group and which kind. */
function organisationTables({ organisations, origins }: AccuracyEvidence, beside: Beside): ReportTable[] {
  const methods = methodsBeside(organisations.methods, beside);
  return [
    tableOf(inMonths(organisations.byHorizon), {
      key: 'horizon',
      title: 'How far off, by how far ahead',
      heading: 'Ahead',
      methods,
    }),
    tableOf(inWte(organisations.bySizeClass), {
      key: 'size',
      title: 'How far off, by size of the staff group',
      heading: 'Staff group of',
      methods,
    }),
    tableOf(organisations.byStaffGroup, {
      key: 'staff-group',
      title: 'How far off, by staff group',
      heading: 'Staff group',
      methods,
    }),
    tableOf(inWords(organisations.byOrganisationType), {
      key: 'organisation',
      title: 'How far off, by kind of organisation',
      heading: 'Kind of organisation',
      methods,
    }),
    originsTable(origins, methods),
  ];
}

function originsTable(origins: AccuracyEvidence['origins'], methods: readonly string[]): ReportTable {
  const rows = origins.map((origin) => ({ ...origin, label: origin.trainTo }));
  const table = tableOf(rows, {
    key: 'origin',
    title: 'How far off, by the month projected from',
    heading: 'Projected from',
    methods,
  });
  const [first, ...others] = table.columns;
  return {
    ...table,
    columns: [...(first === undefined ? [] : [{ ...first, unit: 'month' as const }]), ...others],
  };
}

/** England's staff groups, by how many years ahead, and each group so many years ahead. */
function englandTables({ england }: AccuracyEvidence, beside: Beside, years: number): ReportTable[] {
  const methods = methodsBeside(england.methods, beside);
  const groups = england.byStaffGroup.filter(({ months }) => months === years * 12);
  return [
    tableOf(inYears(england.byHorizon), {
      key: 'england-horizon',
      title: 'How far off, by how far ahead',
      heading: 'Ahead',
      methods,
      isMany: true,
    }),
    tableOf(groups, {
      key: 'england-staff-group',
      title: `How far off, by staff group, ${years === 1 ? '1 year' : `${years} years`} ahead`,
      heading: 'Staff group',
      methods,
      isMany: true,
    }),
  ];
}
