import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sha256Hex } from '#platform';
import type { ArchiveWriter } from './archive';
import type { BackupPart, BackupTable } from './backup-manifest';
import { TableDigest, encodeRow, type Row } from './row-codec';
import type { TableDescription } from './table-catalogue';

/** Text of one part before compression, in bytes: what a backup and a restore hold in memory at a time. */
const PART_BYTES = 4 * 1024 * 1024;
/** Stored blobs are compressed already: more effort would only take longer. */
const COMPRESSION = { level: 3 };

const compress = promisify(gzip);

/** Adds the rows of a table to an archive, part by part. @throws the signal's reason when it is aborted */
export async function writeTable(
  archive: ArchiveWriter,
  table: TableDescription,
  rows: AsyncIterable<Row>,
  signal: AbortSignal,
): Promise<BackupTable> {
  const digest = new TableDigest();
  const parts: BackupPart[] = [];
  let lines: string[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return;
    const content = await compress(lines.join(''), COMPRESSION);
    const file = `tables/${table.name}/${String(parts.length + 1).padStart(6, '0')}.ndjson.gz`;
    await archive.add(file, content);
    parts.push({ file, rows: lines.length, bytes: content.length, sha256: sha256Hex(content) });
    [lines, bytes] = [[], 0];
  };
  for await (const row of rows) {
    signal.throwIfAborted();
    const line = encodeRow(row);
    digest.add(line);
    lines.push(line);
    bytes += line.length;
    if (bytes >= PART_BYTES) await flush();
  }
  await flush();
  const columns = table.columns.map(({ name }) => name);
  return { name: table.name, columns, rows: digest.rows, sha256: digest.sha256(), parts };
}
