import { existsSync, readFileSync } from 'node:fs';
import { withSchemaHeld } from '#persistence';
import { ConflictError, sha256Hex } from '#platform';
import type { DataSource } from 'typeorm';
import { ArchiveWriter, unfinishedName } from './archive';
import { BACKUP_FORMAT, type BackupManifest, type BackupTable } from './backup-manifest';
import { MANIFEST_FILE, MANIFEST_HASH_FILE, inspectBackup, type InspectedBackup } from './inspect-backup';
import { PlainConnection } from './plain-connection';
import { readKeys, type KeyFiles } from './signing-keys';
import { MIGRATION_TABLE, MOMENTARY_TABLES, readTables, type TableDescription } from './table-catalogue';
import { writeTable } from './table-parts';

/** What to back up and where to. */
export interface BackupRequest {
  /** Connected to the installation's database. */
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  /** Where the backup goes; nothing may be there. */
  readonly file: string;
  readonly keyFiles: KeyFiles;
  /** Whether the private signing keys are put into the backup, which must then be kept as they are. */
  readonly withKeys: boolean;
  /** Ends the backup early; nothing is left of it then. */
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

/**
 * Writes one file with everything that the installation cannot make again, as it was at one moment, while the
 * installation is at work. The file has its name only once it is whole and has been read back.
 *
 * @throws ConflictError when the file is there already
 * @throws the reason of the signal when it was cancelled, or the error of disk or database; no file is left
 */
export async function writeBackup(request: BackupRequest): Promise<InspectedBackup> {
  const { file, dataSource } = request;
  if (existsSync(file)) {
    throw new ConflictError(`${file} exists. A backup never takes the place of another: choose a new name.`);
  }
  const archive = await ArchiveWriter.open(file);
  try {
    await withSchemaHeld(dataSource, () => fill(archive, request));
    await archive.end();
    request.report('reading the file back');
    const inspected = await inspectBackup(unfinishedName(file));
    request.signal.throwIfAborted();
    await archive.keep();
    return inspected;
  } catch (error) {
    await archive.discard();
    throw error;
  }
}

async function fill(archive: ArchiveWriter, request: BackupRequest): Promise<void> {
  const createdAt = new Date().toISOString();
  const tables = (await readTables(request.dataSource)).filter(({ name }) => !isMomentary(name));
  const connection = await PlainConnection.open(request.databaseUrl);
  try {
    await connection.run('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await connection.run('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    const facts = await readFacts(connection);
    const written = await writeTables(archive, connection, { tables, ...request });
    const keys = await readKeys(request.keyFiles, request.withKeys);
    for (const { key, path } of keys) {
      if (key.file !== null) await archive.add(key.file, readFileSync(path));
    }
    await addManifest(archive, {
      format: BACKUP_FORMAT,
      createdAt,
      ...facts,
      tables: written,
      leftOut: [...MOMENTARY_TABLES],
      keys: keys.map(({ key }) => key),
    });
  } finally {
    connection.close();
  }
}

type Facts = Pick<BackupManifest, 'server' | 'migrations' | 'auditHead'>;

/** What the manifest says of the moment beside the rows. */
async function readFacts(connection: PlainConnection): Promise<Facts> {
  const [server] = await connection.read<{ version: string }>('SELECT VERSION() AS version');
  const migrations = await connection.read<{ name: string }>(
    `SELECT name FROM ${MIGRATION_TABLE} ORDER BY id`,
  );
  const [auditHead = null] = await connection.read<NonNullable<Facts['auditHead']>>(
    'SELECT position, sha256 FROM audit_seal ORDER BY position DESC LIMIT 1',
  );
  return { server: server?.version ?? '', migrations: migrations.map(({ name }) => name), auditHead };
}

async function writeTables(
  archive: ArchiveWriter,
  connection: PlainConnection,
  {
    tables,
    signal,
    report,
  }: { tables: readonly TableDescription[] } & Pick<BackupRequest, 'signal' | 'report'>,
): Promise<readonly BackupTable[]> {
  const written: BackupTable[] = [];
  for (const table of tables) {
    signal.throwIfAborted();
    const done = await writeTable(archive, table, connection.rows(table), signal);
    written.push(done);
    report(`${written.length} of ${tables.length} tables: ${done.name}, ${done.rows} rows`);
  }
  return written;
}

async function addManifest(archive: ArchiveWriter, manifest: BackupManifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await archive.add(MANIFEST_FILE, Buffer.from(text));
  await archive.add(MANIFEST_HASH_FILE, Buffer.from(`${sha256Hex(text)}\n`));
}

function isMomentary(table: string): boolean {
  return MOMENTARY_TABLES.some((name) => name === table);
}
