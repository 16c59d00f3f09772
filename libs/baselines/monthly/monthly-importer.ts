import type { DataSource, EntityManager } from 'typeorm';
import { UnitOfWork, isDuplicateKey } from '#persistence';
import { canonicalJson, newId, sha256Hex } from '#platform';
import { requireEmployer } from '../imports/require-employer';
import type { FigureCells } from './figure-cells';
import type { MonthlyFileKind } from './monthly-file';
import { layoutOfKind, readMonthlyFile, type MonthlyFile } from './monthly-reading';
import { contentOfReport, type MonthlyReport } from './monthly-report';
import { loadMonthlyTables } from './monthly-tables';
import { findMonthlyReport, storeMonthlyImport } from './store/monthly-import.repository';
import { readMonthlyMapping } from './store/monthly-mapping';

export interface MonthlyImportRequest {
  readonly organisationId: string;
  readonly kind: MonthlyFileKind;
  /** Asked for once everything else is known to be right. */
  readonly file: () => Promise<MonthlyFile>;
  readonly onProgress?: (rowsRead: number) => void;
}

export interface MonthlySaveRequest extends MonthlyImportRequest {
  /** The person who imports it; null for the command line. */
  readonly importedBy: string | null;
  /** Further work in the transaction of the import, for instance the audit trail; not for repeated content. */
  readonly alongside?: (manager: EntityManager, report: MonthlyReport) => Promise<void>;
}

interface ReadImport {
  readonly report: MonthlyReport;
  readonly cells: FigureCells;
}

/** Imports ledgers and rosters: rows are read as they arrive and stored all or nothing. */
export class MonthlyImporter {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The report that an import would give; nothing is saved.
   *
   * @throws InvalidInputError with the faults found
   * @throws NotFoundError when there is no such organisation
   */
  async preview(request: MonthlyImportRequest): Promise<MonthlyReport> {
    return (await this.read(request)).report;
  }

  /**
   * Imports all or nothing. The same content a second time changes nothing; a later import takes the place of
   * earlier ones in its months.
   *
   * @throws InvalidInputError with the faults found, and nothing changed
   * @throws NotFoundError when there is no such organisation
   */
  async save(request: MonthlySaveRequest): Promise<MonthlyReport> {
    const { report, cells } = await this.read(request);
    if (report.alreadyImported) return report;
    try {
      await new UnitOfWork(this.dataSource).run(async (manager) => {
        await storeMonthlyImport(manager, report, cells, request.importedBy);
        await request.alongside?.(manager, report);
      });
      return report;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return (await this.earlierReport(report)) ?? report;
    }
  }

  private async read(request: MonthlyImportRequest): Promise<ReadImport> {
    const { organisationId, kind, onProgress = () => undefined } = request;
    const { manager } = this.dataSource;
    await requireEmployer(manager, organisationId, new Date().toISOString().slice(0, 10));
    const { version, mapping } = await readMonthlyMapping(manager, request);
    const tables = await loadMonthlyTables(manager, mapping);
    const context = { kind, tables, mapping, onProgress };
    const { content, file } = await readMonthlyFile(await request.file(), context);
    const layout = layoutOfKind(kind).columns;
    const report: MonthlyReport = {
      id: newId(),
      organisationId,
      kind,
      sha256: sha256Hex(canonicalJson({ file: file.sha256, tables: tables.sha256, layout })),
      mappingVersion: version,
      alreadyImported: false,
      file,
      ...contentOfReport(kind, content),
    };
    return { report: (await this.earlierReport(report)) ?? report, cells: content.cells };
  }

  private async earlierReport(report: MonthlyReport): Promise<MonthlyReport | null> {
    const earlier = await findMonthlyReport(this.dataSource.manager, report, report.sha256);
    return earlier === null ? null : { ...earlier, alreadyImported: true };
  }
}
