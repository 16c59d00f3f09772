import type { FoundColumn } from '../reading/read-header';
import type { DataIssue } from '../reading/issue-tally';
import {
  FIGURE_SCALES,
  NO_FIGURES,
  addUnits,
  toFigures,
  type Employment,
  type Figures,
  type FigureUnits,
  type MonthlyFileKind,
} from './monthly-file';
import type { FigureCells } from './figure-cells';
import type { LeftOut, MonthlyContent } from './monthly-content';
import type { UnmappedSource } from './unmapped-sources';

/** A file as it was read. */
export interface MonthlyFileRead {
  readonly fileName: string;
  readonly format: 'csv' | 'xlsx';
  readonly sha256: string;
  readonly byteCount: number;
  readonly rowsRead: number;
  readonly columns: readonly FoundColumn<string>[];
  readonly personalColumns: readonly string[];
  readonly columnsNotUsed: readonly { readonly header: string; readonly looksLike: string | null }[];
}

/** The sum of a staff group's figures of a month; staff group and employment are null for what is not mapped. */
export interface MonthlyLine {
  readonly month: string;
  readonly staffGroup: string | null;
  readonly employment: Employment | null;
  readonly figures: Figures;
}

/** The data-quality report of a ledger or roster, and what it comes to. */
export interface MonthlyReport {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: MonthlyFileKind;
  /** Of the file's content and everything it was read by. */
  readonly sha256: string;
  readonly mappingVersion: number;
  /** The same content was imported before: nothing was changed. */
  readonly alreadyImported: boolean;
  readonly file: MonthlyFileRead;
  /** `YYYY-MM`, ascending. The file speaks for the whole organisation in each of them. */
  readonly months: readonly string[];
  /** Lines by month; they add up to the file less what is left out. */
  readonly lines: readonly MonthlyLine[];
  /** Rows of hosted services and of codes that are no staff; worked WTE is the mean over the months. */
  readonly leftOut: { readonly rows: number; readonly workedWte: number; readonly actual: number };
  readonly unmapped: readonly UnmappedSource[];
  readonly issues: readonly DataIssue[];
  /** Why its figures are not used yet; empty when they are. */
  readonly blockedBy: readonly string[];
  readonly coverage: string;
}

/** A report with who imported the file, and when. */
export interface ListedMonthlyReport extends MonthlyReport {
  /** ISO 8601. */
  readonly importedAt: string;
  /** Null for the command line. */
  readonly importedBy: string | null;
}

const COVERAGE: Readonly<Record<MonthlyFileKind, string>> = {
  ledger:
    'Pay codes of the cost centres in the file, less those left out. WTE and money of a month as the ledger has them; the file speaks for the whole organisation in each of its months.',
  roster:
    'Hours worked in each month by overtime, bank and agency; WTE = hours / 37.5 x 7 / days in the month. The file speaks for the whole organisation in each of its months.',
};

/** Everything of a report that comes from the file. */
export function contentOfReport(
  kind: MonthlyFileKind,
  content: MonthlyContent,
): Pick<MonthlyReport, 'months' | 'lines' | 'leftOut' | 'unmapped' | 'issues' | 'blockedBy' | 'coverage'> {
  const months = content.cells.monthsOf();
  tellMissingMonths(months, content);
  const unmapped = content.unmapped.list(months.length);
  return {
    months,
    lines: linesOf(content.cells, content.tables.groupOrder),
    leftOut: toLeftOut(content.leftOut, months.length),
    unmapped,
    issues: content.issues.list(),
    blockedBy: blockersOf(unmapped),
    coverage: COVERAGE[kind],
  };
}

/** Adds cells up by month, staff group and employment, in that order. */
export function linesOf(cells: FigureCells, groupOrder: readonly string[]): MonthlyLine[] {
  const sums = new Map<string, Omit<MonthlyLine, 'figures'> & { units: FigureUnits }>();
  for (const { month, post, units } of cells) {
    const key = `${month}|${post.staffGroup ?? ''}|${post.employment ?? ''}`;
    const sum = sums.get(key) ?? { month, ...post, units: NO_FIGURES };
    sums.set(key, { ...sum, units: addUnits(sum.units, units) });
  }
  const place = ({ staffGroup }: { readonly staffGroup: string | null }): number =>
    staffGroup === null ? groupOrder.length : groupOrder.indexOf(staffGroup);
  return [...sums.values()]
    .sort((a, b) => (a.month === b.month ? place(a) - place(b) : a.month < b.month ? -1 : 1))
    .map(({ units, ...line }) => ({ ...line, figures: toFigures(units) }));
}

function toLeftOut({ rows, workedWte, actual }: LeftOut, months: number): MonthlyReport['leftOut'] {
  return {
    rows,
    workedWte: Math.round(workedWte / Math.max(1, months)) / FIGURE_SCALES.workedWte,
    actual: actual / FIGURE_SCALES.actual,
  };
}

function tellMissingMonths(months: readonly string[], { issues }: MonthlyContent): void {
  const number = (month: string): number => 12 * Number(month.slice(0, 4)) + Number(month.slice(5));
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return;
  const missing = number(last) - number(first) + 1 - months.length;
  for (let count = 0; count < missing; count += 1) issues.add('month-missing', null);
}

/** Without its staff group a figure is in no line; a cost centre without a division still counts. */
function blockersOf(unmapped: readonly UnmappedSource[]): string[] {
  return unmapped.flatMap(({ field, value, name, rows, actual }) => {
    if (field === 'cost-centre') return [];
    const what = field === 'subjective-code' ? 'Subjective code' : 'Staff group';
    const words = value === null ? 's beyond those listed' : ` “${value}”${name === '' ? '' : ` (${name})`}`;
    return [
      `${what}${words} is not mapped: ${rows} figures, £${actual.toFixed(2)}. Add it to the saved mapping.`,
    ];
  });
}
