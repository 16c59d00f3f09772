import { Readable } from 'node:stream';
import {
  MonthlyFilesService,
  MonthlyImporter,
  type MonthlyFileKind,
  type MonthlyMapping,
  type MonthlyReport,
  type MonthlySaveRequest,
} from '#baselines';
import { loadReferenceOrganisations } from '#organisations';
import { InvalidInputError } from '#platform';
import { createTestDatabase, type TestDatabase } from './test-database';

/** A database of its own with the importer of ledgers and rosters, for one trust. */
export class MonthlyDesk {
  readonly importer: MonthlyImporter;
  readonly files: MonthlyFilesService;

  private constructor(
    readonly database: TestDatabase,
    readonly organisationId: string,
  ) {
    this.importer = new MonthlyImporter(database.dataSource);
    this.files = new MonthlyFilesService(database.dataSource);
  }

  static async open(): Promise<MonthlyDesk> {
    const database = await createTestDatabase();
    await database.dataSource.transaction(loadReferenceOrganisations);
    const [row] = await database.dataSource.query<{ id: string }[]>(
      "SELECT organisation_id AS id FROM organisation_period WHERE ods_code = 'RR8' LIMIT 1",
    );
    return new MonthlyDesk(database, row?.id ?? '');
  }

  close(): Promise<void> {
    return this.database.close();
  }

  request(
    kind: MonthlyFileKind,
    text: string | Buffer,
    more: Partial<MonthlySaveRequest> = {},
  ): MonthlySaveRequest {
    const file = { fileName: `${kind}.csv`, stream: Readable.from([Buffer.from(text)]) };
    return {
      organisationId: this.organisationId,
      kind,
      importedBy: null,
      file: () => Promise.resolve(file),
      ...more,
    };
  }

  save(kind: MonthlyFileKind, text: string | Buffer): Promise<MonthlyReport> {
    return this.importer.save(this.request(kind, text));
  }

  async map(kind: MonthlyFileKind, parts: Partial<MonthlyMapping>): Promise<void> {
    const { organisationId } = this;
    const { version, mapping } = await this.files.mapping({ kind, organisationId });
    await this.files.saveMapping({
      kind,
      organisationId,
      baseVersion: version,
      mapping: { ...mapping, ...parts },
      authorId: null,
      alongside: () => Promise.resolve(),
    });
  }

  /** Place and rule of each fault of a file. */
  async faultsOf(kind: MonthlyFileKind, text: string | Buffer): Promise<string[]> {
    const error: unknown = await this.importer
      .save(this.request(kind, text))
      .catch((thrown: unknown) => thrown);
    if (!(error instanceof InvalidInputError)) throw error;
    return error.faults.map(({ pointer, rule }) => `${pointer}: ${rule}`);
  }

  /** Rows of a table. */
  async count(table: string): Promise<number> {
    const [row] = await this.database.dataSource.query<{ rows: string }[]>(
      `SELECT COUNT(*) AS \`rows\` FROM \`${table}\``,
    );
    return Number(row?.rows);
  }
}
