import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { newId } from '#platform';
import type { ProjectionUnit } from './job.catalogue';
import type { LeaseRepository } from './lease.repository';
import { appendOutboxRows } from './outbox';
import { BY_HAND, PUNCTUAL_MILLISECONDS } from './schedule-history';
import { latestSlot } from './schedule-slot';

/** What a schedule does about slots that passed while nobody was there to fire it. */
export const CATCH_UPS = ['latest', 'none'] as const;
export type CatchUp = (typeof CATCH_UPS)[number];

interface ScheduleRow {
  readonly id: string;
  readonly name: string;
  readonly cron: string;
  readonly timeZone: string;
  readonly roundId: string;
  readonly catchUp: string;
  readonly createdAt: Date;
  readonly lastSlot: Date | null;
  readonly now: Date;
}

interface DueSlot {
  readonly schedule: ScheduleRow;
  readonly slot: Date;
}

const LEASE = 'schedules';

/**
 * Fires the schedules that are due by the clock of the database. Several processes may run one: the
 * lease lets one of them look, and the unique slot lets a slot fire once even if two do.
 */
export class Scheduler {
  private readonly logger = new Logger(Scheduler.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly leases: LeaseRepository,
    private readonly identity: { readonly holder: string; readonly leaseMilliseconds: number },
  ) {}

  /** @returns how many slots this process fired */
  async fireDue(): Promise<number> {
    const { holder, leaseMilliseconds } = this.identity;
    if (!(await this.leases.acquire(LEASE, holder, leaseMilliseconds))) {
      return 0;
    }
    let fired = 0;
    for (const due of await this.dueSlots()) {
      fired += (await this.fire(due)) ? 1 : 0;
    }
    return fired;
  }

  /** Lets another process look at once. */
  async release(): Promise<void> {
    await this.leases.release(LEASE, this.identity.holder);
  }

  private async dueSlots(): Promise<readonly DueSlot[]> {
    const rows: ScheduleRow[] = await this.dataSource.query(
      `SELECT s.id, s.name, s.cron, s.time_zone AS timeZone, s.round_id AS roundId, s.catch_up AS catchUp,
              s.created_at AS createdAt, UTC_TIMESTAMP(6) AS now,
              (SELECT MAX(f.slot) FROM schedule_firing f
                WHERE f.schedule_id = s.id AND f.fired_by NOT LIKE ?) AS lastSlot
         FROM schedule s WHERE s.is_enabled = 1 ORDER BY s.id`,
      [`${BY_HAND}%`],
    );
    return rows.flatMap((schedule) => {
      const slot = dueSlot(schedule);
      return slot === null ? [] : [{ schedule, slot }];
    });
  }

  /** Records the slot and rings for its units in one transaction. @returns false when it was fired before */
  private async fire({ schedule, slot }: DueSlot): Promise<boolean> {
    const unitsRung = await this.dataSource.transaction(async (manager) => {
      const units = await currentUnits(manager, schedule.roundId);
      const firing: { affectedRows: number } = await manager.query(
        `INSERT IGNORE INTO schedule_firing (id, schedule_id, slot, fired_at, fired_by, units_rung)
         VALUES (?, ?, ?, UTC_TIMESTAMP(6), ?, ?)`,
        [newId(), schedule.id, slot, this.identity.holder, units.length],
      );
      if (firing.affectedRows === 0) {
        return null;
      }
      await appendOutboxRows(manager, 'projection.recalculation-requested', units);
      return units.length;
    });
    if (unitsRung !== null) {
      this.logger.log(`${schedule.name}: slot ${slot.toISOString()} rang for ${unitsRung} units.`);
    }
    return unitsRung !== null;
  }
}

/** The slot that is due: the latest one, unless it has fired, or came before the schedule was made. */
export function dueSlot(schedule: Omit<ScheduleRow, 'id' | 'name' | 'roundId'>): Date | null {
  const slot = latestSlot(schedule, schedule.now);
  if (
    slot === null ||
    slot <= schedule.createdAt ||
    (schedule.lastSlot !== null && slot <= schedule.lastSlot)
  ) {
    return null;
  }
  const isMissed = schedule.now.getTime() - slot.getTime() > PUNCTUAL_MILLISECONDS;
  return isMissed && schedule.catchUp === 'none' ? null : slot;
}

/** Units of the current scenarios of a round: what a schedule rings for. */
export async function currentUnits(
  manager: EntityManager,
  roundId: string,
): Promise<readonly ProjectionUnit[]> {
  return manager.query(
    `SELECT u.scenario_id AS scenarioId, u.organisation_id AS organisationId
       FROM projection_unit u JOIN scenario s ON s.id = u.scenario_id
      WHERE s.round_id = ? AND s.is_current = 1 ORDER BY u.scenario_id, u.organisation_id`,
    [roundId],
  );
}
