import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import {
  COUNT,
  FLAG,
  ID,
  INSTANT,
  LARGE_COUNT,
  LONG_TEXT,
  SMALL_COUNT,
  code,
  decimal,
  text,
} from '../column-types';

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
@Index('published_observation_key', ['releaseId', 'rowKey'], { unique: true })
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
  /** How far the plan behind the figure has come. */
  @Column({ ...code(12), default: 'default' }) planStatus: string;
  /** The cell of an equality table; null for a planning line. */
  @Column({ ...code(30), nullable: true }) bandCluster: string | null;
  @Column({ ...code(30), nullable: true }) equalityClass: string | null;
  /** What the row is about, as a short hash: the same in every release. */
  @Column({ type: 'binary', length: 16, nullable: true }) rowKey: Buffer | null;
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

/** Size and hash of a stored file in an encoding: its validator, and what tells a client that it got all of it. */
@Entity('published_representation')
export class PublishedRepresentationEntity {
  @ForeignKey(() => PublishedReleaseEntity, { name: 'published_representation_release' })
  @PrimaryColumn(ID)
  releaseId: string;

  @PrimaryColumn(code(20)) format: string;
  @PrimaryColumn(code(10)) encoding: string;
  @Column(LARGE_COUNT) bytes: number;
  @Column(code(64)) sha256: string;
}

/** A row that differs from the release before: added, withdrawn, at another place, or with another content. */
@Entity('published_change')
@Index('published_change_release', ['releaseNumber'])
export class PublishedChangeEntity {
  @PrimaryColumn({ type: 'binary', length: 16 }) rowKey: Buffer;
  @PrimaryColumn(COUNT) releaseNumber: number;
  /** False when only the content differs, so that the row keeps its place among those around it. */
  @Column(FLAG) isDisplaced: boolean;
}

/** The public half of a key with which manifests were signed. */
@Entity('published_signing_key')
export class PublishedSigningKeyEntity {
  @PrimaryColumn(code(64)) keyId: string;
  @Column({ type: 'text' }) publicJwk: string;
  @Column(INSTANT) firstUsedAt: Date;
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

/** What the disclosure audit of a release, or of one that was refused, found. Never changes. */
@Entity('disclosure_audit')
@Index('disclosure_audit_seq', ['seq'], { unique: true })
@Index('disclosure_audit_release', ['releaseId'], { unique: true })
export class DisclosureAuditEntity {
  @PrimaryColumn(ID) id: string;
  @Column(COUNT) seq: number;

  /** Null for a release that was refused. */
  @ForeignKey(() => PublishedReleaseEntity, { name: 'disclosure_audit_release_fk' })
  @Column({ ...ID, nullable: true })
  releaseId: string | null;

  @Column(code(60)) ruleId: string;
  @Column(code(10)) outcome: string;
  @Column(LONG_TEXT) report: string;
  /** Hash of the register after the release, and of the register it was audited against. */
  @Column({ ...code(64), nullable: true }) registerSha256: string | null;
  @Column({ ...code(64), nullable: true }) previousSha256: string | null;
  @Column(INSTANT) at: Date;
}

/** A part of at most 1 MiB of the register after a release: everything ever published, compressed. */
@Entity('disclosure_register_part')
export class DisclosureRegisterPartEntity {
  @ForeignKey(() => DisclosureAuditEntity, { name: 'disclosure_register_part_audit' })
  @PrimaryColumn(ID)
  auditId: string;

  @PrimaryColumn(COUNT) part: number;
  @Column({ type: 'mediumblob' }) content: Buffer;
}
