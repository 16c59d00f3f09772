import type { CsvRow } from '../../imports/csv-rows';
import type { FaultCollector } from '../../imports/import-fault';
import type { EsrField } from '../reference/esr-columns';
import { readEsrDate } from './esr-values';
import type { IssueTally } from './issues';

/**
 * The fields of rows by what they are. Values are never quoted in faults: a column may hold something else
 * than its name says, and faults are shown and logged.
 */
export class RowValues {
  private readonly names: ReadonlyMap<EsrField, string>;

  constructor(
    private readonly positions: ReadonlyMap<EsrField, number>,
    columns: readonly { readonly field: EsrField; readonly header: string }[],
    private readonly faults: FaultCollector,
    private readonly issues: IssueTally,
  ) {
    this.names = new Map(columns.map(({ field, header }) => [field, header]));
  }

  has(field: EsrField): boolean {
    return this.positions.has(field);
  }

  /** The trimmed text of a field; empty where the file has no such column. */
  text(row: CsvRow, field: EsrField): string {
    const position = this.positions.get(field);
    return position === undefined ? '' : (row.fields[position] ?? '').trim();
  }

  fault(row: CsvRow, field: EsrField, rule: string, message: string, fix: string): void {
    this.faults.add({ line: row.line, column: this.names.get(field) ?? field, rule, message, fix });
  }

  /** A date as `YYYY-MM-DD`; null when the field is blank, undefined (and a fault) when it is no date. */
  date(row: CsvRow, field: EsrField): string | null | undefined {
    const text = this.text(row, field);
    if (text === '') return null;
    const date = readEsrDate(text);
    if (date === null) {
      this.fault(
        row,
        field,
        'is-date',
        'The field is no date.',
        'Write dates as dd/mm/yyyy or dd-MON-yyyy, or leave the cell formatted as a date.',
      );
      return undefined;
    }
    if (date.isSerial) this.issues.add('excel-date', row.line);
    return date.day;
  }

  /**
   * The number that stands for a person: the employee number, else the assignment number without its
   * ending. Undefined (and a fault) when both are blank.
   */
  personNumber(row: CsvRow): string | undefined {
    const employee = this.text(row, 'employee-number');
    if (employee !== '') return employee;
    const [number = ''] = this.text(row, 'assignment-number').split('-');
    if (number !== '') return number;
    const field = this.has('employee-number') ? 'employee-number' : 'assignment-number';
    this.fault(
      row,
      field,
      'has-number',
      'The number is blank.',
      'Every row needs an employee or assignment number.',
    );
    return undefined;
  }
}
