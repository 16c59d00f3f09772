import { Logger } from '@nestjs/common';
import { recordAudit } from '#access';
import type { UnitOfWork } from '#persistence';
import type { ProjectionUnit } from '#queue';
import type { ReplayReport, ReplayService } from '../replay/replay.service';
import type { ProjectionRunner } from '../run/projection-runner';

/**
 * Recalculates a unit because a schedule or a person says so. Where the input has moved on, this is an
 * ordinary run. Where it has not, the same input through the same engine can only give the same result:
 * the unit is computed again in full and compared with what is published, to the bit, and the audit trail
 * says how that went. What is published stays as it is.
 */
export class Recalculation {
  private readonly logger = new Logger(Recalculation.name);

  constructor(
    private readonly runner: ProjectionRunner,
    private readonly replays: ReplayService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns whether something new was published */
  async recalculate(unit: ProjectionUnit): Promise<boolean> {
    const outcome = await this.runner.project(unit);
    if (outcome === 'up-to-date') {
      await this.verify(unit);
    }
    return outcome === 'published';
  }

  private async verify(unit: ProjectionUnit): Promise<void> {
    const [row]: { runId: string | null }[] = await this.unitOfWork.run((manager) =>
      manager.query(
        'SELECT published_run_id AS runId FROM projection_unit WHERE scenario_id = ? AND organisation_id = ?',
        [unit.scenarioId, unit.organisationId],
      ),
    );
    const runId = row?.runId ?? null;
    if (runId === null) {
      return;
    }
    const report = await this.replays.replay(runId);
    if (!report.isSame) {
      this.logger.error(
        `Run ${report.runId} does not come out as published: ${report.differenceCount} figures differ.`,
      );
    }
    await this.record(unit, report);
  }

  private async record(unit: ProjectionUnit, report: ReplayReport): Promise<void> {
    await this.unitOfWork.run((manager) =>
      recordAudit(manager, {
        actor: 'worker',
        action: report.isSame ? 'projection.confirmed' : 'projection.contradicted',
        entity: 'projection-run',
        entityId: report.runId,
        organisationId: unit.organisationId,
        detail: { scenarioId: unit.scenarioId, ...report },
        correlationId: null,
      }),
    );
  }
}
