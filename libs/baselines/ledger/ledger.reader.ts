import type { CsvRow } from '../imports/csv-rows';
import type { MonthlyContent } from '../monthly/monthly-content';
import { NO_FIGURES, UNMAPPED, type FigureMeasure, type FigureUnits } from '../monthly/monthly-file';
import { POUNDS_AMOUNT, WTE_AMOUNT, type AmountKind, type RowFields } from '../monthly/row-fields';
import type { LedgerField } from './ledger-layout';

const MEASURES: readonly (readonly [FigureMeasure, LedgerField, AmountKind])[] = [
  ['budgetedWte', 'budgeted-wte', WTE_AMOUNT],
  ['workedWte', 'worked-wte', WTE_AMOUNT],
  ['contractedWte', 'contracted-wte', WTE_AMOUNT],
  ['budget', 'budget', POUNDS_AMOUNT],
  ['actual', 'actual', POUNDS_AMOUNT],
];

/** Reads the rows of a ledger; faults go to the collector and reading goes on behind them. */
export class LedgerReader {
  constructor(
    private readonly fields: RowFields<LedgerField>,
    private readonly content: MonthlyContent,
  ) {}

  read(row: CsvRow): void {
    const { fields, content } = this;
    const costCentre = fields.code(row, 'cost-centre');
    const sourceCode = fields.code(row, 'subjective-code');
    const month = fields.month(row, 'month');
    const units = this.units(row);
    if (costCentre === undefined || sourceCode === undefined || month === undefined || units === null) return;
    if (Object.values(units).every((value) => value === null)) {
      content.issues.add('no-figure', row.line);
      return;
    }
    this.tellFlaws(row, units);
    const place = content.tables.subjectiveCodes.find(sourceCode) ?? UNMAPPED;
    if (place === UNMAPPED) {
      const name = fields.text(row, 'subjective-name');
      content.unmapped.add('subjective-code', { value: sourceCode, name }, units, row.line);
    }
    const costCentreName = fields.text(row, 'cost-centre-name');
    content.add(row, { month, costCentre, costCentreName, sourceCode, place, units });
  }

  /** Null when a figure has a fault; each of them is told. */
  private units(row: CsvRow): FigureUnits | null {
    const read = MEASURES.map(
      ([measure, field, kind]) => [measure, this.fields.amount(row, field, kind)] as const,
    );
    if (read.some(([, value]) => value === undefined)) return null;
    return { ...NO_FIGURES, ...(Object.fromEntries(read) as Partial<FigureUnits>) };
  }

  private tellFlaws({ line }: CsvRow, units: FigureUnits): void {
    const { issues } = this.content;
    const [budgeted, worked, actual] = [units.budgetedWte ?? 0, units.workedWte ?? 0, units.actual ?? 0];
    if (budgeted < 0 || worked < 0) issues.add('wte-negative', line);
    if (!this.fields.has('actual') || !this.fields.has('worked-wte')) return;
    if (worked !== 0 && actual === 0) issues.add('worked-without-pay', line);
    if (worked === 0 && actual !== 0) issues.add('pay-without-worked', line);
  }
}
