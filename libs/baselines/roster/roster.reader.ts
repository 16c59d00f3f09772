import { fteOfHours } from '#modules/temporary-staffing';
import type { CsvRow } from '../imports/csv-rows';
import { daysOfMonth } from '../monthly/month-value';
import type { MonthlyContent } from '../monthly/monthly-content';
import { FIGURE_SCALES, NO_FIGURES, type Employment, type FigureUnits } from '../monthly/monthly-file';
import { HOURS_AMOUNT, POUNDS_AMOUNT, type RowFields } from '../monthly/row-fields';
import type { RosterField } from './roster-layout';

const WORK: readonly (readonly [Employment, RosterField, RosterField])[] = [
  ['overtime', 'overtime-hours', 'overtime-cost'],
  ['bank', 'bank-hours', 'bank-cost'],
  ['agency', 'agency-hours', 'agency-cost'],
];

/** Reads the rows of a roster; WTE follow from the hours of each month. */
export class RosterReader {
  constructor(
    private readonly fields: RowFields<RosterField>,
    private readonly content: MonthlyContent,
  ) {}

  read(row: CsvRow): void {
    const { fields } = this;
    const label = fields.code(row, 'staff-group');
    const month = fields.month(row, 'month');
    const costCentre = fields.text(row, 'cost-centre') === '' ? '' : fields.code(row, 'cost-centre');
    const worked = WORK.flatMap(([employment, hours, cost]) => {
      const read = { hours: this.hours(row, hours), actual: fields.amount(row, cost, POUNDS_AMOUNT) };
      return isTold(read) ? [{ employment, ...read }] : [];
    });
    if (label === undefined || month === undefined || costCentre === undefined) return;
    if (worked.length === 0) this.content.issues.add('no-figure', row.line);
    for (const { employment, ...amounts } of worked) {
      this.add(row, { month, costCentre, label, employment, units: unitsOf(amounts, month) });
    }
  }

  private add(row: CsvRow, { label, employment, units, ...at }: RosterWork): void {
    const { content } = this;
    const staffGroup = content.tables.staffGroups.find(label) ?? null;
    if (staffGroup === null) {
      content.unmapped.add('staff-group', { value: label, name: '' }, units, row.line);
    }
    const place = { employment, staffGroup };
    content.add(row, { ...at, costCentreName: '', sourceCode: label, place, units });
  }

  private hours(row: CsvRow, field: RosterField): number | null | undefined {
    const hours = this.fields.amount(row, field, HOURS_AMOUNT);
    if (hours === undefined || hours === null || hours >= 0) return hours;
    const fix = 'Correct the month in which they were booked.';
    return this.fields.fault(row, field, 'not-negative', 'Hours are negative.', fix);
  }
}

interface Amounts {
  readonly hours: number | null;
  readonly actual: number | null;
}

interface RosterWork {
  readonly month: string;
  readonly costCentre: string;
  readonly label: string;
  readonly employment: Employment;
  readonly units: FigureUnits;
}

/** Whether a row says anything, and nothing wrong, of a kind of work. */
function isTold(read: { readonly [Key in keyof Amounts]: Amounts[Key] | undefined }): read is Amounts {
  const { hours, actual } = read;
  return hours !== undefined && actual !== undefined && (hours !== null || actual !== null);
}

function unitsOf({ hours, actual }: Amounts, month: string): FigureUnits {
  const workedWte =
    hours === null
      ? null
      : Math.round(fteOfHours(hours / FIGURE_SCALES.hours, daysOfMonth(month)) * FIGURE_SCALES.workedWte);
  return { ...NO_FIGURES, hours, workedWte, actual };
}
