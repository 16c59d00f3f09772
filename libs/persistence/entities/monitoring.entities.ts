import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { COUNT, DAY, ID, INSTANT, LONG_TEXT, SMALL_COUNT, code, text } from '../column-types';
import { PersonEntity } from './access.entities';
import { OrganisationEntity } from './organisation.entities';
import { ScenarioEntity } from './planning.entities';

/** Whole numbers of the smallest unit of a line, below 2^53. */
const UNITS = { type: 'bigint' } as const;

/** A financial year of an organisation that is held against a frozen plan. */
@Entity('monitored_year')
@Index('monitored_year_once', ['organisationId', 'firstYear'], { unique: true })
export class MonitoredYearEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => OrganisationEntity, { name: 'monitored_year_organisation' })
  @Column(ID)
  organisationId: string;

  /** The year in which it begins. */
  @Column(SMALL_COUNT) firstYear: number;

  @ForeignKey(() => ScenarioEntity, { name: 'monitored_year_scenario' })
  @Column(ID)
  scenarioId: string;

  /** The run that the plan's figures were taken from, and the hash of its result. */
  @Column(ID) runId: string;
  @Column(code(64)) resultSha256: string;

  @ForeignKey(() => PersonEntity, { name: 'monitored_year_person' })
  @Column(ID)
  frozenBy: string;

  @Column(INSTANT) frozenAt: Date;
}

/** What is expected of the months that are left, beside the plan. */
@Entity('reforecast')
@Index('reforecast_version', ['yearId', 'version'], { unique: true })
export class ReforecastEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => MonitoredYearEntity, { name: 'reforecast_year' })
  @Column(ID)
  yearId: string;

  @Column(COUNT) version: number;
  @Column({ type: 'text' }) reason: string;

  @ForeignKey(() => PersonEntity, { name: 'reforecast_person' })
  @Column(ID)
  authorId: string;

  @Column(INSTANT) at: Date;
}

/** A figure of a frozen plan or of a reforecast; written once. */
@Entity('planned_figure')
export class PlannedFigureEntity {
  /** The monitored year (its plan) or the reforecast. */
  @PrimaryColumn(ID) setId: string;
  @PrimaryColumn(code(60)) staffGroupCode: string;
  @PrimaryColumn(code(7)) month: string;
  @PrimaryColumn(code(20)) line: string;
  @Column(UNITS) units: string;
}

/** A file of actual figures. */
@Entity('actual_upload')
@Index('actual_upload_file', ['organisationId', 'sha256'])
export class ActualUploadEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => OrganisationEntity, { name: 'actual_upload_organisation' })
  @Column(ID)
  organisationId: string;

  @Column(code(64)) sha256: string;
  @Column(text(255)) fileName: string;
  @Column(LONG_TEXT) report: string;

  /** Null of the watched folder. */
  @ForeignKey(() => PersonEntity, { name: 'actual_upload_person' })
  @Column({ ...ID, nullable: true })
  uploadedBy: string | null;

  @Column(INSTANT) uploadedAt: Date;
}

/** What came; of a figure the highest version holds. */
@Entity('actual_figure')
export class ActualFigureEntity {
  @PrimaryColumn(ID) organisationId: string;
  @PrimaryColumn(code(60)) staffGroupCode: string;
  @PrimaryColumn(code(7)) month: string;
  @PrimaryColumn(code(20)) line: string;
  @PrimaryColumn(COUNT) version: number;
  @Column(UNITS) units: string;

  @ForeignKey(() => ActualUploadEntity, { name: 'actual_figure_upload' })
  @Column(ID)
  uploadId: string;
}

/** Why a figure differs from plan and who answers for it; of a note the highest version holds. */
@Entity('variance_note')
export class VarianceNoteEntity {
  @ForeignKey(() => MonitoredYearEntity, { name: 'variance_note_year' })
  @PrimaryColumn(ID)
  yearId: string;

  @PrimaryColumn(code(60)) staffGroupCode: string;
  @PrimaryColumn(code(7)) month: string;
  @PrimaryColumn(code(20)) line: string;
  @PrimaryColumn(COUNT) version: number;
  @Column({ type: 'text' }) reason: string;
  @Column(text(120)) owner: string;

  @ForeignKey(() => PersonEntity, { name: 'variance_note_person' })
  @Column(ID)
  authorId: string;

  @Column(INSTANT) at: Date;
}

/** From where on variances of a year are flagged; the highest version holds. */
@Entity('variance_threshold')
export class VarianceThresholdEntity {
  @ForeignKey(() => MonitoredYearEntity, { name: 'variance_threshold_year' })
  @PrimaryColumn(ID)
  yearId: string;

  @PrimaryColumn(COUNT) version: number;
  /** The thresholds of every line as JSON. */
  @Column(LONG_TEXT) content: string;

  @ForeignKey(() => PersonEntity, { name: 'variance_threshold_person' })
  @Column(ID)
  authorId: string;

  @Column(INSTANT) at: Date;
}

/** What became of a file of the watched folder, by its content. */
@Entity('watched_file')
export class WatchedFileEntity {
  @ForeignKey(() => OrganisationEntity, { name: 'watched_file_organisation' })
  @PrimaryColumn(ID)
  organisationId: string;

  @PrimaryColumn(code(10)) kind: string;
  @PrimaryColumn(code(64)) sha256: string;
  @Column(text(255)) fileName: string;
  @Column(code(10)) outcome: string;
  /** One sentence. */
  @Column({ type: 'text' }) message: string;
  @Column(LONG_TEXT) report: string;
  @Column(INSTANT) at: Date;
}

/** Lines of the workforce return from a day on. */
@Entity('return_line_set')
export class ReturnLineSetEntity {
  @PrimaryColumn(COUNT) version: number;
  @Column(DAY) validFrom: string;
  /** Name, status, source and lines as JSON. */
  @Column(LONG_TEXT) content: string;

  @ForeignKey(() => PersonEntity, { name: 'return_line_set_person' })
  @Column(ID)
  authorId: string;

  @Column(INSTANT) createdAt: Date;
}
