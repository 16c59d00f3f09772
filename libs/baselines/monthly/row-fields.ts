import type { CsvRow } from '../imports/csv-rows';
import type { FaultCollector } from '../imports/import-fault';
import type { ReadHeader } from '../reading/read-header';
import { readAmount, type AmountLimits } from './amount-value';
import { AMBIGUOUS, readMonth } from './month-value';

const LONGEST_CODE = 60;
const SUM_ROW = /^(grand|sub)?[- ]*totals?\b/i;

/** How amounts of a kind are described when they are refused. */
export interface AmountKind extends AmountLimits {
  readonly tooLarge: string;
  readonly fix: string;
}

/** The fields of rows by what they are. Values are never quoted in faults: a column may hold a name. */
export class RowFields<Field extends string> {
  private readonly names: ReadonlyMap<Field, string>;

  constructor(
    private readonly header: ReadHeader<Field>,
    private readonly faults: FaultCollector,
  ) {
    this.names = new Map(header.columns.map(({ field, header: name }) => [field, name]));
  }

  has(field: Field): boolean {
    return this.header.positions.has(field);
  }

  /** The trimmed text of a field; empty where the file has no such column. */
  text({ fields }: CsvRow, field: Field): string {
    const position = this.header.positions.get(field);
    return position === undefined ? '' : (fields[position] ?? '').trim();
  }

  fault({ line }: CsvRow, field: Field, rule: string, message: string, fix: string): undefined {
    this.faults.add({ line, column: this.names.get(field) ?? field, rule, message, fix });
    return undefined;
  }

  /** A code or label; undefined (and a fault) when it is blank, too long or marks a row of sums. */
  code(row: CsvRow, field: Field): string | undefined {
    const text = this.text(row, field).replace(/\s+/g, ' ');
    if (text === '') {
      return this.fault(row, field, 'has-code', 'The field is blank.', 'Fill it on every row.');
    }
    if (SUM_ROW.test(text)) {
      return this.fault(
        row,
        field,
        'no-sums',
        'The row is a sum of others: its figures would count twice.',
        'Export without totals.',
      );
    }
    if (text.length > LONGEST_CODE) {
      const fix = 'Use the code, not its description.';
      return this.fault(row, field, 'code-length', `It is longer than ${LONGEST_CODE} characters.`, fix);
    }
    return text;
  }

  /** A month as `YYYY-MM`; undefined (and a fault) when it is none. */
  month(row: CsvRow, field: Field): string | undefined {
    const month = readMonth(this.text(row, field));
    if (month === AMBIGUOUS) {
      return this.fault(
        row,
        field,
        'is-one-month',
        'Six digits can be a calendar month or a period of a financial year.',
        'Write 2025-04, or 2025/26 M01.',
      );
    }
    if (month !== null) return month;
    const fix = 'Write the month as 2025-04, Apr-25, 2025/26 M01 or a date in it.';
    return this.fault(row, field, 'is-month', 'The field is no month.', fix);
  }

  /** Whole units, null where blank; undefined (and a fault) when it is no such amount. */
  amount(row: CsvRow, field: Field, kind: AmountKind): number | null | undefined {
    const value = readAmount(this.text(row, field), kind);
    if (value === 'not-a-number') {
      const fix = 'Write digits, for instance 1234.5, -12 or (12.00).';
      return this.fault(row, field, 'is-number', 'The field is not a number.', fix);
    }
    if (value === 'too-large') return this.fault(row, field, 'too-large', kind.tooLarge, kind.fix);
    return value;
  }
}

export const WTE_AMOUNT: AmountKind = {
  scale: 1e5,
  most: 20_000,
  tooLarge: 'No cost centre has so many WTE: it may be hours or pounds.',
  fix: 'Check which column is read as WTE.',
};
export const HOURS_AMOUNT: AmountKind = {
  scale: 100,
  most: 3_000_000,
  tooLarge: 'No employer has so many hours in a month.',
  fix: 'Check which column is read as hours.',
};
export const POUNDS_AMOUNT: AmountKind = {
  scale: 100,
  most: 100_000_000,
  tooLarge: 'No cost centre has so much in a month.',
  fix: 'Check that amounts are pounds of one month, not of the year.',
};
