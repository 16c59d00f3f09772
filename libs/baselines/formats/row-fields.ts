import type { CsvRow } from '../imports/csv-rows';
import { quoted } from '../imports/import-fault';
import { readFigure } from './field-values';
import { MonthCells } from './month-cells';
import type { ReadingContext } from './published-format';
import type { StaffGroupName } from './staff-group-labels';

/** Reads the fields of rows by column name, and reports what is wrong with them. */
export class RowFields {
  private readonly groups = new Map<string, StaffGroupName | undefined>();
  private readonly cells = new MonthCells();

  constructor(private readonly context: ReadingContext) {}

  /** The trimmed text of a column; a short row has none. */
  text(row: CsvRow, column: string): string {
    return (row.fields[this.context.position(column)] ?? '').trim();
  }

  /** Whether the row has as many fields as the layout needs; adds a fault if not. */
  isComplete(row: CsvRow, columns: readonly string[]): boolean {
    const last = Math.max(...columns.map((column) => this.context.position(column)));
    if (row.fields.length > last) return true;
    this.context.faults.add({
      line: row.line,
      rule: 'complete-row',
      message: `The row has ${row.fields.length} fields, the header needs ${last + 1}.`,
      fix: 'Import the file as published; a text with commas must stand in quotes.',
    });
    return false;
  }

  /** A figure as decimal text, null when withheld, undefined (and a fault) when it is neither. */
  figure(row: CsvRow, column: string): string | null | undefined {
    const reading = readFigure(row.fields[this.context.position(column)] ?? '');
    if (reading === null || typeof reading === 'string') return reading;
    this.context.faults.add({ line: row.line, column, ...reading });
    return undefined;
  }

  /** The staff group of a label; undefined (and a fault) when it is not known. Other labels are tallied. */
  staffGroup(row: CsvRow, column: string, label = this.text(row, column)): StaffGroupName | undefined {
    if (!this.groups.has(label)) this.groups.set(label, this.context.labels.find(label));
    const group = this.groups.get(label);
    if (group === undefined) {
      this.context.faults.add({
        line: row.line,
        column,
        rule: 'known-staff-group',
        message: `${quoted(label)} is no known staff group.`,
        fix: 'Use the published label; for a new one add a row to config/reference/staff-groups/mappings.csv.',
      });
    } else if (group.name !== label) {
      this.context.tally.harmonised(label, group.name);
    }
    return group;
  }

  /**
   * Whether this is the first row of a cell in a month; adds a fault if not.
   *
   * @param cell what a row is about, but for the month
   * @param monthEnd its month, `YYYY-MM-DD`
   */
  isFirst(row: CsvRow, cell: string, monthEnd: string, description: string): boolean {
    if (this.cells.add(cell, monthEnd)) return true;
    this.context.faults.add({
      line: row.line,
      rule: 'no-duplicates',
      message: `${description}, ${monthEnd} is in the file already, on an earlier line.`,
      fix: 'Remove one of the two rows.',
    });
    return false;
  }
}
