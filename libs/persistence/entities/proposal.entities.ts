import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { COUNT, ID, INSTANT, LONG_TEXT, code, decimal, text } from '../column-types';
import { OrganisationEntity } from './organisation.entities';
import { ScenarioEntity } from './planning.entities';
import { ProjectionRunEntity } from './projection.entities';

/** A question to the optimiser at an organisation under a scenario, and what became of it. */
@Entity('plan_proposal')
@Index('plan_proposal_of_node', ['scenarioId', 'organisationId', 'requestedAt'])
@Index('plan_proposal_state', ['state'])
export class PlanProposalEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => ScenarioEntity, { name: 'plan_proposal_scenario' })
  @Column(ID)
  scenarioId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'plan_proposal_organisation' })
  @Column(ID)
  organisationId: string;

  @Column(code(20)) kind: string;
  @Column(LONG_TEXT) request: string;
  /** Hash of the inputs of all organisations. */
  @Column(code(64)) inputSha256: string;
  @Column({ ...code(64), nullable: true }) engineVersion: string | null;
  @Column(code(20)) state: string;
  @Column(decimal(5, 4)) progress: number;
  @Column(COUNT) attempts: number;
  @Column({ ...code(80), nullable: true }) worker: string | null;
  @Column({ ...INSTANT, nullable: true }) leaseUntil: Date | null;
  @Column({ type: 'text', nullable: true }) error: string | null;
  @Column({ ...code(20), nullable: true }) outcome: string | null;
  /** Compressed JSON. */
  @Column({ type: 'longblob', nullable: true }) content: Buffer | null;
  @Column({ ...ID, nullable: true }) requestedBy: string | null;
  @Column(INSTANT) requestedAt: Date;
  @Column({ ...INSTANT, nullable: true }) startedAt: Date | null;
  @Column({ ...INSTANT, nullable: true }) finishedAt: Date | null;
}

/** The run of an organisation that a proposal starts from. */
@Entity('plan_proposal_base')
export class PlanProposalBaseEntity {
  @ForeignKey(() => PlanProposalEntity, { name: 'plan_proposal_base_of' })
  @PrimaryColumn(ID)
  proposalId: string;

  @PrimaryColumn(ID) organisationId: string;

  @ForeignKey(() => ProjectionRunEntity, { name: 'plan_proposal_base_run' })
  @Column(ID)
  runId: string;

  @Column(code(64)) inputSha256: string;
}

/** A lever at an organisation, as proposed; accepted or not. */
@Entity('plan_proposal_line')
export class PlanProposalLineEntity {
  @ForeignKey(() => PlanProposalEntity, { name: 'plan_proposal_line_of' })
  @PrimaryColumn(ID)
  proposalId: string;

  @PrimaryColumn(COUNT) place: number;
  @Column(ID) organisationId: string;
  @Column(code(120)) lever: string;
  @Column(text(200)) label: string;
  @Column(text(80)) unit: string;
  /** JSON: units of each year. */
  @Column(LONG_TEXT) amounts: string;
  /** Pounds over the round. */
  @Column(decimal(16, 2)) cost: number;
  @Column({ ...INSTANT, nullable: true }) acceptedAt: Date | null;
  @Column({ ...ID, nullable: true }) acceptedBy: string | null;

  @ForeignKey(() => ScenarioEntity, { name: 'plan_proposal_line_scenario' })
  @Column({ ...ID, nullable: true })
  acceptedScenarioId: string | null;
}
