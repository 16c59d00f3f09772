import type { CsvRow } from '../imports/csv-rows';
import type { FaultCollector } from '../imports/import-fault';
import { FigureCells, MOST_CELLS, type CellPlace } from './figure-cells';
import { type FigureUnits, type Place } from './monthly-file';
import { MonthlyIssues } from './monthly-issues';
import type { MonthlyTables } from './monthly-tables';
import { LEFT_OUT } from './store/monthly-mapping';
import { UnmappedSources } from './unmapped-sources';

/** Rows that belong to nothing of this organisation. */
export interface LeftOut {
  rows: number;
  /** Units: hundred-thousandths of a WTE over all months, pence. */
  workedWte: number;
  actual: number;
}

/** A row with the place that its code has. */
export interface PlacedRow extends Omit<CellPlace, 'post'> {
  readonly costCentreName: string;
  readonly place: Place;
  readonly units: FigureUnits;
}

/** What a file comes to while it is read: cells, and what is to be said of them. */
export class MonthlyContent {
  readonly cells = new FigureCells();
  readonly unmapped = new UnmappedSources();
  readonly issues = new MonthlyIssues();
  readonly leftOut: LeftOut = { rows: 0, workedWte: 0, actual: 0 };

  constructor(
    readonly tables: MonthlyTables,
    private readonly faults: FaultCollector,
  ) {}

  /** Adds a row; a cell that is there already is a fault. */
  add(row: CsvRow, { place, costCentreName, units, ...at }: PlacedRow): void {
    const division = at.costCentre === '' ? undefined : this.tables.costCentres.find(at.costCentre);
    if (place === LEFT_OUT || division === LEFT_OUT) {
      this.leaveOut(row, units, place === LEFT_OUT && division !== LEFT_OUT);
      return;
    }
    if (division === undefined && at.costCentre !== '') {
      this.unmapped.add('cost-centre', { value: at.costCentre, name: costCentreName }, units, row.line);
    }
    const before = this.cells.add({ ...at, post: place }, division ?? null, units, row.line);
    if (before !== null) this.refuseRepeated(row, before);
    if (this.cells.size > MOST_CELLS) {
      this.faults.fail({
        line: row.line,
        rule: 'not-too-many',
        message: `The file has more than ${MOST_CELLS.toLocaleString('en-GB')} figures.`,
        fix: 'Import one year at a time, and pay codes only.',
      });
    }
  }

  private leaveOut({ line }: CsvRow, units: FigureUnits, isByCode: boolean): void {
    this.leftOut.rows += 1;
    this.leftOut.workedWte += units.workedWte ?? 0;
    this.leftOut.actual += units.actual ?? 0;
    if (isByCode && (units.workedWte ?? units.budgetedWte ?? 0) !== 0) {
      this.issues.add('wte-not-on-staff', line);
    }
  }

  private refuseRepeated({ line }: CsvRow, before: number): void {
    this.faults.add({
      line,
      rule: 'no-duplicates',
      message: `Line ${before} has figures of the same cost centre, code and month.`,
      fix: 'Give each of them one row, with the sum.',
    });
  }
}
