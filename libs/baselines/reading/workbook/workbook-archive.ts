import type { Readable } from 'node:stream';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { WorkbookFault } from './workbook-fault';

/** What a workbook may come to. A small file can hold a very large one. */
export interface WorkbookLimits {
  readonly entries: number;
  readonly inflatedBytes: number;
  /** Inflated size over packed size of one part. */
  readonly ratio: number;
  /** Characters of all texts of the workbook. */
  readonly textCharacters: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  entries: 2_000,
  inflatedBytes: 1_024 * 2 ** 20,
  ratio: 200,
  textCharacters: 64 * 2 ** 20,
};

/** Ratios of small parts say nothing. */
const SMALL_PART_BYTES = 2 ** 20;
const REPAIR = 'Save it again as an Excel workbook (.xlsx) without macros, or as “CSV UTF-8”.';

/** The parts of a workbook in memory, by name; sizes are checked before anything is unpacked. */
export class WorkbookArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws WorkbookFault when it is no workbook, has macros, is encrypted or too large */
  static async open(bytes: Buffer, limits: WorkbookLimits): Promise<WorkbookArchive> {
    const zip = await openZip(bytes);
    const entries = await readEntries(zip, limits);
    if (entries.has('xl/vbaProject.bin')) {
      throw new WorkbookFault({ rule: 'no-macros', message: 'The workbook has macros.', fix: REPAIR });
    }
    return new WorkbookArchive(zip, entries);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * The bytes of a part; more than it says it has is an error of the stream.
   *
   * @throws WorkbookFault when there is no such part
   */
  async openPart(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw notAWorkbook();
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => {
        if (error === null || error === undefined) resolve(stream);
        else reject(notAWorkbook());
      });
    });
  }
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error === null || error === undefined) resolve(zip);
      else reject(notAWorkbook());
    });
  });
}

function readEntries(zip: ZipFile, limits: WorkbookLimits): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let inflated = 0;
  return new Promise((resolve, reject) => {
    zip.on('error', () => reject(notAWorkbook()));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      inflated += entry.uncompressedSize;
      const fault = faultOfEntry(entry, { inflated, count: entries.size + 1 }, limits);
      if (fault !== null) return reject(fault);
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function faultOfEntry(
  entry: Entry,
  { inflated, count }: { readonly inflated: number; readonly count: number },
  limits: WorkbookLimits,
): WorkbookFault | null {
  const isDense =
    entry.uncompressedSize > SMALL_PART_BYTES && entry.uncompressedSize > entry.compressedSize * limits.ratio;
  if (count > limits.entries || inflated > limits.inflatedBytes || isDense) {
    return new WorkbookFault({
      rule: 'not-too-large',
      message: 'The workbook unpacks to far more than it should.',
      fix: 'Export the columns that are needed only, as “CSV UTF-8”.',
    });
  }
  return entry.isEncrypted()
    ? new WorkbookFault({ rule: 'not-encrypted', message: 'The workbook is encrypted.', fix: REPAIR })
    : null;
}

/** What cannot be read as a workbook. */
export function notAWorkbook(): WorkbookFault {
  return new WorkbookFault({
    rule: 'is-workbook',
    message: 'The file is no Excel workbook that can be read.',
    fix: REPAIR,
  });
}
