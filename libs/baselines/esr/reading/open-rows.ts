import { createHash } from 'node:crypto';
import { Transform, pipeline, type Readable } from 'node:stream';
import { csvRowsOf, type CsvRow } from '../../imports/csv-rows';
import type { FaultCollector } from '../../imports/import-fault';
import { refuseOtherFormats } from '../../imports/published-file';
import { TextCheck } from '../../imports/text-check';

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

/** Opens a file by its first bytes. */
export async function openRows(source: Readable, faults: FaultCollector): Promise<OpenRows> {
  return openCsvRows(source, faults);
}

/** @throws InvalidInputError from the rows when the file is empty, too large, no text or no CSV */
export function openCsvRows(source: Readable, faults: FaultCollector): OpenRows {
  const bytes = new ByteTap(faults);
  pipeline(source, bytes, () => undefined);
  const rows = csvRowsOf(bytes, faults, ({ code }) => code.toLowerCase().replaceAll('_', ' '));
  return { format: 'csv', rows, bytesRead: () => bytes.sum() };
}

/** Passes bytes on, and knows their hash, their number and whether they are text. */
class ByteTap extends Transform {
  private readonly hash = createHash('sha256');
  private readonly text: TextCheck;
  private byteCount = 0;

  constructor(private readonly faults: FaultCollector) {
    super();
    this.text = new TextCheck(faults);
  }

  override _transform(
    part: Buffer,
    _encoding: string,
    done: (error: Error | null, part?: Buffer) => void,
  ): void {
    try {
      if (this.byteCount === 0) refuseOtherFormats(part, this.faults);
      this.byteCount += part.length;
      if (this.byteCount > LARGEST_EXTRACT_BYTES) refuseTooLarge(this.faults);
      this.hash.update(part);
      this.text.check(part);
      done(null, part);
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: (error?: Error | null) => void): void {
    try {
      this.text.end();
      if (this.byteCount === 0) {
        this.faults.fail({ rule: 'not-empty', message: 'The file is empty.', fix: 'Export it again.' });
      }
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  /** What has passed so far. */
  sum(): ReadBytes {
    return { sha256: this.hash.copy().digest('hex'), byteCount: this.byteCount };
  }
}

/** @throws InvalidInputError */
export function refuseTooLarge(faults: FaultCollector): never {
  return faults.fail({
    rule: 'not-too-large',
    message: `The file is larger than ${LARGEST_EXTRACT_BYTES / 2 ** 20} MiB.`,
    fix: 'Export the columns that are needed only.',
  });
}
