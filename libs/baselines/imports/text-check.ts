import type { FaultCollector } from './import-fault';

const LINE_FEED = 0x0a;

/** Checks a stream of bytes for UTF-8 and against NUL, and knows the line. */
export class TextCheck {
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
