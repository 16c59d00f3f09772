import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { COUNT, ID, INSTANT, code, decimal } from '../column-types';
import { RollUpEntity } from './projection.entities';

/** The making of the likely ranges of one sum by one engine, with one seed and number of draws. */
@Entity('projection_range_set')
@Index('projection_range_set_identity', ['rollUpId', 'engineVersion', 'seed', 'draws'], { unique: true })
export class ProjectionRangeSetEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => RollUpEntity, { name: 'projection_range_set_roll_up' })
  @Column(ID)
  rollUpId: string;

  @Column(code(64)) engineVersion: string;
  @Column(code(20)) seed: string;
  @Column(COUNT) draws: number;
  @Column(code(20)) state: string;
  @Column(decimal(5, 4)) progress: number;
  @Column(COUNT) attempts: number;
  @Column({ ...code(80), nullable: true }) worker: string | null;
  @Column({ ...INSTANT, nullable: true }) leaseUntil: Date | null;
  @Column({ type: 'text', nullable: true }) error: string | null;
  @Column(INSTANT) createdAt: Date;
  @Column({ ...INSTANT, nullable: true }) finishedAt: Date | null;
}

/** Ranges of one organisation of a set, by staff group, measure and month, as compressed JSON. */
@Entity('projection_range')
export class ProjectionRangeEntity {
  @ForeignKey(() => ProjectionRangeSetEntity, { name: 'projection_range_set_of' })
  @PrimaryColumn(ID)
  rangeSetId: string;

  @PrimaryColumn(ID) organisationId: string;
  @Column({ type: 'longblob' }) content: Buffer;
}

/** Every draw of the sum at year ends: 64-bit floats, little-endian, behind a JSON header. */
@Entity('projection_draw_sum')
export class ProjectionDrawSumEntity {
  @ForeignKey(() => ProjectionRangeSetEntity, { name: 'projection_draw_sum_set' })
  @PrimaryColumn(ID)
  rangeSetId: string;

  @Column({ type: 'longblob' }) content: Buffer;
}
