import type { ReportTable } from '#modules/reporting';
import {
  bandName,
  effectText,
  esrFieldName,
  groupName,
  LEAVING_PLACES,
  TURNOVER_MEASURES,
  type EsrNames,
} from './extract-words';
import { sentenceCase, tableOfList, type ListColumns } from './list';
import { RECONCILED_LINES, reconciliationColumns, type Reconciliation } from './reconciliation-list';

interface Stock {
  readonly headcount: number;
  readonly fte: number;
}

interface Rule extends Pick<Stock, 'fte'> {
  readonly label: string;
  readonly effect: string;
  readonly assignments: number;
  readonly people: number;
}

/** Rules on assignments with what came under each. */
export const RULE_COLUMNS = {
  rule: { heading: 'Rule', value: ({ label }) => label },
  effect: { heading: 'What it does', value: ({ effect }) => effectText(effect) },
  assignments: { heading: 'Assignments', unit: 'number', value: ({ assignments }) => assignments },
  people: { heading: 'People', unit: 'headcount', value: ({ people }) => people },
  wte: { heading: 'WTE', unit: 'fte', value: ({ fte }) => fte },
} satisfies ListColumns<Rule>;

interface Issue {
  readonly rule: string;
  readonly message: string;
  readonly count: number;
  readonly lines: readonly number[];
}

/** What the data of a file are like: each rule with how often it was broken, and where. */
export const ISSUE_COLUMNS = {
  what: { heading: 'What', value: ({ message }) => message },
  rule: { heading: 'Rule', value: ({ rule }) => rule },
  count: { heading: 'Count', unit: 'number', value: ({ count }) => count },
  lines: { heading: 'Lines, for instance', value: ({ lines }) => lines.join(', ') },
} satisfies ListColumns<Issue>;

interface OfGroup {
  readonly staffGroupCode: string;
}

const groupColumn = (names: EsrNames | undefined) => ({
  heading: 'Staff group',
  value: ({ staffGroupCode }: OfGroup) => groupName(names, staffGroupCode),
});

/** Contracted WTE and people by staff group. */
export const groupColumns = (names: EsrNames | undefined) =>
  ({
    group: groupColumn(names),
    wte: { heading: 'WTE', unit: 'fte', value: ({ fte }) => fte },
    headcount: { heading: 'Headcount', unit: 'headcount', value: ({ headcount }) => headcount },
  }) satisfies ListColumns<OfGroup & Stock>;

const STOCKS = [
  ['opening', 'Opening'],
  ['joiners', 'Joiners'],
  ['leavers', 'Leavers'],
  ['movedIn', 'Moved in'],
  ['movedOut', 'Moved out'],
] as const;
type StockName = (typeof STOCKS)[number][0] | 'closing';

type Flows = Readonly<Record<StockName, Stock>> & { readonly changedHoursFte: number };
type FlowRow = Flows & OfGroup;

function stockColumns(measure: keyof Stock, stocks: readonly (readonly [StockName, string])[]) {
  const columns = stocks.map(([key, label]) => [
    `${key}-${measure}`,
    {
      heading: `${label}, ${measure === 'fte' ? 'WTE' : 'people'}`,
      unit: measure,
      value: (row: FlowRow) => row[key][measure],
    },
  ]);
  return Object.fromEntries(columns) as ListColumns<FlowRow>;
}

const CLOSING = ['closing', 'Closing'] as const;

/** Opening + joiners - leavers + moved in - moved out + changed hours = closing, by staff group. */
export const flowColumns = (names: EsrNames | undefined): ListColumns<FlowRow> => ({
  group: groupColumn(names),
  ...stockColumns('fte', STOCKS),
  changedHours: {
    heading: 'Changed hours, WTE',
    unit: 'fte',
    value: ({ changedHoursFte }) => changedHoursFte,
  },
  ...stockColumns('fte', [CLOSING]),
  ...stockColumns('headcount', [...STOCKS, CLOSING]),
});

interface PlanningLine extends OfGroup {
  readonly bandCode: string;
}

interface Move {
  readonly from: PlanningLine;
  readonly to: PlanningLine;
  readonly headcount: number;
  readonly fteBefore: number;
  readonly fteAfter: number;
}

/** People whose main assignment went from one planning line to another. */
export function moveColumns(names: EsrNames | undefined) {
  const line = ({ staffGroupCode, bandCode }: PlanningLine) =>
    `${groupName(names, staffGroupCode)}, ${bandName(names, bandCode)}`;
  return {
    from: { heading: 'From', value: ({ from }) => line(from) },
    to: { heading: 'To', value: ({ to }) => line(to) },
    people: { heading: 'People', unit: 'headcount', value: ({ headcount }) => headcount },
    before: { heading: 'WTE there', unit: 'fte', value: ({ fteBefore }) => fteBefore },
    after: { heading: 'WTE here', unit: 'fte', value: ({ fteAfter }) => fteAfter },
  } satisfies ListColumns<Move>;
}

interface Turnover extends OfGroup {
  readonly measure: string;
  readonly unit: 'headcount' | 'fte';
  readonly denominator: number;
  readonly rate: { readonly low: number; readonly high: number } | null;
}

/** Turnover of the time between two extracts: each measure apart, from and to where some may or may not count. */
const turnoverColumns = (names: EsrNames | undefined) =>
  ({
    group: groupColumn(names),
    measure: { heading: 'Measure', value: ({ measure }) => TURNOVER_MEASURES[measure] ?? measure },
    unit: { heading: 'Of', value: ({ unit }) => (unit === 'fte' ? 'WTE' : 'headcount') },
    denominator: { heading: 'Mean in post', unit: 'number', value: ({ denominator }) => denominator },
    low: { heading: 'Rate, from', unit: 'share', value: ({ rate }) => rate?.low ?? null },
    high: { heading: 'Rate, to', unit: 'share', value: ({ rate }) => rate?.high ?? null },
  }) satisfies ListColumns<Turnover>;

interface Reasons {
  readonly byCause: readonly { readonly cause: string; readonly people: number }[];
  readonly byPlace: readonly { readonly place: string; readonly people: number }[];
}

interface ReasonRow {
  readonly kind: string;
  readonly what: string;
  readonly people: number;
}

/** Leavers by cause and by where they went. */
export const LEAVER_COLUMNS = {
  what: { heading: 'What', value: ({ what }) => what },
  kind: { heading: 'Kind', value: ({ kind }) => kind },
  people: { heading: 'People', unit: 'headcount', value: ({ people }) => people },
} satisfies ListColumns<ReasonRow>;

/** Causes, then places. */
export function leaverRows({ byCause, byPlace }: Reasons): readonly ReasonRow[] {
  return [
    ...byCause.map(({ cause, people }) => ({ kind: 'Cause', what: sentenceCase(cause), people })),
    ...byPlace.map(({ place, people }) => ({
      kind: 'Went to',
      what: LEAVING_PLACES[place] ?? place,
      people,
    })),
  ];
}

const FOUND = { 'saved-mapping': 'Saved mapping', name: 'Its name', alias: 'Another known name' } as const;

interface FoundField {
  readonly header: string;
  readonly field: string;
  readonly found: keyof typeof FOUND;
}

/** How the columns of a file were found. */
export const foundColumns = (names: EsrNames | undefined) =>
  ({
    header: { heading: 'In the file', value: ({ header }) => header },
    field: { heading: 'Read as', value: ({ field }) => esrFieldName(names, field) },
    found: { heading: 'Found by', value: ({ found }) => FOUND[found] },
  }) satisfies ListColumns<FoundField>;

/** What an imported extract comes to. */
export interface ReportedExtract {
  readonly files: readonly {
    readonly role: string;
    readonly fileName: string;
    readonly columns: readonly FoundField[];
  }[];
  readonly position: {
    readonly byGroup: readonly (OfGroup & Stock)[];
    readonly rules: readonly Rule[];
    readonly issues: readonly Issue[];
  };
  readonly change: {
    readonly months: number;
    readonly flows: {
      readonly all: Flows;
      readonly byGroup: readonly FlowRow[];
      readonly moves: readonly Move[];
    };
    readonly turnover: readonly Turnover[];
    readonly leaverReasons: Reasons;
    readonly reconciliation: readonly Reconciliation[];
  } | null;
}

/** The flows of all staff, then of each group. */
export function flowRows({ all, byGroup }: { readonly all: Flows; readonly byGroup: readonly FlowRow[] }) {
  return [{ staffGroupCode: 'all-staff', ...all }, ...byGroup];
}

function changeTables(change: NonNullable<ReportedExtract['change']>, names: EsrNames): ReportTable[] {
  const { flows, turnover, reconciliation, leaverReasons, months } = change;
  return [
    tableOfList({ key: 'flows', title: 'Joiners, leavers and moves' }, flowColumns(names), flowRows(flows)),
    tableOfList(
      { key: 'turnover', title: `Turnover over ${months} months` },
      turnoverColumns(names),
      turnover,
    ),
    tableOfList(
      { key: 'reconciliation', title: 'Lists of starters and leavers against the extracts' },
      reconciliationColumns(reconciliation),
      reconciliation.length === 0 ? [] : RECONCILED_LINES,
    ),
    tableOfList(
      { key: 'leavers', title: 'Leavers by cause and destination' },
      LEAVER_COLUMNS,
      leaverRows(leaverReasons),
    ),
    tableOfList({ key: 'moves', title: 'Internal moves' }, moveColumns(names), flows.moves),
  ];
}

/** Everything that the report of an imported extract shows. */
export function extractTables({ position, change, files }: ReportedExtract, names: EsrNames): ReportTable[] {
  const counted = position.rules.filter(({ assignments }) => assignments > 0);
  return [
    tableOfList({ key: 'rules', title: 'Rules on assignments' }, RULE_COLUMNS, counted),
    tableOfList({ key: 'quality', title: 'Data quality' }, ISSUE_COLUMNS, position.issues),
    tableOfList(
      { key: 'groups', title: 'Staff in post by staff group' },
      groupColumns(names),
      position.byGroup,
    ),
    ...(change === null ? [] : changeTables(change, names)),
    ...files.map(({ role, fileName, columns }) =>
      tableOfList({ key: `columns-${role}`, title: `Columns of ${fileName}` }, foundColumns(names), columns),
    ),
  ];
}
