import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { recordAudit } from '#access';
import { UnitOfWork } from '#persistence';
import { Clock, newId } from '#platform';
import type { EntityManager } from 'typeorm';
import { figureKey, type ActualsReport, type ListedUpload, type MonthFigure } from './actual-figure';
import { readActualsFile, type ActualsScope, type ReadActuals } from './actuals-file';
import {
  listUploads,
  lockActuals,
  readActualFigures,
  writeUpload,
  type StoredFigure,
} from './actuals.repository';

/** A file as it arrives, and for whom. */
export interface ActualsUpload {
  readonly organisationId: string;
  readonly stream: Readable;
  readonly fileName: string;
}

/** Who does something. */
export interface MonitoringActor {
  readonly id: string;
  readonly correlationId: string | null;
}

const MOST_CHANGES_LISTED = 200;

/** Actual figures of organisations. Whether the person may do so is decided before it is called. */
@Injectable()
export class ActualsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What a file would change; nothing is saved. @throws InvalidInputError with line and column of each fault */
  async preview(upload: ActualsUpload): Promise<ActualsReport> {
    const read = await this.#read(upload);
    return this.unitOfWork.run(
      async (manager) => (await differenceOf(manager, upload.organisationId, read)).report,
    );
  }

  /**
   * Saves what a file changes, all of it or nothing; a figure keeps its earlier values as history. A file that
   * changes nothing leaves no trace.
   *
   * @param actor null for the watched folder
   * @throws InvalidInputError with line and column of each fault
   */
  async save(upload: ActualsUpload, actor: MonitoringActor | null): Promise<ActualsReport> {
    const read = await this.#read(upload);
    const { organisationId } = upload;
    return this.unitOfWork.run(async (manager) => {
      await lockActuals(manager, organisationId);
      const { report, fresh } = await differenceOf(manager, organisationId, read);
      if (fresh.length === 0) return report;
      const id = newId();
      const uploadedAt = this.clock.now().toISOString();
      await writeUpload(
        manager,
        { ...report, id, organisationId, uploadedBy: actor?.id ?? null, uploadedAt },
        fresh,
      );
      const { fileName, sha256, added, changed } = report;
      await recordAudit(manager, {
        actor: actor?.id ?? 'watched-folder',
        action: 'actuals.uploaded',
        entity: 'actual_upload',
        entityId: id,
        organisationId,
        detail: { fileName, sha256, added, changed },
        correlationId: actor?.correlationId ?? null,
      });
      return { ...report, id };
    });
  }

  /** The files that changed figures, latest first. */
  async list(organisationId: string): Promise<readonly ListedUpload[]> {
    return this.unitOfWork.run((manager) => listUploads(manager, organisationId));
  }

  async #read({ stream, fileName }: ActualsUpload): Promise<ReadActuals> {
    const staffGroups = await this.unitOfWork.run(readLeafGroups);
    const today = this.clock.now().toISOString().slice(0, 7);
    return readActualsFile(stream, fileName, { staffGroups, today });
  }
}

async function readLeafGroups(manager: EntityManager): Promise<ActualsScope['staffGroups']> {
  const rows: { code: string; name: string }[] = await manager.query(
    'SELECT code, name FROM staff_group WHERE is_leaf = 1',
  );
  return new Map(
    rows.flatMap(({ code, name }) => [[code, code] as const, [name.toLowerCase(), code] as const]),
  );
}

async function differenceOf(
  manager: EntityManager,
  organisationId: string,
  { fileName, sha256, rowsRead, figures }: ReadActuals,
): Promise<{ readonly report: ActualsReport; readonly fresh: readonly StoredFigure[] }> {
  const months = figures.map(({ month }) => month).sort();
  const range = { from: months[0] ?? '', to: months.at(-1) ?? '' };
  const stored = new Map(
    (await readActualFigures(manager, organisationId, range)).map((figure) => [figureKey(figure), figure]),
  );
  const before = (figure: MonthFigure): StoredFigure | undefined => stored.get(figureKey(figure));
  const fresh = figures.filter((figure) => before(figure)?.units !== figure.units);
  const changes = fresh.flatMap((figure) => {
    const earlier = before(figure);
    return earlier === undefined ? [] : [{ ...figure, before: earlier.units }];
  });
  return {
    report: {
      id: null,
      fileName,
      sha256,
      rowsRead,
      ...range,
      added: fresh.length - changes.length,
      changed: changes.length,
      unchanged: figures.length - fresh.length,
      changes: changes.slice(0, MOST_CHANGES_LISTED),
    },
    fresh: fresh.map((figure) => ({ ...figure, version: (before(figure)?.version ?? 0) + 1 })),
  };
}
