import { Injectable } from '@nestjs/common';
import type { CellQuestion } from '#modules/explanation';
import { UnitOfWork } from '#persistence';
import { NotFoundError } from '#platform';
import type { ProjectionUnit } from '#queue';
import type { Observable } from 'rxjs';
import { explainNumber, requireRunOfUnit, type ExplainedNumber } from './explain/explain-number';
import type { ProjectionEvent, ProjectionStatus } from './read/freshness';
import { readEarlierFigures } from './read/earlier.reader';
import type { EarlierFigures, Overview } from './read/overview';
import { readRanges, type NodeRanges } from './ranges/read-ranges';
import { readOverview } from './read/overview.reader';
import { ProjectionEvents } from './read/projection-events';
import { readPublishedRun } from './read/published-result.repository';
import { readStatus } from './read/status.reader';
import { nodeOf, readScenarioPlace } from './read/unit-state.repository';
import { cancelRun, requestRuns, unitOfRun, type Requester } from './run/run-request.repository';

/** A change is told within this time of its commit. */
const LOOK_MILLISECONDS = 500;
/** Where no person is named: the command line, and the product itself. */
const THE_PRODUCT: Requester = { id: 'wholetime' };

/**
 * What is published and how fresh it is, and requests to calculate it again. Works on the database alone,
 * whether or not Redis and the workers are there. Whether the person may do so is decided before it is
 * called.
 */
@Injectable()
export class ProjectionsService {
  private readonly changes: ProjectionEvents;

  constructor(private readonly unitOfWork: UnitOfWork) {
    this.changes = new ProjectionEvents(unitOfWork, LOOK_MILLISECONDS);
  }

  /**
   * The plan overview of an employer, a system, a region or the nation; `result` is null before the first
   * publication.
   *
   * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
   */
  async overview(scenarioId: string, organisationId: string): Promise<Overview> {
    return this.unitOfWork.run((manager) => readOverview(manager, scenarioId, organisationId));
  }

  /**
   * The figures that were shown before the last changes; null where none are kept.
   *
   * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
   */
  async earlierFigures(scenarioId: string, organisationId: string): Promise<EarlierFigures | null> {
    return this.unitOfWork.run((manager) => readEarlierFigures(manager, scenarioId, organisationId));
  }

  /**
   * How fresh a node and every unit at or under it are.
   *
   * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
   */
  async status(scenarioId: string, organisationId: string): Promise<ProjectionStatus> {
    return this.unitOfWork.run((manager) => readStatus(manager, scenarioId, organisationId));
  }

  /**
   * How one number of an organisation came about: opening, flows, assumptions and their sources.
   *
   * @param runId an earlier run of the unit; what is published for it without one
   * @throws NotFoundError where nothing is published for the organisation itself, for a run that is not of the unit,
   * and for a staff group that the run has not
   * @throws InvalidInputError for a month that the run does not have
   */
  async explain(
    { scenarioId, organisationId }: ProjectionUnit,
    question: CellQuestion,
    runId?: string,
  ): Promise<ExplainedNumber> {
    return this.unitOfWork.run(async (manager) => {
      if (runId !== undefined) {
        await requireRunOfUnit(manager, { scenarioId, organisationId }, runId);
        return explainNumber(manager, runId, question);
      }
      const published = await readPublishedRun(manager, scenarioId, organisationId);
      if (published === null) {
        throw new NotFoundError('Nothing is published for it under this scenario.', { organisationId });
      }
      return explainNumber(manager, published.result.id, question);
    });
  }

  /**
   * The likely ranges (8 in 10) of an organisation or a sum, or how far they are.
   *
   * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
   */
  async ranges(scenarioId: string, organisationId: string): Promise<NodeRanges> {
    return this.unitOfWork.run(async (manager) => {
      const { parentId } = nodeOf(await readScenarioPlace(manager, scenarioId), organisationId);
      return readRanges(manager, scenarioId, { organisationId, parentId });
    });
  }

  /** The same for a number of any run. @throws NotFoundError for an unknown run */
  async explainRun(runId: string, question: CellQuestion): Promise<ExplainedNumber> {
    return this.unitOfWork.run((manager) => explainNumber(manager, runId, question));
  }

  /** Changes of a scenario's units and sums, beginning with the state of all of them; never ends by itself. */
  events(scenarioId: string): Observable<ProjectionEvent> {
    return this.changes.follow(scenarioId);
  }

  /**
   * Asks for every unit at or under a node to be calculated again. A unit whose input has not changed is
   * computed again and compared with what is published.
   *
   * @returns how many units were asked for
   * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
   */
  async requestRun(scenarioId: string, organisationId: string, requester = THE_PRODUCT): Promise<number> {
    return this.unitOfWork.run((manager) => requestRuns(manager, { scenarioId, organisationId }, requester));
  }

  /**
   * Cancels a run that has not ended; one that has stays as it is.
   *
   * @returns whether there was anything to cancel
   * @throws NotFoundError for an unknown run
   */
  async cancelRun(runId: string, requester = THE_PRODUCT): Promise<boolean> {
    return this.unitOfWork.run((manager) => cancelRun(manager, runId, requester));
  }

  /** The unit that a run is of. @throws NotFoundError for an unknown run */
  async runUnit(runId: string): Promise<ProjectionUnit> {
    return this.unitOfWork.run((manager) => unitOfRun(manager, runId));
  }
}
