import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { COUNT, DAY, FLAG, ID, INSTANT, LONG_TEXT, code, decimal } from '../column-types';
import { OrganisationEntity } from './organisation.entities';

/** How the ESR extracts of an organisation are read; each change is a version. */
@Entity('esr_mapping')
export class EsrMappingEntity {
  @ForeignKey(() => OrganisationEntity, { name: 'esr_mapping_organisation' })
  @PrimaryColumn(ID)
  organisationId: string;

  @PrimaryColumn(COUNT) version: number;
  @Column(LONG_TEXT) content: string;
  @Column({ ...ID, nullable: true }) authorId: string | null;
  @Column(INSTANT) createdAt: Date;
}

/** An import of ESR extracts, known by its content. Nothing in it says who anyone is. */
@Entity('esr_extract')
@Index('esr_extract_content', ['organisationId', 'sha256'], { unique: true })
@Index('esr_extract_as_at', ['organisationId', 'asAt'])
export class EsrExtractEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => OrganisationEntity, { name: 'esr_extract_organisation' })
  @Column(ID)
  organisationId: string;

  @Column(DAY) asAt: string;
  @Column(code(64)) sha256: string;
  /** Unmapped values keep it from serving as a baseline. */
  @Column(FLAG) isBlocked: boolean;
  /** The data-quality report as JSON. */
  @Column(LONG_TEXT) report: string;
  @Column({ ...ID, nullable: true }) importedBy: string | null;
  @Column(INSTANT) importedAt: Date;
}

/** People and contracted WTE of an extract by staff group, band, age band and ethnicity. */
@Entity('esr_cell')
export class EsrCellEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;

  @ForeignKey(() => EsrExtractEntity, { name: 'esr_cell_extract' })
  @Column(ID)
  extractId: string;

  @Column(code(60)) staffGroupCode: string;
  @Column(code(20)) bandCode: string;
  @Column({ ...code(20), nullable: true }) ageBand: string | null;
  @Column(code(40)) ethnicity: string;
  @Column(COUNT) headcount: number;
  @Column(decimal(18, 5)) fte: number;
}

/** People of an extract by staff group, band and disability. */
@Entity('esr_disability_cell')
export class EsrDisabilityCellEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;

  @ForeignKey(() => EsrExtractEntity, { name: 'esr_disability_cell_extract' })
  @Column(ID)
  extractId: string;

  @Column(code(60)) staffGroupCode: string;
  @Column(code(20)) bandCode: string;
  @Column(code(20)) disability: string;
  @Column(COUNT) headcount: number;
}
