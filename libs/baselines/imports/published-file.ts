import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FaultCollector } from './import-fault';

/** A file on disk that was looked through once. */
export interface PublishedFile {
  readonly path: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly byteCount: number;
}

const LINE_FEED = 0x0a;

/** First bytes of what people upload by mistake, and what to do about it. */
const OTHER_FORMATS: readonly { readonly start: string; readonly what: string; readonly fix: string }[] = [
  { start: '504b0304', what: 'an Excel workbook or a ZIP archive', fix: 'Save the sheet as “CSV UTF-8”.' },
  { start: 'd0cf11e0', what: 'an old Excel workbook', fix: 'Save the sheet as “CSV UTF-8”.' },
  { start: '1f8b', what: 'a compressed file', fix: 'Unpack it first.' },
  { start: 'fffe', what: 'a UTF-16 text', fix: 'Save it as “CSV UTF-8”.' },
  { start: 'feff', what: 'a UTF-16 text', fix: 'Save it as “CSV UTF-8”.' },
  { start: '25504446', what: 'a PDF', fix: 'Import the CSV of the same publication.' },
];

/**
 * Reads a file through once: its hash, its size, and whether it is UTF-8 text. Memory stays constant.
 *
 * @throws InvalidInputError when it is empty, of another format or not UTF-8
 */
export async function inspectFile(
  path: string,
  fileName: string,
  faults: FaultCollector,
): Promise<PublishedFile> {
  const hash = createHash('sha256');
  const text = new TextCheck(faults);
  let byteCount = 0;
  for await (const part of createReadStream(path)) {
    const bytes = part as Buffer;
    if (byteCount === 0) refuseOtherFormats(bytes, faults);
    byteCount += bytes.length;
    hash.update(bytes);
    text.check(bytes);
  }
  text.end();
  if (byteCount === 0) {
    faults.fail({ rule: 'not-empty', message: 'The file is empty.', fix: 'Download the file again.' });
  }
  return { path, fileName, sha256: hash.digest('hex'), byteCount };
}

function refuseOtherFormats(bytes: Buffer, faults: FaultCollector): void {
  const found = OTHER_FORMATS.find(
    ({ start }) => bytes.subarray(0, start.length / 2).toString('hex') === start,
  );
  if (found === undefined) return;
  faults.fail({ rule: 'is-csv', message: `This is ${found.what}, not a CSV file.`, fix: found.fix });
}

/** Checks a stream of bytes for UTF-8 and against NUL, and knows the line. */
class TextCheck {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private line = 1;

  constructor(private readonly faults: FaultCollector) {}

  check(bytes: Buffer): void {
    if (bytes.includes(0)) this.fail(bytes);
    try {
      this.decoder.decode(bytes, { stream: true });
    } catch {
      this.fail(bytes);
    }
    this.line += countLineFeeds(bytes);
  }

  end(): void {
    try {
      this.decoder.decode();
    } catch {
      this.fail(Buffer.alloc(0));
    }
  }

  private fail(bytes: Buffer): never {
    return this.faults.fail({
      line: this.line + linesBeforeFault(bytes),
      rule: 'is-utf-8',
      message: 'The file is not UTF-8 text (it may be Windows-1252).',
      fix: 'Save it as “CSV UTF-8”.',
    });
  }
}

/** Lines of a part before the one that is not text: the part is decoded line by line, on its own. */
function linesBeforeFault(bytes: Buffer): number {
  let lines = 0;
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end);
    // The first line may begin in the middle of a character that the part before holds.
    if ((lines > 0 || line.includes(0)) && !isText(line)) return lines;
    if (end === -1) return lines;
    lines += 1;
    start = end + 1;
  }
  return lines;
}

function isText(line: Buffer): boolean {
  if (line.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(line);
    return true;
  } catch {
    return false;
  }
}

function countLineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}
