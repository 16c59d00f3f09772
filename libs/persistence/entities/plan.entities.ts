import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { COUNT, ID, INSTANT, code } from '../column-types';
import { OrganisationEntity } from './organisation.entities';
import { PlanningRoundEntity, ScenarioEntity } from './planning.entities';
import { ProjectionRunEntity } from './projection.entities';

/** The plan of a system for a round. */
@Entity('system_plan')
@Index('system_plan_once', ['roundId', 'organisationId'], { unique: true })
export class SystemPlanEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => PlanningRoundEntity, { name: 'system_plan_round' })
  @Column(ID)
  roundId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'system_plan_organisation' })
  @Column(ID)
  organisationId: string;

  @ForeignKey(() => ScenarioEntity, { name: 'system_plan_scenario' })
  @Column(ID)
  scenarioId: string;

  @Column(code(20)) state: string;
  /** Number of the draft, or of the frozen version. */
  @Column(COUNT) version: number;
  /** Steps taken so far. */
  @Column({ ...COUNT, default: 0 }) revision: number;
  @Column({ ...ID, nullable: true }) createdBy: string | null;
  @Column(INSTANT) createdAt: Date;
  @Column(INSTANT) updatedAt: Date;
}

/** A run that a frozen plan is made of. */
@Entity('system_plan_run')
export class SystemPlanRunEntity {
  @ForeignKey(() => SystemPlanEntity, { name: 'system_plan_run_plan' })
  @PrimaryColumn(ID)
  planId: string;

  @ForeignKey(() => ProjectionRunEntity, { name: 'system_plan_run_run' })
  @PrimaryColumn(ID)
  runId: string;
}
