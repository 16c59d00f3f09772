import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { MONTHLY_FILE_KINDS, type MonthlyFileKind } from '#baselines';
import { EsrOrganisationQuery } from '../esr/esr.request';
import { TABLE } from './record-views.request';
import { FormatParam } from './views.request';

/** The ESR extracts of an employer. */
export class ExtractsViewQuery extends EsrOrganisationQuery {
  @ApiPropertyOptional({ type: String, description: 'Key of one table; without it all of the view.' })
  @IsOptional()
  @Matches(TABLE)
  readonly table?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'The import that is open.' })
  @IsOptional()
  @IsUUID()
  readonly report?: string;
}

/** The ledgers or rosters of an employer. */
export class MonthlyFilesViewQuery extends ExtractsViewQuery {
  @ApiPropertyOptional({
    type: String,
    pattern: '^[12][0-9]{3}-(0[1-9]|1[0-2])$',
    description: 'Month of the open file; its latest without it.',
  })
  @IsOptional()
  @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  readonly month?: string;
}

/** Ledger or roster, and the format that is wanted. */
export class MonthlyFileParam extends FormatParam {
  @ApiProperty({ type: String, enum: MONTHLY_FILE_KINDS })
  @IsIn(MONTHLY_FILE_KINDS)
  readonly kind: MonthlyFileKind;
}
