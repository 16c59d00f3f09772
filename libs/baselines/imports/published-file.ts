import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FaultCollector } from './import-fault';
import { TextCheck } from './text-check';

/** A file on disk that was looked through once. */
export interface PublishedFile {
  readonly path: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly byteCount: number;
}

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

/** Refuses what is no CSV file by its first bytes. */
export function refuseOtherFormats(bytes: Buffer, faults: FaultCollector): void {
  const found = OTHER_FORMATS.find(
    ({ start }) => bytes.subarray(0, start.length / 2).toString('hex') === start,
  );
  if (found === undefined) return;
  faults.fail({ rule: 'is-csv', message: `This is ${found.what}, not a CSV file.`, fix: found.fix });
}
