import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { FaultCollector } from './import-fault';

/** One record of a CSV file and the line on which it starts, the first line being 1. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A quote that is never closed would else swallow the rest of the file. */
const LONGEST_RECORD_CHARACTERS = 64 * 1024;

/** How a line that is no CSV is described. */
export type CsvErrorText = (error: CsvError) => string;

const asParserSays: CsvErrorText = ({ message }) => message.replace(/\s+/g, ' ');

/**
 * The records of a CSV file on disk; see {@link csvRowsOf}.
 *
 * @throws InvalidInputError when quotes are broken or a record is too long
 */
export function readCsvRows(path: string, faults: FaultCollector): AsyncGenerator<CsvRow, void> {
  return csvRowsOf(createReadStream(path), faults);
}

/**
 * The records of a CSV text (RFC 4180; byte order mark, CRLF and LF are all right), one after another.
 * Empty lines are passed over. Memory stays constant. The stream is destroyed at the end.
 *
 * @throws InvalidInputError when quotes are broken or a record is too long
 */
export async function* csvRowsOf(
  input: Readable,
  faults: FaultCollector,
  textOf: CsvErrorText = asParserSays,
): AsyncGenerator<CsvRow, void> {
  const parser = parse({ bom: true, relax_column_count: true, max_record_size: LONGEST_RECORD_CHARACTERS });
  input.on('error', (error) => parser.destroy(error));
  let line = 1;
  try {
    for await (const record of input.pipe(parser)) {
      const fields = record as string[];
      if (fields.length > 1 || fields[0] !== '') yield { line, fields };
      line += 1 + lineBreaksIn(fields);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    faults.fail({
      line,
      rule: 'is-csv',
      message: `The line cannot be read as CSV: ${textOf(error)}.`,
      fix: 'Close the quotes, and double each quote that is part of a text.',
    });
  } finally {
    input.destroy();
  }
}

/** A quoted field may hold line breaks. */
function lineBreaksIn(fields: readonly string[]): number {
  let count = 0;
  for (const field of fields) {
    for (let at = field.indexOf('\n'); at !== -1; at = field.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}
