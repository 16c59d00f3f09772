import type { ReportTable, ReportUnit } from '#modules/reporting';
import { groupName } from './extract-words';
import { ISSUE_COLUMNS } from './extract-tables';
import { tableOfList, type ListColumns } from './list';

const FIGURES = {
  budgetedWte: ['Budgeted WTE', 'fte'],
  workedWte: ['Worked WTE', 'fte'],
  contractedWte: ['Contracted WTE', 'fte'],
  hours: ['Hours', 'number'],
  budget: ['Budget', 'pounds'],
  actual: ['Actual', 'pounds'],
} as const satisfies Readonly<Record<string, readonly [string, ReportUnit]>>;
type FigureName = keyof typeof FIGURES;

const EMPLOYMENTS = {
  substantive: 'Substantive',
  overtime: 'Overtime',
  bank: 'Bank',
  agency: 'Agency',
} as const;

/** How staff are employed, in words. */
export const EMPLOYMENT_TEXTS: Readonly<Record<keyof typeof EMPLOYMENTS, string>> = EMPLOYMENTS;

interface Names {
  readonly staffGroups: readonly { readonly code: string; readonly name: string }[];
}

/** A staff group's figures of a month; staff group and employment are null for what is not mapped. */
export interface ReportedMonthlyLine {
  readonly month: string;
  readonly staffGroup: string | null;
  readonly employment: keyof typeof EMPLOYMENTS | null;
  readonly figures: Readonly<Record<FigureName, number | null>>;
}

/** What a ledger or roster comes to. */
export interface ReportedMonthlyFile {
  readonly id: string;
  readonly file: {
    readonly fileName: string;
    readonly rowsRead: number;
    readonly columnsNotUsed: readonly { readonly header: string; readonly looksLike: string | null }[];
  };
  readonly months: readonly string[];
  readonly lines: readonly ReportedMonthlyLine[];
  readonly issues: readonly {
    readonly rule: string;
    readonly message: string;
    readonly count: number;
    readonly lines: readonly number[];
  }[];
  readonly blockedBy: readonly unknown[];
  readonly importedAt: string;
}

/** Whether a file's figures are used, in words. */
export function monthlyStateText({ blockedBy }: Pick<ReportedMonthlyFile, 'blockedBy'>): string {
  return blockedBy.length === 0 ? 'In use' : `${blockedBy.length} not mapped`;
}

/** Imported ledgers or rosters of an employer. */
export const MONTHLY_FILE_COLUMNS = {
  file: { heading: 'File', value: ({ file }) => file.fileName },
  from: { heading: 'From', unit: 'month', value: ({ months }) => months[0] ?? null },
  to: { heading: 'To', unit: 'month', value: ({ months }) => months.at(-1) ?? null },
  rows: { heading: 'Rows', unit: 'number', value: ({ file }) => file.rowsRead },
  state: { heading: 'State', value: monthlyStateText },
  imported: { heading: 'Imported', value: ({ importedAt }) => importedAt },
} satisfies ListColumns<ReportedMonthlyFile>;

/** The figures of a month that a file has any of. */
export function monthlyLineColumns(
  lines: readonly ReportedMonthlyLine[],
  names: Names | undefined,
): ListColumns<ReportedMonthlyLine> {
  const kept = (Object.keys(FIGURES) as FigureName[]).filter((key) =>
    lines.some(({ figures }) => figures[key] !== null),
  );
  const figures = kept.map((key) => {
    const [heading, unit] = FIGURES[key];
    return [key, { heading, unit, value: (line: ReportedMonthlyLine) => line.figures[key] }];
  });
  return {
    group: {
      heading: 'Staff group',
      value: ({ staffGroup }) => (staffGroup === null ? 'Not mapped' : groupName(names, staffGroup)),
    },
    employment: {
      heading: 'Employment',
      value: ({ employment }) => (employment === null ? 'Not mapped' : EMPLOYMENTS[employment]),
    },
    ...(Object.fromEntries(figures) as ListColumns<ReportedMonthlyLine>),
  };
}

const { what, count, lines: places } = ISSUE_COLUMNS;
/** What the data of a ledger or roster are like. */
export const MONTHLY_ISSUE_COLUMNS = { what, count, lines: places };

/** Columns of a file that nothing is read from. */
export const UNUSED_COLUMNS = {
  header: { heading: 'Column', value: ({ header }) => header },
  looksLike: { heading: 'Looks like', value: ({ looksLike }) => looksLike },
} satisfies ListColumns<ReportedMonthlyFile['file']['columnsNotUsed'][number]>;

/** What is shown of an opened ledger or roster: one month's figures, the latest without one. */
export function monthlyTables(
  { lines, issues, file, months }: ReportedMonthlyFile,
  names: Names,
  month: string | undefined,
): ReportTable[] {
  const shown = month ?? months.at(-1) ?? '';
  return [
    tableOfList(
      { key: 'figures', title: `Figures of ${shown}` },
      monthlyLineColumns(lines, names),
      lines.filter((line) => line.month === shown),
    ),
    tableOfList({ key: 'quality', title: 'Data quality' }, MONTHLY_ISSUE_COLUMNS, issues),
    tableOfList({ key: 'unused', title: 'Columns that are not used' }, UNUSED_COLUMNS, file.columnsNotUsed),
  ];
}
