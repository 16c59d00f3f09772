import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { COUNT, FLAG, ID, INSTANT, LONG_TEXT, code, text } from '../column-types';
import { PlanningRoundEntity } from './planning.entities';

/** A message committed with the change it tells of, until the relay has rung for it. */
@Entity('outbox')
@Index('outbox_unrelayed', ['relayedAt', 'seq'])
export class OutboxEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;
  @Column(code(60)) topic: string;
  /** JSON. */
  @Column(LONG_TEXT) payload: string;
  @Column(INSTANT) createdAt: Date;
  @Column({ ...INSTANT, nullable: true }) relayedAt: Date | null;
}

/** When every current scenario of a round is recalculated. */
@Entity('schedule')
export class ScheduleEntity {
  @PrimaryColumn(ID) id: string;
  @Column(text(120)) name: string;
  @Column(code(80)) cron: string;
  @Column(code(60)) timeZone: string;

  @ForeignKey(() => PlanningRoundEntity, { name: 'schedule_round' })
  @Column(ID)
  roundId: string;

  @Column(code(20)) catchUp: string;
  @Column(FLAG) isEnabled: boolean;
  @Column({ ...ID, nullable: true }) createdBy: string | null;
  @Column(INSTANT) createdAt: Date;
}

/** One slot of a schedule that fired, once whoever noticed it. */
@Entity('schedule_firing')
@Index('schedule_firing_slot', ['scheduleId', 'slot'], { unique: true })
export class ScheduleFiringEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => ScheduleEntity, { name: 'schedule_firing_schedule' })
  @Column(ID)
  scheduleId: string;

  @Column(INSTANT) slot: Date;
  @Column(INSTANT) firedAt: Date;
  @Column(code(80)) firedBy: string;
  @Column(COUNT) unitsRung: number;
}

/** Who may do a task that one process does at a time, and until when. */
@Entity('lease')
export class LeaseEntity {
  @PrimaryColumn(code(80)) name: string;
  @Column(code(80)) holder: string;
  @Column(INSTANT) expiresAt: Date;
}
