import { readFile, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { EsrImporter, type EsrFile, type EsrFileRole, type EsrSaveRequest } from '#baselines';
import { loadReferenceOrganisations } from '#organisations';
import { InvalidInputError } from '#platform';
import { createTestDatabase, type TestDatabase } from '../test-database';
import { ESR_DAYS } from './esr-extracts.fixture';

/** Content of the files of an import. */
export type EsrTexts = Partial<Record<EsrFileRole, string | Buffer>>;

/** A database of its own with the importer, for one trust. */
export class EsrDesk {
  readonly importer: EsrImporter;
  private readonly since = Date.now();

  private constructor(
    readonly database: TestDatabase,
    readonly organisationId: string,
  ) {
    this.importer = new EsrImporter(database.dataSource);
  }

  static async open(): Promise<EsrDesk> {
    const database = await createTestDatabase();
    await database.dataSource.transaction(loadReferenceOrganisations);
    const [row] = await database.dataSource.query<{ id: string }[]>(
      "SELECT organisation_id AS id FROM organisation_period WHERE ods_code = 'RR8' LIMIT 1",
    );
    return new EsrDesk(database, row?.id ?? '');
  }

  close(): Promise<void> {
    return this.database.close();
  }

  request(texts: EsrTexts, more: Partial<EsrSaveRequest> = {}): EsrSaveRequest {
    return {
      organisationId: this.organisationId,
      asAt: ESR_DAYS.later,
      earlierAsAt: texts.earlier === undefined ? null : ESR_DAYS.earlier,
      importedBy: null,
      files: toFiles(texts),
      ...more,
    };
  }

  /** Place and rule of each fault of an extract. */
  async faultsOf(text: string | Buffer): Promise<string[]> {
    const error: unknown = await this.importer
      .preview(this.request({ extract: text }))
      .catch((thrown: unknown) => thrown);
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, rule }) => `${pointer}: ${rule}`);
  }

  /** All rows of all tables that an import may write to, as text. */
  async databaseText(): Promise<string> {
    const { dataSource } = this.database;
    const tables = await dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = DATABASE() AND table_name NOT LIKE 'organisation%'`,
    );
    const rows = await Promise.all(tables.map(({ name }) => dataSource.query(`SELECT * FROM \`${name}\``)));
    return JSON.stringify(rows);
  }

  /** Every file in the temporary folder that was written since the desk was opened. */
  async temporaryTexts(): Promise<string[]> {
    const paths = (await readdir(tmpdir())).map((name) => join(tmpdir(), name));
    const texts = await Promise.all(paths.map((path) => this.textsBelow(path)));
    return texts.flat();
  }

  private async textsBelow(path: string): Promise<string[]> {
    const found = await stat(path).catch(() => null);
    if (found === null || found.mtimeMs < this.since) return [];
    if (found.isFile()) return [await readFile(path, 'latin1').catch(() => '')];
    if (!found.isDirectory()) return [];
    const names = await readdir(path).catch(() => []);
    return (await Promise.all(names.map((name) => this.textsBelow(join(path, name))))).flat();
  }
}

async function* toFiles(texts: EsrTexts): AsyncGenerator<EsrFile> {
  for (const [role, text] of Object.entries(texts)) {
    const stream = Readable.from([Buffer.from(text)]);
    yield await Promise.resolve({ role: role as EsrFileRole, fileName: `${role}.csv`, stream });
  }
}
