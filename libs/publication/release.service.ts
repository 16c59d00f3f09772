import type { DataSource } from 'typeorm';
import { recordAudit } from '#access';
import { loadLinearSolver, type LinearSolver } from '#linear-programming';
import { UnitOfWork } from '#persistence';
import { ConflictError, newId } from '#platform';
import { UnsafeReleaseError } from './disclosure';
import { passDisclosureGate, type GatedTables } from './disclosure-gate';
import {
  insertAudit,
  readRegister,
  readRegisterSha256,
  type StandingRegister,
} from './disclosure-register.repository';
import type { ManifestSigner } from './manifest-signer';
import { buildReleaseContent } from './release-content';
import { ReleasePublisher, type PublishedRelease } from './release-publisher';
import { readReleaseSource, type ReleaseSource } from './release-source';

export interface ReleaseRequest {
  readonly scenarioId: string;
  readonly title: string;
  /** Person or process that publishes, for the audit trail. */
  readonly actor: string;
}

/** A release before it is frozen, and what it was audited against. */
interface PreparedRelease {
  readonly source: ReleaseSource;
  readonly tables: GatedTables;
  readonly audited: StandingRegister;
}

/** Publishes immutable releases of what stands for each system. */
export class ReleaseService {
  private readonly publisher: ReleasePublisher;
  private readonly unitOfWork: UnitOfWork;

  constructor(
    dataSource: DataSource,
    signer: ManifestSigner,
    private readonly openSolver: () => Promise<LinearSolver> = loadLinearSolver,
  ) {
    this.publisher = new ReleasePublisher(dataSource, signer);
    this.unitOfWork = new UnitOfWork(dataSource);
  }

  /**
   * Freezes what stands for each system as the next numbered release, behind the disclosure gate. Publishing
   * unchanged content again returns the newest release and changes nothing.
   *
   * @throws NotFoundError when the scenario does not exist; ConflictError when nothing is projected yet, when another
   *   release is being published, and when the gate refuses: the refusal is kept with its audit id
   */
  publish(request: ReleaseRequest): Promise<PublishedRelease> {
    return this.publisher.alone(async () => this.freeze(request, await this.prepare(request)));
  }

  private async prepare(request: ReleaseRequest): Promise<PreparedRelease> {
    const { source, audited } = await this.unitOfWork.run(async (manager) => ({
      source: await readReleaseSource(manager, request.scenarioId),
      audited: await readRegister(manager),
    }));
    requireFigures(source);
    try {
      const tables = passDisclosureGate(audited.register, source.equality, await this.openSolver());
      return { source, audited, tables };
    } catch (error) {
      if (!(error instanceof UnsafeReleaseError)) throw error;
      const auditId = await this.refuse(request, audited, error.message);
      throw new ConflictError(`The disclosure gate refuses the release (audit ${auditId}). ${error.message}`);
    }
  }

  private async refuse(
    { actor, scenarioId }: ReleaseRequest,
    audited: StandingRegister,
    reason: string,
  ): Promise<string> {
    const id = newId();
    await this.unitOfWork.run(async (manager) => {
      const previousSha256 = audited.sha256;
      const refusal = { releaseId: null, outcome: 'refused', previousSha256, register: null } as const;
      await insertAudit(manager, id, { ...refusal, report: { reason, scenarioId } });
      await recordAudit(manager, {
        actor,
        action: 'release.refused',
        entity: 'disclosure_audit',
        entityId: id,
        organisationId: null,
        detail: { scenarioId, reason },
        correlationId: null,
      });
    });
    return id;
  }

  private freeze(
    { title, actor }: ReleaseRequest,
    { source, tables, audited }: PreparedRelease,
  ): Promise<PublishedRelease> {
    const auditId = newId();
    const { cells, report, register } = tables;
    const audit = { cells, auditId, withoutTable: report.organisationsWithoutTable };
    return this.publisher.publish({
      content: buildReleaseContent(source, audit),
      title,
      actor,
      alongside: async (manager, { id }) => {
        if ((await readRegisterSha256(manager)) !== audited.sha256) {
          throw new ConflictError('Another release came out since this one was audited. Publish again.');
        }
        const previousSha256 = audited.sha256;
        const passed = { releaseId: id, outcome: 'passed', report: { ...report }, previousSha256 } as const;
        await insertAudit(manager, auditId, { ...passed, register });
      },
    });
  }
}

function requireFigures(source: ReleaseSource): void {
  if (source.planning.length > 0) return;
  throw new ConflictError(
    `Nothing is projected under scenario "${source.scenario.name}" yet. Wait until its organisations are, then publish.`,
  );
}
