import type { CsvRow } from '../imports/csv-rows';
import { quoted } from '../imports/import-fault';
import { faultOfDate, monthEndOf, readDay } from './field-values';
import type { PublishedFormat, ReadingContext, RowReader } from './published-format';
import { RowFields } from './row-fields';

const COLUMNS = ['Time', 'Ethnicity', 'Role_Group', 'Grade', 'Value'] as const;

/** HCHS workforce by ethnicity, staff group and grade (Ethnicity facts and figures), England. */
export const ETHNICITY_BY_BAND: PublishedFormat = {
  kind: 'ethnicity-by-band',
  title: 'the England workforce by ethnicity and grade',
  columns: COLUMNS,
  labelScheme: 'ethnicity-by-band',
  createReader: (context) => new EthnicityByBandReader(context),
};

/** Published ethnic groups; the two totals overlap them and leave one another's unknowns in or out. */
const ETHNIC_GROUPS: ReadonlyMap<string, string> = new Map([
  ['White', 'white'],
  ['Asian', 'asian'],
  ['Black', 'black'],
  ['Chinese', 'chinese'],
  ['Mixed', 'mixed'],
  ['Other', 'other'],
  ['Unknown & Not Stated', 'unknown-and-not-stated'],
  ['Discontinued Codes', 'discontinued-codes'],
]);
const ETHNIC_TOTALS: ReadonlySet<string> = new Set([
  'All',
  'All - Including Unknown, Not Stated And Discontinued Codes',
]);
const ALL_GRADES = 'All Grades';

const GRADES: ReadonlyMap<string, string> = new Map([
  ...['1', '2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9'].map((band): [string, string] => [
    `Band ${band}`,
    `band-${band}`,
  ]),
  ['Very Senior Manager', 'vsm'],
  ['Non Afc Grade', 'unknown'],
  ['Consultant', 'consultant'],
  ['Associate Specialist', 'associate-specialist'],
  ['Specialty Doctor', 'specialty-doctor'],
  ['Specialty Registrar', 'specialty-registrar'],
  ['Core Training', 'core-training'],
  ['Foundation Doctor Year 2', 'foundation-year-2'],
  ['Foundation Doctor Year 1', 'foundation-year-1'],
  ['Staff Grade', 'other-medical'],
  ['Hospital Practitioner / Clinical Assistant', 'other-medical'],
  ['Other And Local Hchs Doctor Grades', 'other-medical'],
]);

interface BandTotal {
  readonly asAt: string;
  readonly staffGroupCode: string;
  readonly bandCode: string;
  readonly ethnicity: string;
  headcount: number;
  isSuppressed: boolean;
}

class EthnicityByBandReader implements RowReader {
  private readonly fields: RowFields;
  /** Several published grades make one band: cells are added up before they are written. */
  private readonly totals = new Map<string, BandTotal>();

  constructor(private readonly context: ReadingContext) {
    this.fields = new RowFields(context);
  }

  read(row: CsvRow): void {
    const { fields, context } = this;
    if (!fields.isComplete(row, COLUMNS)) return;
    const published = fields.text(row, 'Ethnicity');
    const grade = fields.text(row, 'Grade');
    if (ETHNIC_TOTALS.has(published)) {
      return context.tally.notKept(
        'ethnicity-total',
        row.line,
        `${quoted(published)} is a total of other rows`,
      );
    }
    if (grade === ALL_GRADES) {
      return context.tally.notKept('grade-total', row.line, `${quoted(grade)} is a total of other rows`);
    }
    const ethnicity = this.lookUp(row, 'Ethnicity', ETHNIC_GROUPS);
    const bandCode = this.lookUp(row, 'Grade', GRADES);
    const asAt = this.asAt(row);
    const group = fields.staffGroup(row, 'Role_Group');
    const value = fields.figure(row, 'Value');
    if (!ethnicity || !bandCode || !asAt || !group || value === undefined) return;
    const description = `${group.name}, ${grade}, ${published}`;
    if (!fields.isFirst(row, `${group.code}|${grade}|${ethnicity}`, asAt, description)) return;
    this.addUp({ asAt, staffGroupCode: group.code, bandCode, ethnicity }, value);
    context.tally.saw(asAt, 'headcount');
    context.tally.rowsKept += 1;
    if (value === null) context.tally.suppressedCells += 1;
  }

  finish(): void {
    for (const { headcount, isSuppressed, ...cell } of this.totals.values()) {
      this.context.sink.cell({ ...cell, headcount: isSuppressed ? null : String(headcount) });
    }
  }

  private addUp(cell: Omit<BandTotal, 'headcount' | 'isSuppressed'>, value: string | null): void {
    const key = `${cell.asAt}|${cell.staffGroupCode}|${cell.bandCode}|${cell.ethnicity}`;
    const total = this.totals.get(key) ?? { ...cell, headcount: 0, isSuppressed: false };
    if (value === null) total.isSuppressed = true;
    else total.headcount += Number(value);
    this.totals.set(key, total);
  }

  private lookUp(row: CsvRow, column: string, known: ReadonlyMap<string, string>): string | undefined {
    const text = this.fields.text(row, column);
    const code = known.get(text);
    if (code === undefined) {
      this.context.faults.add({
        line: row.line,
        column,
        rule: 'known-value',
        message: `${quoted(text)} is not known here.`,
        fix: `Use one of ${[...known.keys()].join(', ')}.`,
      });
    }
    return code;
  }

  /** The tables name a quarter by the first day of its last month; the figures are of that month's end. */
  private asAt(row: CsvRow): string | null {
    const text = this.fields.text(row, 'Time');
    const day = readDay(text);
    const asAt = day === null ? null : monthEndOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
    if (asAt === null) this.context.faults.add({ line: row.line, column: 'Time', ...faultOfDate(text) });
    return asAt;
  }
}
