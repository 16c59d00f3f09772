/** Largest workbook that is taken, as it is sent and unpacked, and how often it may be packed. */
export const LARGEST_WORKBOOK_BYTES = 8_000_000;
const LARGEST_UNPACKED_BYTES = 80_000_000;
const LARGEST_RATIO = 150;
const MOST_PARTS = 200;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 65_535;

interface Part {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
}

function endOfDirectory(content: Buffer): number {
  const lowest = Math.max(0, content.length - END_BYTES - LONGEST_COMMENT);
  for (let at = content.length - END_BYTES; at >= lowest; at -= 1) {
    if (content.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return -1;
}

/** The parts that the archive's directory lists; null where it is no archive. */
function partsOf(content: Buffer): readonly Part[] | null {
  const end = endOfDirectory(content);
  if (end < 0) return null;
  const parts: Part[] = [];
  let at = content.readUInt32LE(end + 16);
  for (let left = content.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + ENTRY_BYTES > content.length || content.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const nameLength = content.readUInt16LE(at + 28);
    const name = content.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
    parts.push({ name, packed: content.readUInt32LE(at + 20), unpacked: content.readUInt32LE(at + 24) });
    at += ENTRY_BYTES + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return parts;
}

/** Why an uploaded workbook is not opened, in words; null where it may be. Nothing is unpacked to find out. */
export function refusalOf(content: Buffer): string | null {
  if (content.length > LARGEST_WORKBOOK_BYTES) return 'The workbook is larger than 8 MB.';
  const parts = partsOf(content);
  if (parts === null) return 'This is not an Excel workbook (.xlsx).';
  if (parts.some(({ name }) => /vbaProject|macrosheets/i.test(name)))
    return 'The workbook holds macros: save it as .xlsx.';
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0);
  const isBomb = unpacked > LARGEST_UNPACKED_BYTES || unpacked > content.length * LARGEST_RATIO;
  if (isBomb || parts.length > MOST_PARTS) return 'The workbook unpacks to more than a plan can hold.';
  return null;
}
