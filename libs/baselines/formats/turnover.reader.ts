import type { CsvRow } from '../imports/csv-rows';
import { quoted } from '../imports/import-fault';
import { monthEndOf } from './field-values';
import { OrganisationFields } from './organisation-fields';
import type { HistoryMeasure, PublishedFormat, ReadingContext, RowReader } from './published-format';
import { RowFields } from './row-fields';

const COLUMNS = [
  'PERIOD',
  'TYPE',
  'NHSE_REGION_CODE',
  'ICS_CODE',
  'REPORTING_ORG_NAME',
  'REPORTING_ORG_CODE',
  'CLUSTER_GROUP',
  'BENCHMARK_GROUP',
  'STAFF_GROUP_1_NAME',
  'HC',
  'FTE',
] as const;

/** "NHS Workforce Statistics", turnover benchmarking CSV: stock at both ends of a month, joiners, leavers. */
export const TURNOVER_BENCHMARKING: PublishedFormat = {
  kind: 'turnover-benchmarking',
  title: 'the monthly turnover benchmarking CSV',
  columns: COLUMNS,
  labelScheme: 'turnover-benchmarking',
  createReader: (context) => new TurnoverReader(context),
};

interface Period {
  readonly start: string;
  readonly end: string;
}

/** What a TYPE says: the measures of HC and FTE, and at which end of the period they stand. */
interface RowType {
  readonly end: keyof Period;
  readonly headcount: HistoryMeasure;
  readonly fte: HistoryMeasure;
  readonly isStock: boolean;
}

const TYPES: ReadonlyMap<string, RowType> = new Map([
  ['Denominator at start of period', { end: 'start', headcount: 'headcount', fte: 'fte', isStock: true }],
  ['Denominator at end of period', { end: 'end', headcount: 'headcount', fte: 'fte', isStock: true }],
  ['Joiners', { end: 'end', headcount: 'joiners-headcount', fte: 'joiners-fte', isStock: false }],
  ['Leavers', { end: 'end', headcount: 'leavers-headcount', fte: 'leavers-fte', isStock: false }],
]);

/** The types seen of one organisation, staff group and period. */
interface Cell {
  readonly organisationCode: string;
  readonly staffGroupCode: string;
  readonly period: Period;
  readonly types: Set<RowType>;
}

/** Decimal text; null when withheld. */
type Figures = Readonly<Record<'headcount' | 'fte', string | null>>;

class TurnoverReader implements RowReader {
  private readonly fields: RowFields;
  private readonly organisations: OrganisationFields;
  private readonly cells = new Map<string, Cell>();

  constructor(private readonly context: ReadingContext) {
    this.fields = new RowFields(context);
    const columns = { code: 'REPORTING_ORG_CODE', name: 'REPORTING_ORG_NAME' };
    this.organisations = new OrganisationFields(columns, this.fields, context);
  }

  read(row: CsvRow): void {
    const { fields, context } = this;
    if (!fields.isComplete(row, COLUMNS)) return;
    const period = this.period(row);
    const type = this.type(row);
    const code = this.organisations.code(row, period?.end ?? null);
    const group = fields.staffGroup(row, 'STAFF_GROUP_1_NAME');
    const figures = this.figures(row);
    if (!period || !type || !code || !group || !figures) return;
    const key = `${code}|${group.code}|${period.end}`;
    const typeName = fields.text(row, 'TYPE');
    const description = `${code}, ${group.name}, ${typeName}`;
    if (!fields.isFirst(row, `${code}|${group.code}|${typeName}`, period.end, description)) return;
    this.cellOf(key, code, group.code, period).types.add(type);
    this.write(code, group.code, period, type, figures);
    context.tally.rowsKept += 1;
    if (figures.headcount === null || figures.fte === null) context.tally.suppressedCells += 1;
  }

  /** A row that is left out means zero where the organisation has the staff group at all. */
  finish(): void {
    for (const { organisationCode, staffGroupCode, period, types } of this.cells.values()) {
      if (![...types].some(({ isStock }) => isStock)) continue;
      for (const type of TYPES.values()) {
        if (types.has(type)) continue;
        this.write(organisationCode, staffGroupCode, period, type, { headcount: '0', fte: '0' });
        this.context.tally.zerosInferred += 1;
      }
    }
  }

  private write(
    organisationCode: string,
    staffGroupCode: string,
    period: Period,
    type: RowType,
    figures: Figures,
  ): void {
    const monthEnd = period[type.end];
    for (const unit of ['headcount', 'fte'] as const) {
      const measure = type[unit];
      this.context.tally.saw(monthEnd, measure);
      this.context.sink.point({ organisationCode, staffGroupCode, measure, monthEnd, value: figures[unit] });
    }
  }

  private figures(row: CsvRow): Figures | undefined {
    const headcount = this.fields.figure(row, 'HC');
    const fte = this.fields.figure(row, 'FTE');
    return headcount === undefined || fte === undefined ? undefined : { headcount, fte };
  }

  private cellOf(key: string, organisationCode: string, staffGroupCode: string, period: Period): Cell {
    const known = this.cells.get(key);
    if (known !== undefined) return known;
    const cell = { organisationCode, staffGroupCode, period, types: new Set<RowType>() };
    this.cells.set(key, cell);
    return cell;
  }

  private period(row: CsvRow): Period | undefined {
    const text = this.fields.text(row, 'PERIOD');
    const [, startYear, startMonth, endYear, endMonth] =
      /^(\d{4})(\d{2}) to (\d{4})(\d{2})$/.exec(text) ?? [];
    const start = monthEndOf(Number(startYear), Number(startMonth));
    const end = monthEndOf(Number(endYear), Number(endMonth));
    const months = 12 * (Number(endYear) - Number(startYear)) + (Number(endMonth) - Number(startMonth));
    if (start !== null && end !== null && months === 1) return { start, end };
    this.context.faults.add({
      line: row.line,
      column: 'PERIOD',
      rule: 'is-month',
      message: `${quoted(text)} is not one month.`,
      fix: 'Import the monthly file; its period reads like “202510 to 202511”.',
    });
    return undefined;
  }

  private type(row: CsvRow): RowType | undefined {
    const text = this.fields.text(row, 'TYPE');
    const type = TYPES.get(text);
    if (type === undefined) {
      this.context.faults.add({
        line: row.line,
        column: 'TYPE',
        rule: 'known-type',
        message: `${quoted(text)} is no known type of figure.`,
        fix: `Use one of ${[...TYPES.keys()].join(', ')}.`,
      });
    }
    return type;
  }
}
