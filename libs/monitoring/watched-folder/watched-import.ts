import { createReadStream } from 'node:fs';
import { recordAudit } from '#access';
import { EsrImporter, MonthlyImporter } from '#baselines';
import { InvalidInputError } from '#platform';
import type { DataSource, EntityManager } from 'typeorm';
import type { ActualsService } from '../actuals/actuals.service';
import type { WaitingFile, WatchedKind } from './waiting-files';

/** Who the audit trail names. */
export const WATCHED_FOLDER_ACTOR = 'watched-folder';

/** What an import says of itself. */
export interface WatchedReport {
  /** Why nothing of it is used yet; empty where all is. */
  readonly blockedBy: readonly string[];
  readonly detail: unknown;
}

/** A file whose employer is known. */
export interface EmployersFile extends WaitingFile {
  readonly organisationId: string;
}

const DAY = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/;

/** Imports a file as its kind asks. */
export class WatchedImport {
  private readonly importers: Readonly<Record<WatchedKind, (file: EmployersFile) => Promise<WatchedReport>>>;

  constructor(dataSource: DataSource, actuals: ActualsService) {
    const monthly = new MonthlyImporter(dataSource);
    const esr = new EsrImporter(dataSource);
    const importMonthly = (kind: 'ledger' | 'roster') => async (file: EmployersFile) => {
      const report = await monthly.save({
        organisationId: file.organisationId,
        kind,
        importedBy: null,
        file: () => Promise.resolve(opened(file)),
        alongside: auditOf(`${kind}.imported`, 'monthly_import', file),
      });
      return { blockedBy: report.blockedBy, detail: report };
    };
    this.importers = {
      ledger: importMonthly('ledger'),
      roster: importMonthly('roster'),
      esr: async (file) => {
        const report = await esr.save({
          organisationId: file.organisationId,
          asAt: dayInName(file.name),
          earlierAsAt: null,
          files: theExtract(file),
          importedBy: null,
          alongside: auditOf('esr.imported', 'esr_extract', file),
        });
        return { blockedBy: report.blockedBy, detail: report };
      },
      actuals: async (file) => {
        const upload = { organisationId: file.organisationId, ...opened(file) };
        return { blockedBy: [], detail: await actuals.save(upload, null) };
      },
    };
  }

  /** @throws InvalidInputError with what is wrong with the file; then nothing of it is held */
  async run(file: EmployersFile): Promise<WatchedReport> {
    return this.importers[file.kind](file);
  }
}

const opened = ({ name, path }: WaitingFile) => ({ fileName: name, stream: createReadStream(path) });

async function* theExtract(file: WaitingFile) {
  yield { role: 'extract' as const, ...(await Promise.resolve(opened(file))) };
}

/** @throws InvalidInputError where the name has none */
function dayInName(name: string): string {
  const day = DAY.exec(name)?.[0];
  if (day !== undefined) return day;
  throw new InvalidInputError([
    {
      pointer: 'file name',
      rule: 'is-dated',
      message: 'The name does not say of which day the extract is.',
      fix: 'Put the last day of its month into the name, for instance assignments-2026-10-31.csv.',
    },
  ]);
}

function auditOf(action: string, entity: string, { organisationId, name }: EmployersFile) {
  return (manager: EntityManager, { id, sha256 }: { readonly id: string; readonly sha256: string }) =>
    recordAudit(manager, {
      actor: WATCHED_FOLDER_ACTOR,
      action,
      entity,
      entityId: id,
      organisationId,
      detail: { sha256, fileName: name },
      correlationId: null,
    });
}
