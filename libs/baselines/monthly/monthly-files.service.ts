import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork, isDuplicateKey } from '#persistence';
import { ConflictError } from '#platform';
import { EMPLOYMENTS, type Employment, type MonthlyFileKind } from './monthly-file';
import { MonthlyImporter, type MonthlyImportRequest, type MonthlySaveRequest } from './monthly-importer';
import { layoutOfKind } from './monthly-reading';
import type { ListedMonthlyReport, MonthlyReport } from './monthly-report';
import { listMonthlyReports } from './store/monthly-import.repository';
import {
  readMonthlyMapping,
  saveMonthlyMapping,
  type MonthlyMapping,
  type MonthlySubject,
  type SavedMonthlyMapping,
} from './store/monthly-mapping';

/** What a mapping can name. */
export interface MonthlyVocabulary {
  readonly columns: readonly {
    readonly field: string;
    readonly name: string;
    readonly aliases: readonly string[];
  }[];
  readonly staffGroups: readonly { readonly code: string; readonly name: string }[];
  readonly employments: readonly Employment[];
}

export interface SaveMonthlyMappingRequest extends MonthlySubject {
  /** The version that the change is based on; 0 for the first. */
  readonly baseVersion: number;
  readonly mapping: MonthlyMapping;
  readonly authorId: string | null;
  /** Further work in the same transaction, for instance the audit trail. */
  readonly alongside: (manager: EntityManager, saved: SavedMonthlyMapping) => Promise<void>;
}

/** Imports and lists ledgers and rosters, and keeps how they are read. */
@Injectable()
export class MonthlyFilesService {
  private readonly importer: MonthlyImporter;

  constructor(private readonly dataSource: DataSource) {
    this.importer = new MonthlyImporter(dataSource);
  }

  /** See {@link MonthlyImporter.preview}. */
  preview(request: MonthlyImportRequest): Promise<MonthlyReport> {
    return this.importer.preview(request);
  }

  /** See {@link MonthlyImporter.save}. */
  save(request: MonthlySaveRequest): Promise<MonthlyReport> {
    return this.importer.save(request);
  }

  /** The reports of an employer's imports, newest first. */
  list(subject: MonthlySubject): Promise<ListedMonthlyReport[]> {
    return listMonthlyReports(this.dataSource.manager, subject);
  }

  /** What a mapping of a kind of file can name. */
  async vocabulary(kind: MonthlyFileKind): Promise<MonthlyVocabulary> {
    return {
      columns: layoutOfKind(kind)
        .columns.filter(({ use }) => use !== 'personal')
        .map(({ field, name, aliases }) => ({ field, name, aliases })),
      staffGroups: await this.dataSource.manager.query(
        'SELECT code, name FROM staff_group WHERE is_leaf = 1 ORDER BY position',
      ),
      employments: EMPLOYMENTS,
    };
  }

  /** The latest mapping of an employer. */
  mapping(subject: MonthlySubject): Promise<SavedMonthlyMapping> {
    return readMonthlyMapping(this.dataSource.manager, subject);
  }

  /**
   * @throws ConflictError when someone else saved a version in the meantime, with that version
   * @throws InvalidInputError naming each entry that is not known
   */
  async saveMapping(request: SaveMonthlyMappingRequest): Promise<SavedMonthlyMapping> {
    const { baseVersion, mapping, authorId, alongside, kind, organisationId } = request;
    const subject = { kind, organisationId };
    const fields = layoutOfKind(kind).columns.map(({ field }) => field);
    try {
      return await new UnitOfWork(this.dataSource).run(async (manager) => {
        const current = await readMonthlyMapping(manager, subject);
        if (current.version !== baseVersion) throw staleMapping(current);
        const saved = await saveMonthlyMapping(manager, subject, mapping, { fields, authorId });
        await alongside(manager, saved);
        return saved;
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw staleMapping(await this.mapping(subject));
    }
  }
}

const staleMapping = (current: SavedMonthlyMapping): ConflictError =>
  new ConflictError(`The mapping is at version ${current.version}: someone else saved it.`, { current });
