import type { CsvRow } from '../imports/csv-rows';
import { faultOfDate, readMonthEnd } from './field-values';
import { OrganisationFields } from './organisation-fields';
import type { PublishedFormat, ReadingContext, RowReader } from './published-format';
import { RowFields } from './row-fields';

const COLUMNS = [
  'DATE',
  'NHSE_REGION_CODE',
  'ICS_CODE',
  'ORG_CODE',
  'ORG_NAME',
  'CLUSTER_GROUP',
  'BENCHMARK_GROUP',
  'STAFF_GROUP',
  'FTE_DAYS_LOST',
  'FTE_DAYS_AVAILABLE',
] as const;

/** "NHS Sickness Absence Rates", monthly benchmarking tool CSV: FTE days lost and available. */
export const SICKNESS_ABSENCE_BENCHMARKING: PublishedFormat = {
  kind: 'sickness-absence-benchmarking',
  title: 'the monthly sickness-absence benchmarking CSV',
  columns: COLUMNS,
  labelScheme: 'sickness-absence-benchmarking',
  createReader: (context) => new SicknessAbsenceReader(context),
};

class SicknessAbsenceReader implements RowReader {
  private readonly fields: RowFields;
  private readonly organisations: OrganisationFields;
  private readonly monthEnds = new Map<string, string | null>();

  constructor(private readonly context: ReadingContext) {
    this.fields = new RowFields(context);
    const columns = { code: 'ORG_CODE', name: 'ORG_NAME' };
    this.organisations = new OrganisationFields(columns, this.fields, context);
  }

  read(row: CsvRow): void {
    const { fields, context } = this;
    if (!fields.isComplete(row, COLUMNS)) return;
    const monthEnd = this.monthEnd(row);
    const organisationCode = this.organisations.code(row, monthEnd);
    const group = fields.staffGroup(row, 'STAFF_GROUP');
    const lost = fields.figure(row, 'FTE_DAYS_LOST');
    const available = fields.figure(row, 'FTE_DAYS_AVAILABLE');
    if (monthEnd === null || !organisationCode || !group || lost === undefined || available === undefined)
      return;
    const description = `${organisationCode}, ${group.name}`;
    if (!fields.isFirst(row, `${organisationCode}|${group.code}`, monthEnd, description)) return;
    this.checkDays(row, lost, available);
    const point = { organisationCode, staffGroupCode: group.code, monthEnd };
    context.sink.point({ ...point, measure: 'fte-days-available', value: available });
    context.sink.point({ ...point, measure: 'fte-days-lost', value: lost });
    context.tally.rowsKept += 1;
    if (lost === null || available === null) context.tally.suppressedCells += 1;
  }

  finish(): void {
    if (this.context.tally.rowsKept === 0) return;
    for (const monthEnd of this.monthEnds.values()) {
      if (monthEnd === null) continue;
      this.context.tally.saw(monthEnd, 'fte-days-available');
      this.context.tally.saw(monthEnd, 'fte-days-lost');
    }
  }

  private monthEnd(row: CsvRow): string | null {
    const text = this.fields.text(row, 'DATE');
    let monthEnd = this.monthEnds.get(text);
    if (monthEnd === undefined) {
      monthEnd = readMonthEnd(text);
      if (monthEnd !== null) this.monthEnds.set(text, monthEnd);
    }
    if (monthEnd === null) this.context.faults.add({ line: row.line, column: 'DATE', ...faultOfDate(text) });
    return monthEnd;
  }

  private checkDays(row: CsvRow, lost: string | null, available: string | null): void {
    if (lost === null || available === null || Number(lost) <= Number(available)) return;
    this.context.faults.add({
      line: row.line,
      column: 'FTE_DAYS_LOST',
      rule: 'lost-within-available',
      message: `${lost} days lost are more than the ${available} days available.`,
      fix: 'Check whether the two columns are swapped.',
    });
  }
}
