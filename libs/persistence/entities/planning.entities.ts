import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import {
  COUNT,
  DAY,
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
import { BaselineSnapshotEntity } from './baseline.entities';
import { OrganisationEntity } from './organisation.entities';

/** A yearly planning round and the years it plans. */
@Entity('planning_round')
@Index('planning_round_name', ['name'], { unique: true })
export class PlanningRoundEntity {
  @PrimaryColumn(ID) id: string;
  @Column(text(120)) name: string;
  /** First calendar year of the first financial year planned: 2026 is 2026/27. */
  @Column(SMALL_COUNT) firstYear: number;
  @Column({ type: 'tinyint', unsigned: true }) years: number;
  @Column(DAY) treeAsAt: string;
  @Column(code(20)) state: string;
  @Column(INSTANT) createdAt: Date;
}

/** An organisation that takes part in a round, and its frozen baseline. */
@Entity('round_participant')
export class RoundParticipantEntity {
  @ForeignKey(() => PlanningRoundEntity, { name: 'round_participant_round' })
  @PrimaryColumn(ID)
  roundId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'round_participant_organisation' })
  @PrimaryColumn(ID)
  organisationId: string;

  @Column({ ...ID, nullable: true }) baselineSnapshotId: string | null;
}

/** A set of assumptions, laid over a base scenario. */
@Entity('scenario')
@Index('scenario_name', ['roundId', 'name'], { unique: true })
export class ScenarioEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => PlanningRoundEntity, { name: 'scenario_round' })
  @Column(ID)
  roundId: string;

  @ForeignKey(() => ScenarioEntity, { name: 'scenario_base' })
  @Column({ ...ID, nullable: true })
  baseScenarioId: string | null;

  @Column(text(120)) name: string;
  @Column(code(20)) kind: string;
  @Column(FLAG) isCurrent: boolean;

  /** The node that it is made for; null for a scenario of the whole round. */
  @ForeignKey(() => OrganisationEntity, { name: 'scenario_organisation' })
  @Column({ ...ID, nullable: true })
  organisationId: string | null;

  @Column({ ...ID, nullable: true }) createdBy: string | null;
  @Column(INSTANT) createdAt: Date;

  /** Counts the changes of name and state. */
  @Column({ ...COUNT, default: 1 }) version: number;
}

/** One assumption as it stands: it holds from `firstYear` on until a later one. */
@Entity('assumption')
@Index('assumption_cell', ['scenarioId', 'organisationId', 'parameterKey', 'staffGroupCode', 'firstYear'], {
  unique: true,
})
export class AssumptionEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => ScenarioEntity, { name: 'assumption_scenario' })
  @Column(ID)
  scenarioId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'assumption_organisation' })
  @Column(ID)
  organisationId: string;

  @Column(code(60)) staffGroupCode: string;
  @Column(code(80)) parameterKey: string;
  @Column(SMALL_COUNT) firstYear: number;
  @Column(code(10)) operation: string;
  @Column({ ...decimal(20, 8), nullable: true }) value: number | null;
  @Column({ ...decimal(20, 8), nullable: true }) low: number | null;
  @Column({ ...decimal(20, 8), nullable: true }) high: number | null;
  @Column({ ...text(255), nullable: true }) basis: string | null;
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Column(COUNT) version: number;
  @Column({ ...ID, nullable: true }) authorId: string | null;
  @Column(INSTANT) updatedAt: Date;
}

/** Every version an assumption has had. */
@Entity('assumption_history')
@Index('assumption_history_version', ['assumptionId', 'version'], { unique: true })
export class AssumptionHistoryEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;

  @ForeignKey(() => AssumptionEntity, { name: 'assumption_history_assumption' })
  @Column(ID)
  assumptionId: string;

  @Column(COUNT) version: number;
  @Column(code(10)) operation: string;
  @Column({ ...decimal(20, 8), nullable: true }) value: number | null;
  @Column({ ...decimal(20, 8), nullable: true }) low: number | null;
  @Column({ ...decimal(20, 8), nullable: true }) high: number | null;
  @Column({ ...text(255), nullable: true }) basis: string | null;
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Column({ type: 'text', nullable: true }) reason: string | null;
  @Column(code(20)) origin: string;
  @Column({ ...ID, nullable: true }) authorId: string | null;
  @Column(INSTANT) at: Date;
}

/** What an organisation's own history said where an assumption was calibrated, beside the peers' figure. */
@Entity('calibration_evidence')
export class CalibrationEvidenceEntity {
  @ForeignKey(() => AssumptionEntity, { name: 'calibration_evidence_assumption' })
  @PrimaryColumn(ID)
  assumptionId: string;

  @Column({ ...decimal(20, 8), nullable: true }) localValue: number | null;
  @Column(decimal(20, 8)) peerValue: number;
  @Column(decimal(9, 8)) weight: number;
}

/** An entry of a register as it stands; without values it is withdrawn. */
@Entity('register_entry')
@Index('register_entry_place', ['scenarioId', 'organisationId', 'registerKey', 'entryKey'], { unique: true })
export class RegisterEntryEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => ScenarioEntity, { name: 'register_entry_scenario' })
  @Column(ID)
  scenarioId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'register_entry_organisation' })
  @Column(ID)
  organisationId: string;

  @Column(code(80)) registerKey: string;
  @Column(code(64)) entryKey: string;
  @Column({ ...LONG_TEXT, nullable: true }) entryValues: string | null;
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Column(COUNT) version: number;
  @Column({ ...ID, nullable: true }) authorId: string | null;
  @Column(INSTANT) createdAt: Date;
  @Column(INSTANT) updatedAt: Date;
}

/** Every version a register entry has had. */
@Entity('register_entry_history')
@Index('register_entry_history_version', ['registerEntryId', 'version'], { unique: true })
export class RegisterEntryHistoryEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;

  @ForeignKey(() => RegisterEntryEntity, { name: 'register_entry_history_entry' })
  @Column(ID)
  registerEntryId: string;

  @Column(COUNT) version: number;
  @Column({ ...LONG_TEXT, nullable: true }) entryValues: string | null;
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Column({ type: 'text', nullable: true }) reason: string | null;
  @Column(code(20)) origin: string;
  @Column({ ...ID, nullable: true }) authorId: string | null;
  @Column(INSTANT) at: Date;
}

/** A layer of input that runs read; its version rises under its row lock with every change. */
@Entity('input_layer')
export class InputLayerEntity {
  @PrimaryColumn(code(20)) kind: string;
  @PrimaryColumn(code(80)) scope: string;
  @Column(LARGE_COUNT) version: number;
  /** Null for layers that were last changed before this was noted. */
  @Column({ ...INSTANT, nullable: true }) changedAt: Date | null;
}

/** Which baseline an organisation of a round was put on, by whom and why; the latest is in force. */
@Entity('baseline_choice')
@Index('baseline_choice_participant', ['roundId', 'organisationId'])
export class BaselineChoiceEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;

  @ForeignKey(() => PlanningRoundEntity, { name: 'baseline_choice_round' })
  @Column(ID)
  roundId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'baseline_choice_organisation' })
  @Column(ID)
  organisationId: string;

  @ForeignKey(() => BaselineSnapshotEntity, { name: 'baseline_choice_snapshot' })
  @Column(ID)
  snapshotId: string;

  @Column({ ...ID, nullable: true }) previousSnapshotId: string | null;
  @Column(text(1000)) reason: string;
  @Column(ID) chosenBy: string;
  @Column(INSTANT) chosenAt: Date;
}
