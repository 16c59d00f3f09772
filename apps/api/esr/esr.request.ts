import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsObject, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HIGHEST_VERSION = 4_294_967_295;

/** The employer whose extracts are meant. */
export class EsrOrganisationQuery {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly organisationId: string;
}

/** The employer and the days of the extracts that are sent. */
export class EsrUploadQuery extends EsrOrganisationQuery {
  @ApiProperty({
    type: String,
    example: '2026-03-31',
    description: 'Day of the extract: the last of a month.',
  })
  @Matches(DAY)
  readonly asAt: string;

  @ApiPropertyOptional({ type: String, example: '2025-03-31', description: 'Day of the earlier extract.' })
  @IsOptional()
  @Matches(DAY)
  readonly earlierAsAt?: string;
}

/** A new version of a column mapping. */
export class EsrMappingRequest {
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
    description: 'columns, occupationCodes, payGrades, rules, destinations; what is left out is empty.',
  })
  @IsObject()
  readonly mapping: object;
}
