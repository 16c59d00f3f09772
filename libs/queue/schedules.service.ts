import { InvalidInputError, NotFoundError, newId } from '#platform';
import type { DataSource, EntityManager } from 'typeorm';
import { appendOutboxRows } from './outbox';
import { BY_HAND, PASSED_OVER, pastSlots, type PastSlot } from './schedule-history';
import { latestSlot, nextSlot, timingFault } from './schedule-slot';
import { CATCH_UPS, currentUnits, type CatchUp } from './scheduler';

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
  /** What became of its latest slots, the newest first. */
  readonly pastSlots: readonly PastSlot[];
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
  readonly createdAt: Date;
  readonly now: Date;
}

const SUMMARIES = `
  SELECT s.id, s.name, s.cron, s.time_zone AS timeZone, s.round_id AS roundId, s.catch_up AS catchUp,
         s.is_enabled AS isEnabled, s.created_at AS createdAt, UTC_TIMESTAMP(6) AS now
    FROM schedule s`;

/** Firings of a schedule that are read: more than the slots that are shown. */
const FIRINGS_READ = 20;

/** Schedules as rows: listed, made, enabled and disabled. */
export class SchedulesService {
  constructor(private readonly dataSource: DataSource) {}

  async list(): Promise<readonly ScheduleSummary[]> {
    const rows: SummaryRow[] = await this.dataSource.query(`${SUMMARIES} ORDER BY s.name, s.id`);
    return Promise.all(rows.map((row) => this.#summaryOf(row)));
  }

  /** @throws NotFoundError for an unknown id */
  async get(id: string): Promise<ScheduleSummary> {
    const [row]: SummaryRow[] = await this.dataSource.query(`${SUMMARIES} WHERE s.id = ?`, [id]);
    if (row === undefined) {
      throw new NotFoundError('There is no such schedule.', { id });
    }
    return this.#summaryOf(row);
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

  /**
   * Rings for the units of a schedule now, whether or not it is enabled; its slots stay as they are.
   *
   * @returns how many units it rang for
   * @throws NotFoundError
   */
  async fireNow(manager: EntityManager, id: string, personId: string): Promise<number> {
    const [row]: SummaryRow[] = await manager.query(`${SUMMARIES} WHERE s.id = ? FOR UPDATE`, [id]);
    if (row === undefined) {
      throw new NotFoundError('There is no such schedule.', { id });
    }
    const units = await currentUnits(manager, row.roundId);
    await manager.query(
      `INSERT INTO schedule_firing (id, schedule_id, slot, fired_at, fired_by, units_rung)
       VALUES (?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), ?, ?)`,
      [newId(), id, `${BY_HAND}${personId}`, units.length],
    );
    await appendOutboxRows(manager, 'projection.recalculation-requested', units);
    return units.length;
  }

  async #summaryOf(row: SummaryRow): Promise<ScheduleSummary> {
    const firings: FiringRow[] = await this.dataSource.query(
      `SELECT slot, fired_at AS firedAt, fired_by AS firedBy, units_rung AS unitsRung
         FROM schedule_firing WHERE schedule_id = ? ORDER BY slot DESC LIMIT ?`,
      [row.id, FIRINGS_READ],
    );
    return summaryOf(row, firings);
  }
}

interface FiringRow {
  readonly slot: Date;
  readonly firedAt: Date;
  readonly firedBy: string;
  readonly unitsRung: number;
}

function summaryOf(row: SummaryRow, firings: readonly FiringRow[]): ScheduleSummary {
  const { id, name, cron, timeZone, roundId, catchUp, createdAt, now } = row;
  const isEnabled = Boolean(row.isEnabled);
  const [last] = firings;
  return {
    id,
    name,
    cron,
    timeZone,
    roundId,
    catchUp,
    isEnabled,
    nextDueAt: isEnabled ? (nextSlot(row, now)?.toISOString() ?? null) : null,
    lastFiring:
      last === undefined
        ? null
        : {
            slot: last.slot.toISOString(),
            firedAt: last.firedAt.toISOString(),
            unitsRung: last.unitsRung,
          },
    pastSlots: pastSlots({ cron, timeZone, since: createdAt }, firings, now),
  };
}

/** Records the latest slot as fired for no unit, so that a schedule starts with the next one. */
async function passOver(manager: EntityManager, row: SummaryRow): Promise<void> {
  const slot = latestSlot(row, row.now);
  if (slot !== null) {
    await manager.query(
      `INSERT IGNORE INTO schedule_firing (id, schedule_id, slot, fired_at, fired_by, units_rung)
       VALUES (?, ?, ?, UTC_TIMESTAMP(6), ?, 0)`,
      [newId(), row.id, slot, PASSED_OVER],
    );
  }
}
