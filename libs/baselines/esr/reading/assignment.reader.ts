import type { CsvRow } from '../../imports/csv-rows';
import type { Assignment } from '../extract/assignment';
import type { Pseudonyms } from '../extract/pseudonyms';
import { normalised } from '../../reading/value-patterns';
import { FTE_SCALE, ageAt, ageBandOf, readAgeBand, readEsrDate, readFlag, readFte } from './esr-values';
import type { IssueTally } from './issues';
import type { ReadingTables } from './reading-tables';
import type { RowValues } from './row-values';
import type { MappedField, UnmappedTally } from './unmapped-values';

/** What the rows of one extract are read with. */
export interface AssignmentReading {
  readonly asAt: string;
  readonly tables: ReadingTables;
  readonly values: RowValues;
  readonly issues: IssueTally;
  readonly unmapped: UnmappedTally;
  readonly pseudonyms: Pseudonyms;
}

type Standing = Pick<Assignment, 'standing' | 'rules'>;

/** Reads the rows of an extract; faults go to the collector and reading goes on behind them. */
export class AssignmentReader {
  private readonly seen = new Set<string>();
  private readonly leftBit: number;
  private readonly notStartedBit: number;

  constructor(private readonly reading: AssignmentReading) {
    const bitOf = (code: string): number => 1 << reading.tables.rules.findIndex((rule) => rule.code === code);
    this.leftBit = bitOf('left');
    this.notStartedBit = bitOf('not-started');
  }

  /** The assignment of a row; null when it has a fault. */
  read(row: CsvRow): Assignment | null {
    const { values, pseudonyms } = this.reading;
    const number = values.personNumber(row);
    const latestStart = values.date(row, 'latest-start-date');
    const terminated = values.date(row, 'termination-date');
    if (number === undefined || latestStart === undefined || terminated === undefined) return null;
    if (!this.isOfDay(row)) return null;
    const standing = this.standing(row, latestStart, terminated);
    const fte = this.fte(row, standing);
    if (fte === null || !this.isFirst(row)) return null;
    if (standing.standing === 'counted') this.tellUnmapped(row, fte);
    return {
      person: pseudonyms.of(number),
      ...standing,
      line: standing.standing === 'counted' ? this.line(row, fte) : -1,
      ...this.traits(row, standing),
      fte,
      isPrimary: readFlag(values.text(row, 'primary-assignment')) === true,
      latestStart,
    };
  }

  /** Whether the person has left by this assignment. */
  hasEnded({ rules }: Assignment): boolean {
    return (rules & this.leftBit) !== 0;
  }

  private standing(row: CsvRow, latestStart: string | null, terminated: string | null): Standing {
    const { asAt, tables, values } = this.reading;
    let rules = 0;
    if (terminated !== null && terminated < asAt) rules |= this.leftBit;
    if (latestStart !== null && latestStart > asAt) rules |= this.notStartedBit;
    if (rules !== 0) return { rules, standing: 'left-out' };
    for (const { field, of } of tables.fieldRules) {
      for (const index of of(values.text(row, field))) rules |= 1 << index;
    }
    return this.strongest(rules);
  }

  /** Of the rules that put an assignment out or apart the first counts, alone; else all of them do. */
  private strongest(rules: number): Standing {
    for (const [index, { effect }] of this.reading.tables.rules.entries()) {
      if ((rules & (1 << index)) === 0) continue;
      if (effect === 'left-out' || effect === 'apart') return { rules: 1 << index, standing: effect };
    }
    return { rules, standing: 'counted' };
  }

  private fte(row: CsvRow, { standing }: Standing): number | null {
    const { values, issues } = this.reading;
    const fte = readFte(values.text(row, 'fte'));
    if (standing !== 'counted') return typeof fte === 'number' ? fte : 0;
    if (typeof fte === 'number') {
      if (fte > FTE_SCALE) issues.add('fte-over-one', row.line);
      if (fte === 0) issues.add('fte-zero', row.line);
      return fte;
    }
    const [message, fix] = FTE_FAULTS[fte ?? 'blank'];
    values.fault(row, 'fte', fte === null ? 'has-fte' : `fte-${fte}`, message, fix);
    return null;
  }

  /** A file that says its own day must be of the day that it is imported as. */
  private isOfDay(row: CsvRow): boolean {
    const { asAt, values } = this.reading;
    const day = values.date(row, 'effective-date');
    if (day === null || day === asAt) return true;
    if (day !== undefined) {
      values.fault(
        row,
        'effective-date',
        'is-of-day',
        `The row is of another day than the extract, ${asAt}.`,
        'Import the file as of its own day.',
      );
    }
    return false;
  }

  private isFirst(row: CsvRow): boolean {
    const { values, pseudonyms } = this.reading;
    const number = values.text(row, 'assignment-number');
    if (number === '') return true;
    const pseudonym = pseudonyms.of(number);
    if (this.seen.has(pseudonym)) {
      values.fault(
        row,
        'assignment-number',
        'no-duplicates',
        'The assignment is in the file already, on an earlier line.',
        'Remove one of the two rows.',
      );
      return false;
    }
    this.seen.add(pseudonym);
    return true;
  }

  private tellUnmapped(row: CsvRow, fte: number): void {
    const { tables, values, unmapped } = this.reading;
    for (const { field, of } of tables.fieldRules) {
      if (!isMappedField(field)) continue;
      const value = values.text(row, field);
      if (of(value).length === 0) unmapped.add(field, value, row.line, fte);
    }
  }

  /** The planning line: from the occupation code alone, and the pay grade. */
  private line(row: CsvRow, fte: number): number {
    const { tables, values, unmapped, issues } = this.reading;
    const code = values.text(row, 'occupation-code').toUpperCase();
    const group = tables.occupationCodes.find(code);
    const band = tables.payGrades.find(values.text(row, 'pay-grade'));
    if (band === undefined) issues.add('pay-grade-unknown', row.line);
    if (group === undefined) {
      unmapped.add('occupation-code', code, row.line, fte);
      return -1;
    }
    const esr = tables.esrStaffGroups.get(normalised(values.text(row, 'staff-group')));
    if (esr !== undefined && !esr.has(group)) issues.add('staff-group-differs', row.line);
    return group * tables.axes.bands.length + (band ?? tables.unknownBand);
  }

  private traits(row: CsvRow, { standing }: Standing): Pick<Assignment, 'age' | 'ethnicity' | 'disability'> {
    const { tables, values, issues } = this.reading;
    if (standing !== 'counted') {
      return { age: -1, ethnicity: tables.unknownEthnicity, disability: tables.unknownDisability };
    }
    const origin = values.text(row, 'ethnic-origin');
    const ethnicity = tables.ethnicOrigins.find(origin);
    const disability = tables.disabilities.find(values.text(row, 'disability'));
    if (ethnicity === undefined && values.has('ethnic-origin')) {
      issues.add(origin === '' ? 'ethnicity-blank' : 'ethnicity-unknown', row.line);
    }
    if (disability === undefined && values.has('disability')) issues.add('disability-unknown', row.line);
    return {
      age: this.age(row),
      ethnicity: ethnicity ?? tables.unknownEthnicity,
      disability: disability ?? tables.unknownDisability,
    };
  }

  /** From the day of birth where the file has one, else from the age band; -1 when neither can be read. */
  private age(row: CsvRow): number {
    const { asAt, values, issues } = this.reading;
    const birth = readEsrDate(values.text(row, 'birth-date'));
    const band =
      birth === null ? readAgeBand(values.text(row, 'age-band')) : ageBandOf(ageAt(birth.day, asAt));
    if (birth?.isSerial === true) issues.add('excel-date', row.line);
    if (band !== null) return band;
    if (values.has('birth-date') || values.has('age-band')) issues.add('age-unknown', row.line);
    return -1;
  }
}

const FTE_FAULTS: Readonly<
  Record<'blank' | 'not-a-number' | 'negative' | 'too-large', readonly [string, string]>
> = {
  blank: ['WTE is blank for an assignment that counts.', 'Enter the contracted WTE, 0 if there is none.'],
  'not-a-number': ['WTE is not a number.', 'Write WTE as a plain number such as 0.6.'],
  negative: ['WTE is negative.', 'Enter the contracted WTE, 0 if there is none.'],
  'too-large': ['WTE is above 2: it may be hours.', 'Divide weekly hours by the full-time hours.'],
};

const isMappedField = (field: string): field is MappedField =>
  field === 'assignment-category' || field === 'assignment-status';
