import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { COUNT, DAY, ID, INSTANT, LONG_TEXT, code } from '../column-types';
import { PersonEntity } from './access.entities';
import { OrganisationEntity } from './organisation.entities';
import { PlanningRoundEntity, ScenarioEntity } from './planning.entities';

/** The return of an organisation in a round. */
@Entity('organisation_return')
@Index('organisation_return_once', ['roundId', 'organisationId'], { unique: true })
export class OrganisationReturnEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => PlanningRoundEntity, { name: 'organisation_return_round' })
  @Column(ID)
  roundId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'organisation_return_organisation' })
  @Column(ID)
  organisationId: string;

  @ForeignKey(() => ScenarioEntity, { name: 'organisation_return_scenario' })
  @Column(ID)
  scenarioId: string;

  @Column(code(20)) state: string;
  @Column(COUNT) version: number;
  @Column({ ...COUNT, default: 0 }) revision: number;
  @Column({ ...ID, nullable: true }) createdBy: string | null;
  @Column(INSTANT) createdAt: Date;
  @Column(INSTANT) updatedAt: Date;
}

/** A step of a return or a system plan. */
@Entity('sign_off_step')
@Index('sign_off_step_version', ['documentId', 'version'])
export class SignOffStepEntity {
  @PrimaryColumn(ID) documentId: string;
  @PrimaryColumn(COUNT) revision: number;
  /** The version at which it was taken. */
  @Column(COUNT) version: number;
  @Column(code(30)) action: string;
  /** The signature that it settles. */
  @Column({ ...code(80), nullable: true }) slot: string | null;
  @Column(code(20)) fromState: string;
  @Column(code(20)) toState: string;

  @ForeignKey(() => PersonEntity, { name: 'sign_off_step_person' })
  @Column(ID)
  personId: string;

  @ForeignKey(() => PersonEntity, { name: 'sign_off_step_principal' })
  @Column({ ...ID, nullable: true })
  onBehalfOf: string | null;

  @Column({ type: 'text', nullable: true }) reason: string | null;
  @Column({ ...DAY, nullable: true }) decidedOn: string | null;
  /** Hash of the frozen version that the step is about. */
  @Column({ ...code(64), nullable: true }) contentSha256: string | null;
  @Column(INSTANT) at: Date;
}

/** A signature that its holder has handed to someone else. */
@Entity('sign_off_delegation')
@Index('sign_off_delegation_document', ['documentId', 'slot'])
export class SignOffDelegationEntity {
  @PrimaryColumn(ID) id: string;
  @Column(ID) documentId: string;
  @Column(code(80)) slot: string;

  @ForeignKey(() => PersonEntity, { name: 'sign_off_delegation_principal' })
  @Column(ID)
  principalId: string;

  @ForeignKey(() => PersonEntity, { name: 'sign_off_delegation_delegate' })
  @Column(ID)
  delegateId: string;

  /** The last day on which it holds. */
  @Column({ ...DAY, nullable: true }) validTo: string | null;
  @Column(INSTANT) createdAt: Date;
  @Column({ ...INSTANT, nullable: true }) revokedAt: Date | null;
}

/** A frozen version of a return or a system plan: canonical JSON and its hash. */
@Entity('plan_version')
export class PlanVersionEntity {
  @PrimaryColumn(ID) documentId: string;
  @PrimaryColumn(COUNT) version: number;
  @Column(code(64)) contentSha256: string;
  @Column(LONG_TEXT) content: string;

  @ForeignKey(() => PersonEntity, { name: 'plan_version_person' })
  @Column(ID)
  frozenBy: string;

  @Column(INSTANT) frozenAt: Date;
}

/** A section of a return or a system plan as it is now. */
@Entity('plan_section')
export class PlanSectionEntity {
  @PrimaryColumn(ID) documentId: string;
  @PrimaryColumn(code(60)) sectionKey: string;
  @Column(COUNT) version: number;
  @Column(LONG_TEXT) content: string;

  @ForeignKey(() => PersonEntity, { name: 'plan_section_author' })
  @Column(ID)
  authorId: string;

  @Column(INSTANT) updatedAt: Date;
}

/** Everything that a section has been. */
@Entity('plan_section_history')
export class PlanSectionHistoryEntity {
  @PrimaryColumn(ID) documentId: string;
  @PrimaryColumn(code(60)) sectionKey: string;
  @PrimaryColumn(COUNT) version: number;
  @Column(LONG_TEXT) content: string;

  @ForeignKey(() => PersonEntity, { name: 'plan_section_history_author' })
  @Column(ID)
  authorId: string;

  @Column(INSTANT) at: Date;
}

/** The day by which documents of a kind should have come to a state. */
@Entity('round_milestone')
export class RoundMilestoneEntity {
  @ForeignKey(() => PlanningRoundEntity, { name: 'round_milestone_round' })
  @PrimaryColumn(ID)
  roundId: string;

  @PrimaryColumn(code(30)) documentKind: string;
  @PrimaryColumn(code(20)) state: string;
  @Column(DAY) dueOn: string;
  @Column({ ...ID, nullable: true }) setBy: string | null;
  @Column(INSTANT) setAt: Date;
}
