import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { COUNT, FLAG, ID, INSTANT, LONG_TEXT, code, decimal, text } from '../column-types';
import { OrganisationEntity } from './organisation.entities';

/** How the ledgers or rosters of an organisation are read; each change is a version. */
@Entity('monthly_mapping')
export class MonthlyMappingEntity {
  @ForeignKey(() => OrganisationEntity, { name: 'monthly_mapping_organisation' })
  @PrimaryColumn(ID)
  organisationId: string;

  @PrimaryColumn(code(20)) kind: string;
  @PrimaryColumn(COUNT) version: number;
  @Column(LONG_TEXT) content: string;
  @Column({ ...ID, nullable: true }) authorId: string | null;
  @Column(INSTANT) createdAt: Date;
}

/** An import of a ledger or roster, known by its content. */
@Entity('monthly_import')
@Index('monthly_import_content', ['organisationId', 'kind', 'sha256'], { unique: true })
export class MonthlyImportEntity {
  @PrimaryColumn(ID) id: string;

  @ForeignKey(() => OrganisationEntity, { name: 'monthly_import_organisation' })
  @Column(ID)
  organisationId: string;

  @Column(code(20)) kind: string;
  @Column(code(64)) sha256: string;
  /** Of the file's bytes alone. */
  @Column(code(64)) fileSha256: string;
  /** Unmapped codes keep its figures from being used. */
  @Column(FLAG) isBlocked: boolean;
  /** The data-quality report as JSON. */
  @Column(LONG_TEXT) report: string;
  @Column({ ...ID, nullable: true }) importedBy: string | null;
  @Column(INSTANT) importedAt: Date;
}

/** A month that an import speaks for. */
@Entity('monthly_import_month')
export class MonthlyImportMonthEntity {
  @ForeignKey(() => MonthlyImportEntity, { name: 'monthly_import_month_import' })
  @PrimaryColumn(ID)
  importId: string;

  @PrimaryColumn(code(7)) month: string;
}

/** Figures of a cost centre, source code and month. */
@Entity('monthly_figure')
@Index('monthly_figure_month', ['importId', 'month'])
export class MonthlyFigureEntity {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true }) seq: number;

  @ForeignKey(() => MonthlyImportEntity, { name: 'monthly_figure_import' })
  @Column(ID)
  importId: string;

  @Column(code(7)) month: string;
  @Column(text(60)) costCentre: string;
  @Column({ ...text(120), nullable: true }) division: string | null;
  /** Subjective code of a ledger, staff-group label of a roster. */
  @Column(text(60)) sourceCode: string;
  @Column({ ...code(60), nullable: true }) staffGroupCode: string | null;
  @Column({ ...code(20), nullable: true }) employment: string | null;
  @Column({ ...decimal(18, 5), nullable: true }) budgetedWte: number | null;
  @Column({ ...decimal(18, 5), nullable: true }) workedWte: number | null;
  @Column({ ...decimal(18, 5), nullable: true }) contractedWte: number | null;
  @Column({ ...decimal(18, 2), nullable: true }) hours: number | null;
  @Column({ ...decimal(18, 2), nullable: true }) budget: number | null;
  @Column({ ...decimal(18, 2), nullable: true }) actual: number | null;
}
