import { InvalidInputError, NotFoundError, newId } from '#platform';
import type { DataSource, EntityManager } from 'typeorm';
import { latestSlot, nextSlot, timingFault } from './schedule-slot';
import { CATCH_UPS, type CatchUp } from './scheduler';

/** A schedule as screens show it. */
export interface ScheduleSummary {
  readonly id: string;
  readonly name: string;
  readonly cron: string;
  readonly timeZone: string;
  readonly roundId: string;
  readonly catchUp: CatchUp;
  readonly isEnabled: boolean;
  /** ISO 8601; null while disabled. */
  readonly nextDueAt: string | null;
  readonly lastFiring: { readonly slot: string; readonly firedAt: string; readonly unitsRung: number } | null;
}

/** What a new schedule needs. */
export interface NewSchedule {
  readonly name: string;
  readonly cron: string;
  readonly timeZone: string;
  readonly roundId: string;
  readonly catchUp?: CatchUp;
  /** The person who makes it; null for the demo. */
  readonly createdBy: string | null;
}

interface SummaryRow {
  readonly id: string;
  readonly name: string;
  readonly cron: string;
  readonly timeZone: string;
  readonly roundId: string;
  readonly catchUp: CatchUp;
  readonly isEnabled: number | boolean;
  readonly slot: Date | null;
  readonly firedAt: Date | null;
  readonly unitsRung: number | null;
  readonly now: Date;
}

const SUMMARIES = `
  SELECT s.id, s.name, s.cron, s.time_zone AS timeZone, s.round_id AS roundId, s.catch_up AS catchUp,
         s.is_enabled AS isEnabled, f.slot, f.fired_at AS firedAt, f.units_rung AS unitsRung,
         UTC_TIMESTAMP(6) AS now
    FROM schedule s
    LEFT JOIN schedule_firing f ON f.schedule_id = s.id
     AND f.slot = (SELECT MAX(last.slot) FROM schedule_firing last WHERE last.schedule_id = s.id)`;

/** Schedules as rows: listed, made, enabled and disabled. */
export class SchedulesService {
  constructor(private readonly dataSource: DataSource) {}

  async list(): Promise<readonly ScheduleSummary[]> {
    const rows: SummaryRow[] = await this.dataSource.query(`${SUMMARIES} ORDER BY s.name, s.id`);
    return rows.map(summaryOf);
  }

  /** @throws NotFoundError for an unknown id */
  async get(id: string): Promise<ScheduleSummary> {
    const [row]: SummaryRow[] = await this.dataSource.query(`${SUMMARIES} WHERE s.id = ?`, [id]);
    if (row === undefined) {
      throw new NotFoundError('There is no such schedule.', { id });
    }
    return summaryOf(row);
  }

  /**
   * @param manager of the caller's transaction, which also audits
   * @returns the new schedule's id
   * @throws InvalidInputError for a pattern or a time zone that cannot be read
   */
  async create(manager: EntityManager, schedule: NewSchedule): Promise<string> {
    const fault = timingFault(schedule);
    if (fault !== null) {
      throw new InvalidInputError([
        {
          ...fault,
          rule: 'schedule-timing',
          fix: 'Give five cron fields and an IANA time zone, as 0 2 * * * and Europe/London.',
        },
      ]);
    }
    const id = newId();
    await manager.query(
      `INSERT INTO schedule (id, name, cron, time_zone, round_id, catch_up, is_enabled, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, 1, ?, UTC_TIMESTAMP(6))`,
      [
        id,
        schedule.name,
        schedule.cron,
        schedule.timeZone,
        schedule.roundId,
        schedule.catchUp ?? CATCH_UPS[0],
        schedule.createdBy,
      ],
    );
    return id;
  }

  /** Slots that pass while a schedule is disabled are not caught up. @throws NotFoundError */
  async setEnabled(manager: EntityManager, id: string, isEnabled: boolean): Promise<void> {
    const [row]: SummaryRow[] = await manager.query(`${SUMMARIES} WHERE s.id = ? FOR UPDATE`, [id]);
    if (row === undefined) {
      throw new NotFoundError('There is no such schedule.', { id });
    }
    if (isEnabled && !row.isEnabled) {
      await passOver(manager, row);
    }
    await manager.query('UPDATE schedule SET is_enabled = ? WHERE id = ?', [isEnabled ? 1 : 0, id]);
  }
}

/** Records the latest slot as fired for no unit, so that a schedule starts with the next one. */
async function passOver(manager: EntityManager, row: SummaryRow): Promise<void> {
  const slot = latestSlot(row, row.now);
  if (slot !== null) {
    await manager.query(
      `INSERT IGNORE INTO schedule_firing (id, schedule_id, slot, fired_at, fired_by, units_rung)
       VALUES (?, ?, ?, UTC_TIMESTAMP(6), 'passed over while disabled', 0)`,
      [newId(), row.id, slot],
    );
  }
}

function summaryOf(row: SummaryRow): ScheduleSummary {
  const isEnabled = Boolean(row.isEnabled);
  return {
    id: row.id,
    name: row.name,
    cron: row.cron,
    timeZone: row.timeZone,
    roundId: row.roundId,
    catchUp: row.catchUp,
    isEnabled,
    nextDueAt: isEnabled ? (nextSlot(row, row.now)?.toISOString() ?? null) : null,
    lastFiring:
      row.slot === null || row.firedAt === null
        ? null
        : { slot: row.slot.toISOString(), firedAt: row.firedAt.toISOString(), unitsRung: row.unitsRung ?? 0 },
  };
}
