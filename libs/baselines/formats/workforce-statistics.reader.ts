import { ENGLAND_CODE } from '#organisations';
import type { CsvRow } from '../imports/csv-rows';
import { quoted } from '../imports/import-fault';
import { faultOfDate, readMonthEnd } from './field-values';
import type { PublishedFormat, ReadingContext, RowReader } from './published-format';
import { RowFields } from './row-fields';

const COLUMNS = ['date', 'metric', 'value'] as const;

/** "NHS Workforce Statistics", England by staff group, long format: one row a month, group and measure. */
export const ENGLAND_WORKFORCE_STATISTICS: PublishedFormat = {
  kind: 'england-workforce-statistics',
  title: 'the England workforce statistics series',
  columns: COLUMNS,
  labelScheme: 'workforce-statistics',
  createReader: (context) => new WorkforceStatisticsReader(context),
};

const METRIC = /^(FTE|Headcount): (.+)$/;

/** Rows of single grades lie below the staff groups; the row of all grades is kept. */
const MEDICAL_GRADE = / - HCHS doctors - (?!All grades$)/i;

class WorkforceStatisticsReader implements RowReader {
  private readonly fields: RowFields;

  constructor(private readonly context: ReadingContext) {
    this.fields = new RowFields(context);
  }

  read(row: CsvRow): void {
    const { fields, context } = this;
    if (!fields.isComplete(row, COLUMNS)) return;
    const metric = fields.text(row, 'metric');
    const [, unit, label] = METRIC.exec(metric) ?? [];
    if (unit === undefined || label === undefined) return this.refuseMetric(row, metric);
    const monthEnd = readMonthEnd(fields.text(row, 'date'));
    if (monthEnd === null) {
      return context.faults.add({ line: row.line, column: 'date', ...faultOfDate(fields.text(row, 'date')) });
    }
    if (MEDICAL_GRADE.test(label)) {
      return context.tally.notKept('medical-grade', row.line, `${metric}: the total of all grades is kept`);
    }
    const group = fields.staffGroup(row, 'metric', label);
    const value = fields.figure(row, 'value');
    if (group === undefined || value === undefined) return;
    const measure = unit === 'FTE' ? 'fte' : 'headcount';
    const description = `England, ${group.name}, ${unit}`;
    if (!fields.isFirst(row, `${measure}|${group.code}`, monthEnd, description)) return;
    const point = { organisationCode: ENGLAND_CODE, staffGroupCode: group.code, monthEnd };
    context.sink.point({ ...point, measure, value });
    context.tally.saw(monthEnd, measure);
    context.tally.rowsKept += 1;
    if (value === null) context.tally.suppressedCells += 1;
  }

  finish(): void {
    // Every row stands by itself.
  }

  private refuseMetric(row: CsvRow, metric: string): void {
    this.context.faults.add({
      line: row.line,
      column: 'metric',
      rule: 'known-metric',
      message: `${quoted(metric)} is no known metric.`,
      fix: 'Write “FTE: ” or “Headcount: ”, then the main group, “ - ” and the group.',
    });
  }
}
