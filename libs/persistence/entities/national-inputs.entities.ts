import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { COUNT, ID, INSTANT, SMALL_COUNT, code, decimal } from '../column-types';
import { ApiClientEntity } from './access.entities';

/** A version of what the national body shared about a year; the highest of a kind and year holds. */
@Entity('national_submission')
@Index('national_submission_version', ['kind', 'year', 'version'], { unique: true })
export class NationalSubmissionEntity {
  @PrimaryColumn(ID) id: string;
  @Column(code(20)) kind: string;
  @Column(SMALL_COUNT) year: number;
  @Column(COUNT) version: number;
  @Column(code(64)) contentSha256: string;
  @ForeignKey(() => ApiClientEntity, { name: 'national_submission_client' })
  @Column(ID)
  clientId: string;
  @Column(code(80)) requestId: string;
  @Column(INSTANT) receivedAt: Date;
}

/** A line of a submission of envelopes: pounds or people, by kind of envelope. */
@Entity('national_envelope')
export class NationalEnvelopeEntity {
  @ForeignKey(() => NationalSubmissionEntity, { name: 'national_envelope_submission' })
  @PrimaryColumn(ID)
  submissionId: string;

  @PrimaryColumn(COUNT) position: number;
  @Column(code(12)) organisationCode: string;
  @Column(code(40)) envelope: string;
  @Column({ ...code(60), nullable: true }) staffGroupCode: string | null;
  @Column({ ...code(12), nullable: true }) standardReference: string | null;
  @Column(decimal(18, 2)) amount: number;
}

/** A line of a submission of training supply: people of a staff group in a region. */
@Entity('national_training_supply')
export class NationalTrainingSupplyEntity {
  @ForeignKey(() => NationalSubmissionEntity, { name: 'national_training_supply_submission' })
  @PrimaryColumn(ID)
  submissionId: string;

  @PrimaryColumn(COUNT) position: number;
  @Column(code(12)) regionCode: string;
  @Column(code(60)) staffGroupCode: string;
  @Column(COUNT) commissionedPlaces: number;
  @Column(COUNT) expectedNewlyQualified: number;
}
