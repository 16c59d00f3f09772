import { compactVerify, importJWK, type JWK } from 'jose';
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { ReleaseFilesReader } from './files/release-files.reader';
import { fileNameOf, type Representation } from './files/release-file';
import { DRAFT } from './release-drafts';

/** What checking the stored files of every release found. */
export interface ReleaseVerification {
  readonly releases: number;
  readonly files: number;
  /** One sentence for each file that is not what was published. */
  readonly faults: readonly string[];
}

interface ReleaseRow {
  readonly id: string;
  readonly number: number;
  readonly contentSha256: string;
}

const SIGNATURE = 'manifest-signature';

/** Reads every stored file of every release and compares it with its hash, and each manifest with its signature. */
export async function verifyReleases(dataSource: DataSource): Promise<ReleaseVerification> {
  const reader = new ReleaseFilesReader(dataSource);
  const releases: ReleaseRow[] = await dataSource.query(
    `SELECT id, number, content_sha256 AS contentSha256 FROM published_release WHERE status <> ? ORDER BY number`,
    [DRAFT],
  );
  const faults: string[] = [];
  let files = 0;
  for (const release of releases) {
    const stored = await representationsOf(dataSource, release.id);
    files += stored.length;
    for (const file of stored) {
      const fault = await faultOf(reader, release, file);
      if (fault !== null) faults.push(fault);
    }
    faults.push(...(await signatureFaults(dataSource, reader, release, stored)));
  }
  return { releases: releases.length, files, faults };
}

function representationsOf(dataSource: DataSource, releaseId: string): Promise<readonly Representation[]> {
  return dataSource.query(
    'SELECT format, encoding, bytes, sha256 FROM published_representation WHERE release_id = ? ORDER BY format, encoding',
    [releaseId],
  );
}

async function faultOf(
  reader: ReleaseFilesReader,
  { id, number }: ReleaseRow,
  file: Representation,
): Promise<string | null> {
  const where = `Release ${number}, ${fileNameOf(file.format)} (${file.encoding})`;
  const hash = createHash('sha256');
  try {
    for await (const piece of wholeFile(reader, id, file)) hash.update(piece);
  } catch (error) {
    return `${where}: ${error instanceof Error ? error.message : String(error)}`;
  }
  return hash.digest('hex') === file.sha256 ? null : `${where}: its bytes are not those that were published.`;
}

const wholeFile = (reader: ReleaseFilesReader, id: string, file: Representation) =>
  reader.read(id, file, { first: 0, last: Number(file.bytes) - 1 });

async function signatureFaults(
  dataSource: DataSource,
  reader: ReleaseFilesReader,
  { id, number, contentSha256 }: ReleaseRow,
  stored: readonly Representation[],
): Promise<readonly string[]> {
  const file = stored.find(({ format, encoding }) => format === SIGNATURE && encoding === 'identity');
  if (file === undefined) return [];
  const keys: { keyId: string; publicJwk: string }[] = await dataSource.query(
    'SELECT key_id AS keyId, public_jwk AS publicJwk FROM published_signing_key',
  );
  const pieces: Buffer[] = [];
  try {
    for await (const piece of wholeFile(reader, id, file)) pieces.push(piece);
    const { payload } = await compactVerify(Buffer.concat(pieces).toString('utf8').trim(), ({ kid }) => {
      const key = keys.find(({ keyId }) => keyId === kid);
      if (key === undefined) throw new Error(`its key ${String(kid)} is not published`);
      return importJWK(JSON.parse(key.publicJwk) as JWK);
    });
    const signed = JSON.parse(Buffer.from(payload).toString('utf8')) as { contentSha256?: string };
    return signed.contentSha256 === contentSha256
      ? []
      : [`Release ${number}: its signed manifest is of other content.`];
  } catch (error) {
    return [`Release ${number}, manifest.jws: ${error instanceof Error ? error.message : String(error)}`];
  }
}
