import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DAY, ID, INSTANT, code, text } from '../column-types';

/** An organisation, whatever it was called and wherever it belonged over time. */
@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn(ID) id: string;
  @Column(INSTANT) createdAt: Date;
}

/** What an organisation was called and what kind it was, from one day to the day before another. */
@Entity('organisation_period')
@Index('organisation_period_from', ['organisationId', 'validFrom'], { unique: true })
@Index('organisation_period_code', ['odsCode', 'validFrom'])
export class OrganisationPeriodEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => OrganisationEntity, { name: 'organisation_period_organisation' })
  @Column(ID)
  organisationId: string;

  @Column(code(12)) odsCode: string;
  @Column(text(200)) name: string;
  @Column(code(40)) type: string;
  @Column(code(40)) sector: string;
  @Column(DAY) validFrom: string;
  /** The first day on which this no longer holds; null while it does. */
  @Column({ ...DAY, nullable: true }) validTo: string | null;
}

/** Which organisation another belonged to, in what relation, and when. */
@Entity('organisation_membership')
@Index('organisation_membership_from', ['organisationId', 'relation', 'validFrom'], { unique: true })
export class OrganisationMembershipEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => OrganisationEntity, { name: 'organisation_membership_organisation' })
  @Column(ID)
  organisationId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'organisation_membership_parent' })
  @Column(ID)
  parentId: string;

  @Column(code(20)) relation: string;
  @Column(DAY) validFrom: string;
  /** The first day on which this no longer holds; null while it does. */
  @Column({ ...DAY, nullable: true }) validTo: string | null;
}

/** A merger, split or renaming: who took over from whom, and when. */
@Entity('organisation_succession')
@Index('organisation_succession_pair', ['predecessorId', 'successorId', 'effectiveOn'], { unique: true })
export class OrganisationSuccessionEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => OrganisationEntity, { name: 'organisation_succession_predecessor' })
  @Column(ID)
  predecessorId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'organisation_succession_successor' })
  @Column(ID)
  successorId: string;

  @Column(DAY) effectiveOn: string;
  @Column(code(20)) kind: string;
}
