import type { DataSource, EntityManager } from 'typeorm';
import { UnitOfWork, isDuplicateKey } from '#persistence';
import { InvalidInputError, canonicalJson, newId, sha256Hex } from '#platform';
import { readMonthEnd } from '../formats/field-values';
import { requireEmployer } from '../imports/require-employer';
import { EsrReading, type EsrDays, type EsrFile, type EsrReadingContext } from './esr-reading';
import type { EsrReport } from './esr-report';
import { EXTRACT_COVERAGE, blockersOf, toChange } from './esr-summary';
import { toCells, toDisabilityCells } from './extract/cells';
import type { EsrFileRole } from './reading/column-positions';
import { loadReadingTables } from './reading/reading-tables';
import { readEsrReference } from './reference/esr-reference';
import { findEsrReport, storeEsrExtract, type EsrAggregates } from './store/esr-extract.repository';
import { readEsrMapping } from './store/esr-mapping';

export interface EsrImportRequest extends EsrDays {
  readonly organisationId: string;
  /** Read one after another, each once: the extract, and if wanted an earlier one and the two lists. */
  readonly files: AsyncIterable<EsrFile>;
  readonly onProgress?: (role: EsrFileRole, rowsRead: number) => void;
}

export interface EsrSaveRequest extends EsrImportRequest {
  /** The person who imports it; null for the command line. */
  readonly importedBy: string | null;
  /** Further work in the transaction of the import, for instance the audit trail; not for repeated content. */
  readonly alongside?: (manager: EntityManager, report: EsrReport) => Promise<void>;
}

/**
 * Imports ESR extracts: rows are read as they arrive and reduced to counts; people are matched by a one-way
 * pseudonym whose key lives as long as the import. Names, numbers and days of birth are never written
 * anywhere.
 */
export class EsrImporter {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The report that an import would give; nothing is saved.
   *
   * @throws InvalidInputError with the faults found
   * @throws NotFoundError when there is no such organisation
   */
  async preview(request: EsrImportRequest): Promise<EsrReport> {
    return (await this.read(request)).report;
  }

  /**
   * Imports all or nothing. The same content a second time changes nothing.
   *
   * @throws InvalidInputError with the faults found, and nothing changed
   * @throws NotFoundError when there is no such organisation
   */
  async save(request: EsrSaveRequest): Promise<EsrReport> {
    const { report, aggregates } = await this.read(request);
    if (report.alreadyImported) return report;
    try {
      await new UnitOfWork(this.dataSource).run(async (manager) => {
        await storeEsrExtract(manager, report, aggregates, request.importedBy);
        await request.alongside?.(manager, report);
      });
      return report;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return (await this.earlierReport(report)) ?? report;
    }
  }

  private async read(
    request: EsrImportRequest,
  ): Promise<{ readonly report: EsrReport; readonly aggregates: EsrAggregates }> {
    const { manager } = this.dataSource;
    checkDays(request);
    await requireEmployer(manager, request.organisationId, request.asAt);
    const reference = readEsrReference();
    const saved = await readEsrMapping(manager, request.organisationId);
    const tables = await loadReadingTables(manager, reference, saved.mapping, request.asAt);
    const { onProgress = () => undefined } = request;
    const context = { days: request, tables, reference, mapping: saved.mapping, onProgress };
    const reading = new EsrReading(context);
    for await (const file of request.files) await reading.read(file);
    checkFiles(reading, request);
    const report = toReport(reading, context, {
      organisationId: request.organisationId,
      mappingVersion: saved.version,
    });
    const people = reading.extracts.get('extract')?.people;
    const aggregates =
      people === undefined
        ? { cells: [], disabilityCells: [] }
        : { cells: toCells(people, tables.axes), disabilityCells: toDisabilityCells(people, tables.axes) };
    return { report: (await this.earlierReport(report)) ?? report, aggregates };
  }

  private async earlierReport({ organisationId, sha256 }: EsrReport): Promise<EsrReport | null> {
    const earlier = await findEsrReport(this.dataSource.manager, organisationId, sha256);
    return earlier === null ? null : { ...earlier, alreadyImported: true };
  }
}

function toReport(
  reading: EsrReading,
  context: EsrReadingContext,
  { organisationId, mappingVersion }: Pick<EsrReport, 'organisationId' | 'mappingVersion'>,
): EsrReport {
  const { days, tables } = context;
  const position = reading.extracts.get('extract')?.position(tables.axes);
  if (position === undefined) throw new Error('An import without an extract was not refused.');
  const content = {
    asAt: days.asAt,
    earlierAsAt: days.earlierAsAt,
    files: reading.files.map(({ role, sha256 }) => `${role} ${sha256}`).sort(),
    tables: tables.sha256,
  };
  return {
    id: newId(),
    organisationId,
    asAt: days.asAt,
    sha256: sha256Hex(canonicalJson(content)),
    mappingVersion,
    alreadyImported: false,
    files: reading.files,
    position,
    earlierPosition: reading.extracts.get('earlier')?.position(tables.axes) ?? null,
    change: toChange(reading, context),
    blockedBy: blockersOf(position),
    coverage: EXTRACT_COVERAGE,
  };
}

/** @throws InvalidInputError when a day is no month end, or the earlier one is not earlier */
function checkDays({ asAt, earlierAsAt }: EsrDays): void {
  const fault = (pointer: string, rule: string, message: string): InvalidInputError =>
    new InvalidInputError([
      { pointer, rule, message, fix: 'Give the last day of a month as YYYY-MM-DD, for instance 2026-03-31.' },
    ]);
  if (readMonthEnd(asAt) !== asAt) {
    throw fault('asAt', 'is-month-end', 'The day of the extract is not the last day of a month.');
  }
  if (earlierAsAt === null) return;
  if (readMonthEnd(earlierAsAt) !== earlierAsAt) {
    throw fault('earlierAsAt', 'is-month-end', 'The day of the earlier extract is not the last of a month.');
  }
  if (earlierAsAt >= asAt) {
    throw fault('earlierAsAt', 'is-earlier', 'The earlier extract is not of an earlier day.');
  }
}

/** @throws InvalidInputError when a file is missing, is there twice or needs another one */
function checkFiles({ files }: EsrReading, { earlierAsAt }: EsrDays): void {
  const roles = files.map(({ role }) => role);
  const fault = (pointer: string, rule: string, message: string, fix: string): InvalidInputError =>
    new InvalidInputError([{ pointer, rule, message, fix }]);
  if (!roles.includes('extract')) {
    throw fault('extract', 'required', 'There is no extract.', 'Send the extract as the part named extract.');
  }
  const twice = roles.find((role, index) => roles.indexOf(role) !== index);
  if (twice !== undefined) {
    throw fault(twice, 'once', `There are two files as ${twice}.`, 'Send one file in each role.');
  }
  if (roles.includes('earlier') !== (earlierAsAt !== null)) {
    throw fault(
      'earlierAsAt',
      'with-earlier',
      'An earlier extract and its day belong together.',
      'Give both, or neither.',
    );
  }
  if ((roles.includes('starters') || roles.includes('leavers')) && !roles.includes('earlier')) {
    throw fault(
      'earlier',
      'required-for-lists',
      'Lists of starters and leavers are reconciled with two extracts.',
      'Send the earlier extract too.',
    );
  }
}
