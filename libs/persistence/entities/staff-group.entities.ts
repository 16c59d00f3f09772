import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DAY, FLAG, SMALL_COUNT, code, decimal, text } from '../column-types';

/** A node of the staff-group tree; plans are made for its leaves. */
@Entity('staff_group')
export class StaffGroupEntity {
  @PrimaryColumn(code(60)) code: string;

  @ForeignKey(() => StaffGroupEntity, { name: 'staff_group_parent' })
  @Column({ ...code(60), nullable: true })
  parentCode: string | null;

  @Column(text(120)) name: string;
  @Column(SMALL_COUNT) position: number;
  @Column(FLAG) isLeaf: boolean;
  @Column(FLAG) isRegistered: boolean;
  @Column(FLAG) isMedical: boolean;
}

/** How a label of a published file or of ESR reads as a staff group, from one day to another. */
@Entity('staff_group_mapping')
@Index('staff_group_mapping_label', ['scheme', 'label', 'staffGroupCode', 'validFrom'], { unique: true })
export class StaffGroupMappingEntity {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true }) seq: number;
  @Column(code(40)) scheme: string;
  @Column(text(160)) label: string;

  @ForeignKey(() => StaffGroupEntity, { name: 'staff_group_mapping_group' })
  @Column(code(60))
  staffGroupCode: string;

  /** The share of the label's staff who belong to the group. */
  @Column(decimal(9, 8)) weight: number;
  @Column(DAY) validFrom: string;
  @Column({ ...DAY, nullable: true }) validTo: string | null;
  @Column(text(255)) source: string;
}

/** A pay band or medical grade. */
@Entity('band')
export class BandEntity {
  @PrimaryColumn(code(20)) code: string;
  @Column(text(80)) name: string;
  @Column(code(20)) scheme: string;
  @Column(SMALL_COUNT) position: number;
}
