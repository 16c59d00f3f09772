import type { DataSource, EntityManager } from 'typeorm';
import { registerOrganisation } from '#organisations';
import { UnitOfWork, isDuplicateKey } from '#persistence';
import { newId } from '#platform';
import type {
  DescribedOrganisation,
  HistoryPoint,
  ProfileCell,
  PublishedFormat,
  ReadingContext,
} from '../formats/published-format';
import { recogniseFormat, type RecognisedFormat } from '../formats/recognise-format';
import { StaffGroupLabels } from '../formats/staff-group-labels';
import { readCsvRows } from './csv-rows';
import {
  HistoryWriter,
  SeriesDirectory,
  loadSeriesIds,
  type SeriesIds,
  type SeriesRow,
} from './history-writer';
import { loadReportingOrganisations, readImportReport, storeImportFile } from './import-file.repository';
import { FaultCollector } from './import-fault';
import type { ImportReport } from './import-report';
import { ImportTally } from './import-tally';
import { findJumps } from './jumps';
import { inspectFile, type PublishedFile } from './published-file';

export interface ImportRequest {
  /** A file on disk. */
  readonly path: string;
  /** The name it was published or uploaded under. */
  readonly fileName: string;
  /** The person who imports it; null for the command line. */
  readonly importedBy: string | null;
  /** Further work in the transaction of the import, for instance the audit trail; not for a repeated file. */
  readonly alongside?: (manager: EntityManager, report: ImportReport) => Promise<void>;
  /** Told the rows read so far, now and then. */
  readonly onProgress?: (rowsRead: number) => void;
  /** Ends the import, with nothing changed, as soon as it is aborted. */
  readonly signal?: AbortSignal;
}

/** Several batches to a monthly file: one is written while the next is read. */
const ROWS_PER_BATCH = 600;

/** Imports published files, one transaction each. Keep one for several files: it remembers series ids. */
export class FileImporter {
  private readonly unitOfWork: UnitOfWork;
  private seriesIds: SeriesIds | null = null;

  constructor(private readonly dataSource: DataSource) {
    this.unitOfWork = new UnitOfWork(dataSource);
  }

  /**
   * Imports a file, all or nothing. The same bytes a second time change nothing.
   *
   * @throws InvalidInputError with every fault found, and nothing changed
   */
  async importFile(request: ImportRequest): Promise<ImportReport> {
    const file = await inspectFile(request.path, request.fileName, new FaultCollector(request.fileName));
    const earlier = await readImportReport(this.dataSource.manager, file.sha256);
    if (earlier !== null) return repeated(earlier, request.fileName);
    this.seriesIds ??= await loadSeriesIds(this.dataSource.manager);
    const known = this.seriesIds;
    try {
      const { report, createdSeries } = await this.unitOfWork.run((manager) =>
        new ImportRun(manager, file, request, known).run(),
      );
      known.addAll(createdSeries);
      return report;
    } catch (error) {
      const report = isDuplicateKey(error)
        ? await readImportReport(this.dataSource.manager, file.sha256)
        : null;
      if (report === null) throw error;
      return repeated(report, request.fileName);
    }
  }

  /**
   * The report that an import would give. The file is imported in a transaction that is undone, so that the
   * report is the same to the last figure; nothing is changed.
   *
   * @throws InvalidInputError with every fault found
   */
  async previewFile(request: Omit<ImportRequest, 'alongside'>): Promise<ImportReport> {
    const file = await inspectFile(request.path, request.fileName, new FaultCollector(request.fileName));
    const earlier = await readImportReport(this.dataSource.manager, file.sha256);
    if (earlier !== null) return repeated(earlier, request.fileName);
    const known = await loadSeriesIds(this.dataSource.manager);
    try {
      return await this.unitOfWork.run(async (manager) => {
        throw new PreviewEnd((await new ImportRun(manager, file, request, known).run()).report);
      });
    } catch (error) {
      if (error instanceof PreviewEnd) return error.report;
      throw error;
    }
  }
}

/** Carries the report of a preview out of the transaction that is undone. */
class PreviewEnd extends Error {
  constructor(readonly report: ImportReport) {
    super('The preview is undone.');
  }
}

/** Imports one file; see {@link FileImporter}. */
export function importFile(dataSource: DataSource, request: ImportRequest): Promise<ImportReport> {
  return new FileImporter(dataSource).importFile(request);
}

const repeated = (report: ImportReport, fileName: string): ImportReport => ({
  ...report,
  fileName,
  alreadyImported: true,
});

interface ImportOutcome {
  readonly report: ImportReport;
  readonly createdSeries: readonly SeriesRow[];
}

/** One attempt at one file within one transaction. */
class ImportRun {
  private readonly id = newId();
  private readonly tally = new ImportTally();
  private readonly faults: FaultCollector;
  private readonly described = new Map<string, { organisation: DescribedOrganisation; monthEnd: string }>();
  private readonly added: { code: string; name: string }[] = [];
  private organisationIds = new Map<string, string>();
  private writing: Promise<void> = Promise.resolve();
  private points: HistoryPoint[] = [];
  private cells: ProfileCell[] = [];

  constructor(
    private readonly manager: EntityManager,
    private readonly file: PublishedFile,
    private readonly request: ImportRequest,
    private readonly knownSeries: SeriesIds,
  ) {
    this.faults = new FaultCollector(file.fileName);
  }

  async run(): Promise<ImportOutcome> {
    this.organisationIds = await loadReportingOrganisations(this.manager);
    const series = new SeriesDirectory(this.manager, this.organisationIds, this.knownSeries);
    const writer = new HistoryWriter(this.manager, this.id, series);
    const format = await this.readRows(writer).finally(() => settled(this.writing));
    const report = await this.report(format, writer);
    this.request.signal?.throwIfAborted();
    await storeImportFile(this.manager, report, this.request.importedBy);
    await this.request.alongside?.(this.manager, report);
    return { report, createdSeries: series.created };
  }

  private async readRows(writer: HistoryWriter): Promise<PublishedFormat> {
    const rows = readCsvRows(this.file.path, this.faults);
    const header = await rows.next();
    const recognised = recogniseFormat(header.done === true ? [] : header.value.fields, this.faults);
    const reader = recognised.format.createReader(await this.context(recognised));
    for await (const row of rows) {
      this.tally.rowsRead += 1;
      reader.read(row);
      if (this.tally.rowsRead % ROWS_PER_BATCH === 0) await this.handOver(writer);
    }
    reader.finish();
    if (this.tally.rowsRead === 0) {
      this.faults.fail({
        rule: 'has-rows',
        message: 'The file has a header only.',
        fix: 'Download it again.',
      });
    }
    this.faults.throwIfAny();
    await this.flush(writer);
    await this.writing;
    return recognised.format;
  }

  private async handOver(writer: HistoryWriter): Promise<void> {
    this.request.signal?.throwIfAborted();
    this.request.onProgress?.(this.tally.rowsRead);
    await this.flush(writer);
  }

  /** Hands over what was read and goes on reading while it is written; waits for what was handed over before. */
  private async flush(writer: HistoryWriter): Promise<void> {
    await this.writing;
    const { points, cells } = this;
    this.points = [];
    this.cells = [];
    // After a fault nothing more is written: the rest of the file is only checked.
    if (!this.faults.isEmpty) return;
    await this.addUnknownOrganisations();
    this.writing = this.write(writer, points, cells);
    void settled(this.writing);
  }

  private async write(
    writer: HistoryWriter,
    points: readonly HistoryPoint[],
    cells: readonly ProfileCell[],
  ): Promise<void> {
    await writer.writePoints(points);
    await writer.writeCells(cells);
  }

  private async addUnknownOrganisations(): Promise<void> {
    for (const [code, { organisation, monthEnd }] of this.described) {
      if (this.organisationIds.has(code)) continue;
      const from = `${monthEnd.slice(0, 7)}-01`;
      this.organisationIds.set(code, await registerOrganisation(this.manager, { ...organisation, from }));
      this.added.push({ code, name: organisation.name });
    }
    this.described.clear();
  }

  private async context({ format, positions }: RecognisedFormat): Promise<ReadingContext> {
    const labels = await StaffGroupLabels.load(this.manager, format.labelScheme);
    return {
      position: (column) => positions.get(column) ?? -1,
      labels,
      faults: this.faults,
      tally: this.tally,
      sink: {
        point: (point) => void this.points.push(point),
        cell: (cell) => void this.cells.push(cell),
        organisation: (organisation, monthEnd) =>
          void this.described.set(organisation.code, { organisation, monthEnd }),
      },
    };
  }

  private async report(format: PublishedFormat, writer: HistoryWriter): Promise<ImportReport> {
    const hasAbsence = format.kind === 'sickness-absence-benchmarking';
    return {
      id: this.id,
      fileName: this.file.fileName,
      kind: format.kind,
      sha256: this.file.sha256,
      alreadyImported: false,
      byteCount: this.file.byteCount,
      ...this.tally.counts(),
      valuesWritten: writer.valuesWritten,
      valuesReplaced: writer.valuesReplaced,
      organisationsAdded: this.added,
      jumps: hasAbsence ? await findJumps(this.manager, this.tally.monthEndsSeen) : [],
    };
  }
}

/** Waits for the end of work whose failure is dealt with elsewhere. */
async function settled(work: Promise<void>): Promise<void> {
  await work.catch(() => undefined);
}
