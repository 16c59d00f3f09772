import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { canonicalJson, sha256Hex } from '#platform';
import { DISCLOSURE_RULE, type ReleasedCell } from './disclosure';
import { equalityRows } from './england/equality-rows';
import type { Observation } from './observation';
import { PUBLISHED_MEASURES } from './observation';
import { CSV_HEADER, observationAsCsv, observationAsJson } from './observation-format';
import type { ReleaseSource } from './release-source';

/** Size of the pieces in which files are stored. */
const CHUNK_BYTES = 1024 * 1024;

export type FileFormat = 'csv' | 'ndjson';
export type FileEncoding = 'identity' | 'gzip' | 'br';

/** A file of the release, ready to send. */
export interface ReleaseFile {
  readonly format: FileFormat;
  readonly encoding: FileEncoding;
  readonly chunks: readonly Buffer[];
}

/** Everything that a release publishes, frozen: rows, files, manifest and the hash that names them. */
export interface ReleaseContent {
  readonly observations: readonly Observation[];
  readonly contentSha256: string;
  readonly files: readonly ReleaseFile[];
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** Tables that passed the disclosure gate, and the audit that they passed by. */
export interface AuditedTables {
  readonly cells: readonly ReleasedCell[];
  readonly auditId: string;
  /** Codes of organisations that are in no table. */
  readonly withoutTable: readonly string[];
}

/** Lays out rows, files and manifest. Pure: same source and tables, same bytes. */
export function buildReleaseContent(source: ReleaseSource, tables: AuditedTables): ReleaseContent {
  const equality = equalityRows(tables.cells, source.places, source.scenario.name);
  const observations = [...source.planning, ...equality].map((row, index) => ({ ...row, seq: index + 1 }));
  const ndjson = Buffer.from(
    observations.map((row) => `${canonicalJson(observationAsJson(row))}\n`).join(''),
  );
  const csv = Buffer.from(CSV_HEADER + observations.map(observationAsCsv).join(''));
  const contentSha256 = sha256Hex(ndjson);
  return {
    observations,
    contentSha256,
    files: [...encodings('ndjson', ndjson), ...encodings('csv', csv)],
    manifest: {
      contentSha256,
      rowCount: observations.length,
      hiddenCells: equality.filter(({ value }) => value === null).length,
      scenario: source.scenario,
      measures: PUBLISHED_MEASURES,
      disclosure: {
        rule: DISCLOSURE_RULE,
        auditId: tables.auditId,
        organisationsWithoutTable: tables.withoutTable,
      },
      files: { csv: sha256Hex(csv), ndjson: contentSha256 },
      provenance: source.provenance,
    },
  };
}

function encodings(format: FileFormat, plain: Buffer): ReleaseFile[] {
  const brotli = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return [
    { format, encoding: 'identity', chunks: inChunks(plain) },
    { format, encoding: 'gzip', chunks: inChunks(gzipSync(plain, { level: 9 })) },
    { format, encoding: 'br', chunks: inChunks(brotli) },
  ];
}

function inChunks(content: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let start = 0; start < content.length; start += CHUNK_BYTES) {
    chunks.push(content.subarray(start, start + CHUNK_BYTES));
  }
  return chunks;
}
