import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UnitOfWork, isDuplicateKey } from '#persistence';
import { ConflictError } from '#platform';
import { EsrImporter, type EsrImportRequest, type EsrSaveRequest } from './esr-importer';
import type { EsrReport, ListedEsrReport } from './esr-report';
import { readEsrReference } from './reference/esr-reference';
import { readEsrVocabulary, type EsrVocabulary } from './reference/esr-vocabulary';
import { listEsrReports } from './store/esr-extract.repository';
import { readEsrMapping, saveEsrMapping, type EsrMapping, type SavedEsrMapping } from './store/esr-mapping';

export interface SaveMappingRequest {
  readonly organisationId: string;
  /** The version that the change is based on; 0 for the first. */
  readonly baseVersion: number;
  readonly mapping: EsrMapping;
  readonly authorId: string | null;
  /** Further work in the same transaction, for instance the audit trail. */
  readonly alongside: (manager: EntityManager, saved: SavedEsrMapping) => Promise<void>;
}

/** Imports and lists ESR extracts, and keeps how they are read. */
@Injectable()
export class EsrExtractsService {
  private readonly importer: EsrImporter;

  constructor(private readonly dataSource: DataSource) {
    this.importer = new EsrImporter(dataSource);
  }

  /** See {@link EsrImporter.preview}. */
  preview(request: EsrImportRequest): Promise<EsrReport> {
    return this.importer.preview(request);
  }

  /** See {@link EsrImporter.save}. */
  save(request: EsrSaveRequest): Promise<EsrReport> {
    return this.importer.save(request);
  }

  /** The reports of an employer's imports, newest first. */
  list(organisationId: string): Promise<ListedEsrReport[]> {
    return listEsrReports(this.dataSource.manager, organisationId);
  }

  /** What a mapping can name. */
  vocabulary(): Promise<EsrVocabulary> {
    return readEsrVocabulary(this.dataSource.manager);
  }

  /** The latest mapping of an employer. */
  mapping(organisationId: string): Promise<SavedEsrMapping> {
    return readEsrMapping(this.dataSource.manager, organisationId);
  }

  /**
   * @throws ConflictError when someone else saved a version in the meantime, with that version
   * @throws InvalidInputError naming each entry that is not known
   */
  async saveMapping(request: SaveMappingRequest): Promise<SavedEsrMapping> {
    const { organisationId, baseVersion, mapping, authorId, alongside } = request;
    try {
      return await new UnitOfWork(this.dataSource).run(async (manager) => {
        const current = await readEsrMapping(manager, organisationId);
        if (current.version !== baseVersion) throw staleMapping(current);
        const by = { reference: readEsrReference(), authorId };
        const saved = await saveEsrMapping(manager, organisationId, mapping, by);
        await alongside(manager, saved);
        return saved;
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw staleMapping(await this.mapping(organisationId));
    }
  }
}

const staleMapping = (current: SavedEsrMapping): ConflictError =>
  new ConflictError(`The mapping is at version ${current.version}: someone else saved it.`, { current });
