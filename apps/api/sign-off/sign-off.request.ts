import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DOCUMENT_KINDS, type DocumentKind } from '#plans';

const HIGHEST_COUNT = 4_294_967_295;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The returns and plans of one round. */
export class RoundDocumentsQuery {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly roundId: string;
}

/** A return to begin. */
export class NewReturnRequest {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly roundId: string;

  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly organisationId: string;
}

/** A step of sign-off. */
export class StepRequest {
  @ApiProperty({ type: String, maxLength: 30, example: 'confirm' })
  @IsString()
  @MaxLength(30)
  readonly action: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'The revision that the person saw.' })
  @IsInt()
  @Min(0)
  @Max(HIGHEST_COUNT)
  readonly revision: number;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 80, example: 'finance' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  readonly slot?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 4000 })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  readonly reason?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date', description: 'Day of the approval.' })
  @IsOptional()
  @Matches(DAY)
  readonly date?: string | null;
}

/** A signature to hand over. */
export class DelegationRequest {
  @ApiProperty({ type: String, maxLength: 80, example: 'finance' })
  @IsString()
  @MaxLength(80)
  readonly slot: string;

  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly delegateId: string;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date', description: 'The last day.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  readonly validTo?: string | null;
}

/** Two versions to compare. */
export class DifferenceQuery {
  @ApiProperty({ type: 'integer', minimum: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(HIGHEST_COUNT)
  readonly from: number;

  @ApiProperty({ type: 'integer', minimum: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(HIGHEST_COUNT)
  readonly to: number;
}

/** A day by which documents of a kind should have come to a state. */
export class MilestoneRequest {
  @ApiProperty({ type: String, enum: [...DOCUMENT_KINDS] })
  @IsIn([...DOCUMENT_KINDS])
  readonly kind: DocumentKind;

  @ApiProperty({ type: String, maxLength: 20, example: 'submitted' })
  @IsString()
  @MaxLength(20)
  readonly state: string;

  @ApiProperty({ type: String, format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  readonly dueOn: string;
}

/** Days of a round. */
export class MilestonesRequest {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly roundId: string;

  @ApiProperty({ type: [MilestoneRequest], minItems: 1, maxItems: 20 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => MilestoneRequest)
  readonly milestones: MilestoneRequest[];
}
