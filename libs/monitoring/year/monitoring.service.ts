import { Injectable } from '@nestjs/common';
import { recordAudit } from '#access';
import { isDuplicateKey, UnitOfWork } from '#persistence';
import { ConflictError, InvalidInputError, newId, NotFoundError } from '#platform';
import { readPublishedRun, readSeries, type GroupSeries } from '#projections';
import type { EntityManager } from 'typeorm';
import type { MonitoringActor } from '../actuals/actuals.service';
import type { Thresholds } from '../flags/flags';
import { closedMonths } from './group-years';
import {
  insertMonitoredYear,
  insertReforecast,
  readMonitoredYears,
  type MonitoredYear,
} from './monitored-year.repository';
import { plannedFigures } from './planned-figures';
import { reforecastFigures, type ExpectedFigure } from './reforecast-figures';
import { insertThresholds } from './threshold.repository';
import {
  ALL_STAFF,
  insertVarianceNote,
  readVarianceNotes,
  type VarianceNote,
  type VariancePlace,
} from './variance-note.repository';
import { comparisonOf, type YearComparison } from './year-comparison';
import { readYearContent, requireYear, type YearContent, type YearKey } from './year-content';
import { thresholdFaults } from './threshold-faults';

/** A plan to freeze for a year. */
export interface PlanToFreeze extends YearKey {
  readonly scenarioId: string;
}

/** A reforecast over the version that the person saw; 0 for none. */
export interface NewReforecast extends YearKey {
  readonly baseVersion: number;
  readonly reason: string;
  readonly figures: readonly ExpectedFigure[];
}

/** A note over the version that the person saw; 0 for none. */
export interface NewVarianceNote extends YearKey, VariancePlace {
  readonly baseVersion: number;
  readonly reason: string;
  readonly owner: string;
}

/** Thresholds over the version that the person saw; 0 for those shipped. */
export interface NewThresholds extends YearKey {
  readonly baseVersion: number;
  readonly thresholds: Thresholds;
}

/** Plan against actual. Whether the person may do so is decided before it is called. */
@Injectable()
export class MonitoringService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The years of an organisation for which a plan is frozen. */
  async years(organisationId: string): Promise<readonly MonitoredYear[]> {
    return this.unitOfWork.run((manager) => readMonitoredYears(manager, organisationId));
  }

  /** @throws NotFoundError where no plan is frozen for the year, or the plan lacks the staff group */
  async read(key: YearKey, staffGroup: string = ALL_STAFF): Promise<YearComparison> {
    return this.unitOfWork.run((manager) => comparisonOf(manager, key, staffGroup));
  }

  /**
   * Copies the published figures of a scenario's year; nothing changes them afterwards.
   *
   * @throws NotFoundError where nothing is published; ConflictError where the year has its plan; InvalidInputError
   *   where the projection does not hold the year
   */
  async freezePlan(plan: PlanToFreeze, actor: MonitoringActor): Promise<MonitoredYear> {
    const { organisationId, firstYear, scenarioId } = plan;
    return this.unitOfWork.run(async (manager) => {
      await refuseSecondPlan(manager, plan);
      const published = await readPublishedRun(manager, scenarioId, organisationId);
      if (published === null) {
        throw new NotFoundError('Nothing is published for it under this scenario.', { organisationId });
      }
      const { id: runId, resultSha256 } = published.result;
      const groups = (await readSeries(manager, [runId])).get(runId) ?? new Map<string, GroupSeries>();
      const figures = [...groups].flatMap(([code, series]) => plannedFigures(code, series, firstYear));
      if (figures.length === 0) throw new InvalidInputError([yearNotProjected(firstYear)]);
      const id = newId();
      await insertMonitoredYear(
        manager,
        { id, organisationId, firstYear, scenarioId, runId, resultSha256, frozenBy: actor.id },
        figures,
      );
      await audit(
        manager,
        actor,
        { action: 'monitored-plan.frozen', entityId: id, organisationId },
        { firstYear, runId },
      );
      return requireYear(manager, plan);
    });
  }

  /**
   * Stores what is expected of the months that are left; the frozen plan stays as it is.
   *
   * @throws NotFoundError; ConflictError where someone else reforecast meanwhile; InvalidInputError
   */
  async reforecast(reforecast: NewReforecast, actor: MonitoringActor): Promise<YearComparison> {
    return this.unitOfWork.run(async (manager) => {
      const content = await readYearContent(manager, reforecast);
      requireLatest(content.reforecasts[0]?.version ?? 0, reforecast.baseVersion);
      const { figures, faults } = reforecastFigures(reforecast.figures, content.stored);
      if (faults.length > 0) throw new InvalidInputError(faults);
      const id = newId();
      const version = reforecast.baseVersion + 1;
      const { reason } = reforecast;
      const { id: yearId, organisationId } = content.year;
      await storeOnce(
        insertReforecast(manager, { id, yearId, version, reason, authorId: actor.id }, figures),
      );
      await audit(manager, actor, { action: 'reforecast.saved', entityId: id, organisationId }, { version });
      return comparisonOf(manager, reforecast, ALL_STAFF);
    });
  }

  /**
   * Stores why a figure differs from plan and who answers for it; earlier versions stay.
   *
   * @throws NotFoundError; ConflictError where someone else wrote meanwhile; InvalidInputError
   */
  async note(note: NewVarianceNote, actor: MonitoringActor): Promise<readonly VarianceNote[]> {
    return this.unitOfWork.run(async (manager) => {
      const content = await readYearContent(manager, note);
      requirePlace(content, note);
      const { id: yearId, organisationId } = content.year;
      const isSame = ({ staffGroup, month, line }: VariancePlace): boolean =>
        staffGroup === note.staffGroup && month === note.month && line === note.line;
      const current = (await readVarianceNotes(manager, yearId)).find(isSame);
      requireLatest(current?.version ?? 0, note.baseVersion);
      const version = note.baseVersion + 1;
      await storeOnce(insertVarianceNote(manager, { ...note, yearId, version, authorId: actor.id }));
      const { staffGroup, month, line } = note;
      await audit(
        manager,
        actor,
        { action: 'variance.explained', entityId: yearId, organisationId },
        { staffGroup, month, line, version },
      );
      return readVarianceNotes(manager, yearId);
    });
  }

  /**
   * Stores from where on variances of the year are flagged, for every month of it; earlier versions stay.
   *
   * @throws NotFoundError; ConflictError where someone else set them meanwhile; InvalidInputError
   */
  async setThresholds(request: NewThresholds, actor: MonitoringActor): Promise<YearComparison> {
    const { thresholds, baseVersion } = request;
    const faults = thresholdFaults(thresholds);
    if (faults.length > 0) throw new InvalidInputError(faults);
    return this.unitOfWork.run(async (manager) => {
      const { year, thresholds: current } = await readYearContent(manager, request);
      requireLatest(current.version, baseVersion);
      const { id: yearId, organisationId } = year;
      const version = baseVersion + 1;
      await storeOnce(insertThresholds(manager, { yearId, version, lines: thresholds, authorId: actor.id }));
      await audit(
        manager,
        actor,
        { action: 'thresholds.set', entityId: yearId, organisationId },
        { version, before: current.lines, after: thresholds },
      );
      return comparisonOf(manager, request, ALL_STAFF);
    });
  }
}

async function refuseSecondPlan(
  manager: EntityManager,
  { organisationId, firstYear }: YearKey,
): Promise<void> {
  await manager.query('SELECT id FROM organisation WHERE id = ? FOR UPDATE', [organisationId]);
  const years = await readMonitoredYears(manager, organisationId);
  const frozen = years.find((year) => year.firstYear === firstYear);
  if (frozen === undefined) return;
  throw new ConflictError('The year has its plan, which stays as it is: say what changes in a reforecast.', {
    rule: 'frozen',
    runId: frozen.runId,
  });
}

const yearNotProjected = (firstYear: number) => ({
  pointer: '/firstYear',
  rule: 'projected-year',
  message: `The projection does not hold the months from March ${firstYear} to March ${firstYear + 1}.`,
  fix: 'Name a year that begins after the baseline and within the round.',
});

function requirePlace({ stored }: YearContent, { staffGroup, month }: VariancePlace): void {
  const isPlanned =
    staffGroup === ALL_STAFF || stored.plan.some((figure) => figure.staffGroup === staffGroup);
  const isClosed = stored.months.slice(1, closedMonths(stored) + 1).includes(month);
  if (isPlanned && isClosed) return;
  throw new InvalidInputError([
    isPlanned
      ? {
          pointer: '/month',
          rule: 'closed-month',
          message: `${month} is not a closed month of the year.`,
          fix: 'Explain a month for which actual figures are loaded.',
        }
      : {
          pointer: '/staffGroup',
          rule: 'planned-staff-group',
          message: `The plan has no staff group "${staffGroup}".`,
          fix: `Use one of the plan, or ${ALL_STAFF}.`,
        },
  ]);
}

function requireLatest(current: number, base: number): void {
  if (current === base) return;
  throw new ConflictError('Someone else changed this after you opened it.', { version: current });
}

/** Of two who write the same version at once, the second is told. */
async function storeOnce(write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new ConflictError('Someone else changed this at the same time: read it again.');
  }
}

async function audit(
  manager: EntityManager,
  actor: MonitoringActor,
  event: { readonly action: string; readonly entityId: string; readonly organisationId: string },
  detail: unknown,
): Promise<void> {
  await recordAudit(manager, {
    ...event,
    actor: actor.id,
    entity: 'monitored_year',
    detail,
    correlationId: actor.correlationId,
  });
}
