import { createHash } from 'node:crypto';
import { Readable, Transform, pipeline } from 'node:stream';
import { csvRowsOf, type CsvRow } from '../imports/csv-rows';
import type { FaultCollector } from '../imports/import-fault';
import { refuseOtherFormats } from '../imports/published-file';
import { TextCheck } from '../imports/text-check';
import { workbookRows } from './workbook/open-workbook';

/** Larger than an extract of any employer; what is larger is refused while it arrives. */
export const LARGEST_EXTRACT_BYTES = 200 * 2 ** 20;

/** The bytes that were read. */
export interface ReadBytes {
  readonly sha256: string;
  readonly byteCount: number;
}

/** The rows of a file as it arrives; nothing of it is kept on disk. */
export interface OpenRows {
  readonly format: 'csv' | 'xlsx';
  readonly rows: AsyncGenerator<CsvRow, void>;
  /** What was read; call it after the last row. */
  bytesRead(): ReadBytes;
}

const ZIP_START = Buffer.from('504b0304', 'hex');
/** Workbooks are packed: more bytes than these are no extract. */
const LARGEST_WORKBOOK_BYTES = 64 * 2 ** 20;

/**
 * Opens a file by its first bytes: a workbook, else CSV.
 *
 * @throws InvalidInputError from the rows when the file is empty, too large, no text, no CSV or no workbook
 */
export async function openRows(source: Readable, faults: FaultCollector): Promise<OpenRows> {
  const { start, whole } = await peek(source);
  const isWorkbook = start.subarray(0, ZIP_START.length).equals(ZIP_START);
  const bytes = isWorkbook
    ? new ByteTap(faults, LARGEST_WORKBOOK_BYTES, null)
    : new ByteTap(faults, LARGEST_EXTRACT_BYTES, new TextCheck(faults));
  pipeline(whole, bytes, () => undefined);
  const rows = isWorkbook
    ? workbookRows(bytes, faults)
    : csvRowsOf(bytes, faults, ({ code }) => code.toLowerCase().replaceAll('_', ' '));
  return { format: isWorkbook ? 'xlsx' : 'csv', rows, bytesRead: () => bytes.sum() };
}

/** The first bytes of a stream, and the whole of it again. */
async function peek(source: Readable): Promise<{ readonly start: Buffer; readonly whole: Readable }> {
  const parts = source[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  let start = Buffer.alloc(0);
  while (start.length < ZIP_START.length) {
    const part = await parts.next();
    if (part.done === true) break;
    start = Buffer.concat([start, part.value]);
  }
  return { start, whole: Readable.from(withStart(start, parts), { objectMode: false }) };
}

async function* withStart(start: Buffer, parts: AsyncIterator<Buffer, undefined>): AsyncGenerator<Buffer> {
  if (start.length > 0) yield start;
  yield* { [Symbol.asyncIterator]: () => parts };
}

/** Passes bytes on, and knows their hash, their number and whether they are text. */
class ByteTap extends Transform {
  private readonly hash = createHash('sha256');
  private byteCount = 0;

  /** @param text null for what is no text */
  constructor(
    private readonly faults: FaultCollector,
    private readonly mostBytes: number,
    private readonly text: TextCheck | null,
  ) {
    super();
  }

  override _transform(
    part: Buffer,
    _encoding: string,
    done: (error: Error | null, part?: Buffer) => void,
  ): void {
    try {
      if (this.byteCount === 0 && this.text !== null) refuseOtherFormats(part, this.faults);
      this.byteCount += part.length;
      if (this.byteCount > this.mostBytes) this.refuse();
      this.hash.update(part);
      this.text?.check(part);
      done(null, part);
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: (error?: Error | null) => void): void {
    try {
      this.text?.end();
      if (this.byteCount === 0) {
        this.faults.fail({ rule: 'not-empty', message: 'The file is empty.', fix: 'Export it again.' });
      }
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  private refuse(): never {
    return this.faults.fail({
      rule: 'not-too-large',
      message: `The file is larger than ${this.mostBytes / 2 ** 20} MiB.`,
      fix: 'Export the columns that are needed only.',
    });
  }

  /** What has passed so far. */
  sum(): ReadBytes {
    return { sha256: this.hash.copy().digest('hex'), byteCount: this.byteCount };
  }
}
