import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, IsUUID, Max, Min } from 'class-validator';
import { MONTHLY_FILE_KINDS, type MonthlyFileKind } from '#baselines';

const HIGHEST_VERSION = 4_294_967_295;

/** Ledger or roster. */
export class MonthlyKindParam {
  @ApiProperty({ type: String, enum: MONTHLY_FILE_KINDS })
  @IsIn(MONTHLY_FILE_KINDS)
  readonly kind: MonthlyFileKind;
}

/** The employer whose files are meant. */
export class MonthlyOrganisationQuery {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly organisationId: string;
}

/** A new version of a mapping. */
export class MonthlyMappingRequest {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly organisationId: string;

  @ApiProperty({ type: Number, description: 'The version that the change is based on; 0 for the first.' })
  @IsInt()
  @Min(0)
  @Max(HIGHEST_VERSION)
  readonly baseVersion: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'columns, costCentres, subjectiveCodes, staffGroups; what is left out is empty.',
  })
  @IsObject()
  readonly mapping: object;
}
