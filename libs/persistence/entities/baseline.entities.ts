import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DAY, ID, INSTANT, LONG_TEXT, code, decimal, text } from '../column-types';
import { OrganisationEntity } from './organisation.entities';

/** A frozen opening position of an organisation, known by its content. */
@Entity('baseline_snapshot')
@Index('baseline_snapshot_content', ['organisationId', 'asAt', 'sha256'], { unique: true })
export class BaselineSnapshotEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => OrganisationEntity, { name: 'baseline_snapshot_organisation' })
  @Column(ID)
  organisationId: string;

  @Column(DAY) asAt: string;
  @Column(code(64)) sha256: string;
  @Column(text(500)) source: string;
  /** What the snapshot covers and how it was derived, as JSON. */
  @Column(LONG_TEXT) report: string;
  @Column({ ...ID, nullable: true }) createdBy: string | null;
  @Column(INSTANT) createdAt: Date;
}

/** One cell of a snapshot; an axis that is null is not split. */
@Entity('baseline_cell')
export class BaselineCellEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;

  @ForeignKey(() => BaselineSnapshotEntity, { name: 'baseline_cell_snapshot' })
  @Column(ID)
  snapshotId: string;

  @Column(code(60)) staffGroupCode: string;
  @Column({ ...code(20), nullable: true }) bandCode: string | null;
  @Column({ ...code(20), nullable: true }) ageBand: string | null;
  @Column({ ...code(40), nullable: true }) ethnicity: string | null;
  @Column({ ...decimal(18, 6), nullable: true }) headcount: number | null;
  @Column({ ...decimal(18, 6), nullable: true }) fte: number | null;
  /** Funded posts of a staff group, where they are loaded. */
  @Column({ ...decimal(18, 6), nullable: true }) establishment: number | null;
  @Column(code(40)) basis: string;
  /** Where the profile used to split the cell came from, when it is not the organisation's own. */
  @Column({ ...text(255), nullable: true }) profileSource: string | null;
}
