import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { COUNT, DAY, ID, INSTANT, LARGE_COUNT, LONG_TEXT, code, decimal, text } from '../column-types';
import { OrganisationEntity } from './organisation.entities';
import { StaffGroupEntity } from './staff-group.entities';

/** A file that was read, known by its content. */
@Entity('import_file')
@Index('import_file_sha256', ['sha256'], { unique: true })
export class ImportFileEntity {
  @PrimaryColumn(ID) id: string;
  @Column(code(64)) sha256: string;
  @Column(text(255)) fileName: string;
  @Column(code(40)) kind: string;
  @Column(LARGE_COUNT) byteCount: number;
  @Column(COUNT) rowsRead: number;
  @Column(COUNT) rowsKept: number;
  /** The data-quality report as JSON. */
  @Column(LONG_TEXT) report: string;
  @Column({ ...ID, nullable: true }) importedBy: string | null;
  @Column(INSTANT) importedAt: Date;
}

/** One measure of one staff group in one organisation, month by month. */
@Entity('history_series')
@Index('history_series_key', ['organisationId', 'staffGroupCode', 'measure'], { unique: true })
export class HistorySeriesEntity {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true }) id: number;

  @ForeignKey(() => OrganisationEntity, { name: 'history_series_organisation' })
  @Column(ID)
  organisationId: string;

  @ForeignKey(() => StaffGroupEntity, { name: 'history_series_group' })
  @Column(code(60))
  staffGroupCode: string;

  @Column(code(40)) measure: string;
}

/** A month of a series. A suppressed month has no value, never 0. */
@Entity('history_point')
export class HistoryPointEntity {
  @ForeignKey(() => HistorySeriesEntity, { name: 'history_point_series' })
  @PrimaryColumn({ type: 'int', unsigned: true })
  seriesId: number;

  @PrimaryColumn(DAY) monthEnd: string;
  @Column({ ...decimal(18, 5), nullable: true }) value: number | null;
  @Column(code(12)) status: string;
  @Column(ID) importFileId: string;
}

/** England's headcount by staff group, band and ethnicity at a date. */
@Entity('workforce_profile_cell')
@Index('workforce_profile_cell_key', ['asAt', 'staffGroupCode', 'bandCode', 'ethnicity'], { unique: true })
export class WorkforceProfileCellEntity {
  @PrimaryGeneratedColumn({ type: 'int', unsigned: true }) seq: number;
  @Column(ID) importFileId: string;
  @Column(DAY) asAt: string;
  @Column(code(60)) staffGroupCode: string;
  @Column(code(20)) bandCode: string;
  @Column(code(40)) ethnicity: string;
  @Column({ ...decimal(18, 5), nullable: true }) headcount: number | null;
}
