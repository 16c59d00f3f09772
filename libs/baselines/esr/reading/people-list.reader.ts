import type { CsvRow } from '../../imports/csv-rows';
import type { Pseudonyms } from '../extract/pseudonyms';
import type { LeavingPlace } from '../reference/esr-reference';
import type { ReadingTables } from './reading-tables';
import type { RowValues } from './row-values';

/** The days that a list is about, both included. */
export interface Period {
  readonly first: string;
  readonly last: string;
}

/** What is said of a leaver. */
export interface LeaverFacts {
  readonly place: LeavingPlace;
  readonly cause: string;
}

const UNKNOWN_CAUSE = 'not-known';

/** Place and cause from the destination and reason of a row. */
export function leaverFacts(row: CsvRow, values: RowValues, tables: ReadingTables): LeaverFacts {
  return {
    place: tables.destinations.find(values.text(row, 'destination-on-leaving')) ?? 'not-known',
    cause: tables.leavingReasons.find(values.text(row, 'leaving-reason')) ?? UNKNOWN_CAUSE,
  };
}

export interface ListReading {
  readonly values: RowValues;
  readonly tables: ReadingTables;
  readonly pseudonyms: Pseudonyms;
  readonly dayField: 'latest-start-date' | 'termination-date';
  readonly period: Period;
}

/** Reads a list of starters or leavers: people by pseudonym, each once. */
export class PeopleListReader {
  readonly people = new Map<string, LeaverFacts>();
  outsidePeriod = 0;

  constructor(private readonly reading: ListReading) {}

  read(row: CsvRow): void {
    const { values, tables, pseudonyms, dayField, period } = this.reading;
    const number = values.personNumber(row);
    const day = values.date(row, dayField);
    if (day === null) {
      values.fault(row, dayField, 'has-date', 'The date is blank.', 'Each row of the list needs its date.');
    }
    if (number === undefined || day === undefined || day === null) return;
    if (day < period.first || day > period.last) this.outsidePeriod += 1;
    else this.people.set(pseudonyms.of(number), leaverFacts(row, values, tables));
  }
}
