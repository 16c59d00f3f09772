import { createDataSourceOf, migrateInRestore, migrationNames } from '#persistence';
import { ConflictError } from '#platform';
import { readArchive } from './archive';
import type { BackupManifest, BackupTable, KeyPurpose } from './backup-manifest';
import { releaseInstallation, takeEmptyInstallation } from './empty-installation';
import { inspectBackup } from './inspect-backup';
import { PlainConnection } from './plain-connection';
import { TableDigest, encodeRow } from './row-codec';
import { putKey, readKeys, type KeyFiles } from './signing-keys';
import { readTables, type TableDescription } from './table-catalogue';
import { TableLoader } from './table-loader';

/** What to restore and where to. */
export interface RestoreRequest {
  readonly file: string;
  /** Of a database that is empty or is not there yet. */
  readonly databaseUrl: string;
  readonly keyFiles: KeyFiles;
  /** Ends the restore early; the next one begins anew. */
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

/** What a restore brought back. */
export interface RestoreReport {
  readonly manifest: BackupManifest;
  /** SHA-256 of the manifest. */
  readonly sha256: string;
  /** Migrations of this version that the backup did not have, now run. */
  readonly migrated: readonly string[];
  /** Purposes whose private key of the time of the backup is not in its place. */
  readonly missingKeys: readonly KeyPurpose[];
}

/**
 * Fills an empty installation from a backup: the schema as it was then, every row, each table compared with its hash
 * again, then the migrations since. An interrupted restore leaves a mark, at which no process starts to work; the next
 * restore begins anew.
 *
 * @throws InvalidInputError for a backup that is damaged, before the database is touched
 * @throws ConflictError when the database is in use, or the backup is of a newer version
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoreReport> {
  const { file, databaseUrl, report } = request;
  report('reading the backup from end to end');
  const { manifest, sha256 } = await inspectBackup(file);
  assertKnown(manifest.migrations);
  const schema = await createDataSourceOf(databaseUrl, manifest.migrations).initialize();
  try {
    await takeEmptyInstallation(schema);
    await migrateInRestore(schema);
    await fillTables(request, manifest, await readTables(schema));
  } finally {
    await schema.destroy();
  }
  const current = await createDataSourceOf(databaseUrl, migrationNames()).initialize();
  try {
    const migrated = await migrateInRestore(current);
    const missingKeys = await restoreKeys(request, manifest);
    await releaseInstallation(current);
    return { manifest, sha256, migrated, missingKeys };
  } finally {
    await current.destroy();
  }
}

function assertKnown(migrations: readonly string[]): void {
  const known = migrationNames();
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new ConflictError(
      `The backup is of a newer version: this one does not know ${unknown.join(', ')}. Restore it with that version.`,
    );
  }
}

async function fillTables(
  { file, databaseUrl, signal, report }: RestoreRequest,
  manifest: BackupManifest,
  tables: readonly TableDescription[],
): Promise<void> {
  const ofPart = new Map(
    manifest.tables.flatMap((table) => table.parts.map((part) => [part.file, table] as const)),
  );
  const connection = await PlainConnection.open(databaseUrl);
  try {
    const loader = await TableLoader.prepare(connection);
    let parts = 0;
    for await (const { name, content } of readArchive(file)) {
      signal.throwIfAborted();
      const table = ofPart.get(name);
      if (table === undefined) continue;
      await loader.load(table, content);
      parts += 1;
      report(`${parts} of ${ofPart.size} parts: ${table.name}`);
    }
    report('comparing every table with its hash');
    for (const table of manifest.tables) {
      signal.throwIfAborted();
      await assertSame(connection, table, tables);
    }
  } finally {
    connection.close();
  }
}

/** What lies in the database now is what was read then, to the byte. */
async function assertSame(
  connection: PlainConnection,
  table: BackupTable,
  tables: readonly TableDescription[],
): Promise<void> {
  const description = tables.find(({ name }) => name === table.name);
  const digest = new TableDigest();
  if (description !== undefined) {
    for await (const row of connection.rows(description)) digest.add(encodeRow(row));
  }
  if (description === undefined || digest.rows !== table.rows || digest.sha256() !== table.sha256) {
    throw new ConflictError(
      `${table.name} came out differently: ${digest.rows} rows of ${table.rows}. Nothing may work on this database; ` +
        'restore again into an empty one.',
    );
  }
}

/** Puts the contained keys in their places. @returns purposes whose key of the backup is not there */
async function restoreKeys(
  { file, keyFiles, report }: RestoreRequest,
  manifest: BackupManifest,
): Promise<readonly KeyPurpose[]> {
  for await (const { name, content } of readArchive(file)) {
    const key = manifest.keys.find((each) => each.file === name);
    if (key !== undefined && putKey(keyFiles[key.purpose], content))
      report(`key for ${key.purpose} put in place`);
  }
  const present = (await readKeys(keyFiles, false)).map(({ key }) => key.keyId);
  return manifest.keys.filter(({ keyId }) => !present.includes(keyId)).map(({ purpose }) => purpose);
}
