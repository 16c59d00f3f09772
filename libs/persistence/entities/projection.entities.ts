import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { COUNT, FLAG, ID, INSTANT, LARGE_COUNT, LONG_TEXT, code, decimal, text } from '../column-types';
import { OrganisationEntity } from './organisation.entities';
import { ScenarioEntity } from './planning.entities';

/** The engine as it was when it made a run, so that the run can be replayed. */
@Entity('engine_bundle')
export class EngineBundleEntity {
  @PrimaryColumn(code(64)) version: string;
  @Column({ type: 'longblob' }) content: Buffer;
  @Column(INSTANT) storedAt: Date;
}

/** The input of a run, compressed, known by the hash of its canonical JSON. */
@Entity('projection_input')
export class ProjectionInputEntity {
  @PrimaryColumn(code(64)) sha256: string;
  @Column({ type: 'longblob' }) content: Buffer;
  @Column(COUNT) byteCount: number;
  @Column(INSTANT) storedAt: Date;
}

/** What is projected by itself, one organisation under one scenario, and what is published for it. */
@Entity('projection_unit')
export class ProjectionUnitEntity {
  @ForeignKey(() => ScenarioEntity, { name: 'projection_unit_scenario' })
  @PrimaryColumn(ID)
  scenarioId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'projection_unit_organisation' })
  @PrimaryColumn(ID)
  organisationId: string;

  @Column({ ...LARGE_COUNT, default: 0 }) publishedVersion: number;
  @Column({ ...ID, nullable: true }) publishedRunId: string | null;
  @Column({ ...INSTANT, nullable: true }) publishedAt: Date | null;
  @Column({ ...LARGE_COUNT, nullable: true }) quarantinedVersion: number | null;
  @Column({ type: 'text', nullable: true }) quarantineReason: string | null;
  @Column({ ...INSTANT, nullable: true }) rungAt: Date | null;
}

/** One run of the engine for one unit and input version. */
@Entity('projection_run')
@Index(
  'projection_run_identity',
  ['scenarioId', 'organisationId', 'inputVersion', 'engineVersion', 'seed', 'draws'],
  { unique: true },
)
@Index('projection_run_state', ['state', 'leaseUntil'])
export class ProjectionRunEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => ScenarioEntity, { name: 'projection_run_scenario' })
  @Column(ID)
  scenarioId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'projection_run_organisation' })
  @Column(ID)
  organisationId: string;

  @Column(LARGE_COUNT) inputVersion: number;
  @Column({ ...code(64), nullable: true }) inputSha256: string | null;
  /** The layers read, with their versions, as JSON. */
  @Column(LONG_TEXT) inputLayers: string;
  @Column(code(64)) engineVersion: string;
  @Column(code(40)) seed: string;
  @Column(COUNT) draws: number;
  @Column(code(20)) state: string;
  /** Share done, 0 to 1. */
  @Column({ ...decimal(5, 4), default: 0 }) progress: number;
  @Column({ ...COUNT, default: 0 }) attempts: number;
  /** Attempts up to this one no longer count: a person asked for the run to be tried again. */
  @Column({ ...COUNT, default: 0 }) excusedAttempts: number;
  @Column({ ...code(80), nullable: true }) worker: string | null;
  @Column({ ...INSTANT, nullable: true }) leaseUntil: Date | null;
  @Column({ ...code(64), nullable: true }) resultSha256: string | null;
  @Column({ type: 'text', nullable: true }) error: string | null;
  @Column(INSTANT) createdAt: Date;
  @Column({ ...INSTANT, nullable: true }) startedAt: Date | null;
  @Column({ ...INSTANT, nullable: true }) finishedAt: Date | null;
}

/** One attempt at a run and how it ended. */
@Entity('projection_attempt')
export class ProjectionAttemptEntity {
  @ForeignKey(() => ProjectionRunEntity, { name: 'projection_attempt_run' })
  @PrimaryColumn(ID)
  runId: string;

  @PrimaryColumn(COUNT) attempt: number;
  @Column(code(80)) worker: string;
  @Column(INSTANT) startedAt: Date;
  @Column({ ...INSTANT, nullable: true }) endedAt: Date | null;
  @Column({ ...code(20), nullable: true }) outcome: string | null;
  @Column({ type: 'text', nullable: true }) error: string | null;
}

/** Every publication of a unit: at most one for an input version and an engine. */
@Entity('publish_log')
@Index('publish_log_once', ['scenarioId', 'organisationId', 'inputVersion', 'engineVersion'], {
  unique: true,
})
export class PublishLogEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;
  @Column(ID) scenarioId: string;
  @Column(ID) organisationId: string;
  @Column(LARGE_COUNT) inputVersion: number;
  @Column(code(64)) engineVersion: string;
  @Column(ID) runId: string;
  @Column(INSTANT) at: Date;
}

/** The sum over named runs for a system, a region or the nation. */
@Entity('roll_up')
@Index('roll_up_members', ['scenarioId', 'organisationId', 'membersSha256'], { unique: true })
export class RollUpEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => ScenarioEntity, { name: 'roll_up_scenario' })
  @Column(ID)
  scenarioId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'roll_up_organisation' })
  @Column(ID)
  organisationId: string;

  @Column(code(64)) membersSha256: string;
  @Column(code(64)) resultSha256: string;
  /** What the sum covers and what is missing, as JSON. */
  @Column(LONG_TEXT) coverage: string;
  @Column(FLAG) isCurrent: boolean;
  @Column(INSTANT) createdAt: Date;
}

/** A run that a roll-up sums. */
@Entity('roll_up_member')
export class RollUpMemberEntity {
  @ForeignKey(() => RollUpEntity, { name: 'roll_up_member_roll_up' })
  @PrimaryColumn(ID)
  rollUpId: string;

  @ForeignKey(() => ProjectionRunEntity, { name: 'roll_up_member_run' })
  @PrimaryColumn(ID)
  runId: string;

  @Column(COUNT) position: number;
}

/** The monthly series of a run or roll-up for one staff group, exact to the bit. */
@Entity('projection_series')
export class ProjectionSeriesEntity {
  @PrimaryColumn(ID) resultId: string;
  @PrimaryColumn(code(60)) staffGroupCode: string;
  @Column({ type: 'longblob' }) content: Buffer;
}

/** What a planner must know about the figures of a run, in the order in which it was said. */
@Entity('projection_notice')
@Index('projection_notice_result', ['resultId'])
export class ProjectionNoticeEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;
  @Column(ID) resultId: string;
  @Column(code(60)) code: string;
  @Column({ ...code(60), nullable: true }) staffGroupCode: string | null;
  @Column({ type: 'text' }) message: string;
  @Column({ ...decimal(20, 6), nullable: true }) amount: number | null;
}

/** The opening position that a run started from, for one staff group, with where it comes from. */
@Entity('projection_opening')
export class ProjectionOpeningEntity {
  @PrimaryColumn(ID) resultId: string;
  @PrimaryColumn(code(60)) staffGroupCode: string;
  @Column(code(40)) basis: string;
  @Column(text(255)) profileSource: string;
  @Column(decimal(20, 6)) headcount: number;
  @Column(decimal(20, 6)) fte: number;
  /** Funded posts as loaded; null where none were, and an establishment is assumed. */
  @Column({ ...decimal(20, 6), nullable: true }) establishment: number | null;
}

/** Where each value that a run read came from, as compressed JSON. */
@Entity('projection_provenance')
export class ProjectionProvenanceEntity {
  @ForeignKey(() => ProjectionRunEntity, { name: 'projection_provenance_run' })
  @PrimaryColumn(ID)
  runId: string;

  @Column({ type: 'longblob' }) content: Buffer;
}

/** The answer to a question about a run, as compressed JSON, by the hash of the question. */
@Entity('projection_analysis')
export class ProjectionAnalysisEntity {
  @ForeignKey(() => ProjectionRunEntity, { name: 'projection_analysis_run' })
  @PrimaryColumn(ID)
  runId: string;

  @PrimaryColumn(code(64)) questionSha256: string;
  @Column({ type: 'longblob' }) content: Buffer;
  @Column(INSTANT) storedAt: Date;
}
