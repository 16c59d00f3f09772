import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { COUNT, ID, INSTANT, LONG_TEXT, SMALL_COUNT, code, decimal, text } from '../column-types';

/** An immutable release, numbered, known by its content. */
@Entity('published_release')
@Index('published_release_number', ['number'], { unique: true })
export class PublishedReleaseEntity {
  @PrimaryColumn(ID) id: string;
  @Column(COUNT) number: number;
  @Column(text(200)) title: string;
  @Column(code(20)) status: string;
  @Column(code(64)) contentSha256: string;
  @Column(COUNT) rowCount: number;
  /** The signed manifest as JSON. */
  @Column(LONG_TEXT) manifest: string;
  @Column(INSTANT) publishedAt: Date;
}

/** One figure of a release. A hidden figure has no value and says so in its status. */
@Entity('published_observation')
@Index('published_observation_place', ['releaseId', 'organisationCode', 'seq'])
export class PublishedObservationEntity {
  @ForeignKey(() => PublishedReleaseEntity, { name: 'published_observation_release' })
  @PrimaryColumn(ID)
  releaseId: string;

  @PrimaryColumn(COUNT) seq: number;
  @Column(code(40)) measure: string;
  @Column(code(12)) organisationCode: string;
  @Column(text(200)) organisationName: string;
  @Column(code(20)) organisationLevel: string;
  @Column({ ...code(12), nullable: true }) systemCode: string | null;
  @Column({ ...code(12), nullable: true }) regionCode: string | null;
  @Column(code(60)) staffGroupCode: string;
  @Column(SMALL_COUNT) year: number;
  @Column(text(120)) scenario: string;
  @Column({ ...decimal(20, 6), nullable: true }) value: number | null;
  @Column(code(4)) status: string;
  @Column(code(20)) unit: string;
}

/** A part of at most 1 MiB of a file of a release. */
@Entity('published_file')
export class PublishedFileEntity {
  @ForeignKey(() => PublishedReleaseEntity, { name: 'published_file_release' })
  @PrimaryColumn(ID)
  releaseId: string;

  @PrimaryColumn(code(20)) format: string;
  @PrimaryColumn(code(10)) encoding: string;
  @PrimaryColumn(COUNT) chunk: number;
  @Column({ type: 'mediumblob' }) content: Buffer;
}

/** Who read what of a release, for what purpose. */
@Entity('pull_log')
@Index('pull_log_client', ['clientId', 'at'])
export class PullLogEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;
  @Column(ID) clientId: string;
  @Column(text(255)) purpose: string;
  @Column(text(255)) legalBasis: string;
  @Column(text(500)) path: string;
  @Column(code(80)) requestId: string;
  @Column(INSTANT) at: Date;
}
