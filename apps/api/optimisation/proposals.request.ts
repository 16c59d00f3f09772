import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { UnitQuery } from '../projections/projections.request';
import { ASKED_GOAL, ASKED_PLAN } from './proposal.schema';

const LONGEST_NAME = 120;
const MOST_LINES = 2_000;

/** A question to the optimiser. */
export class NewProposalRequest {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly scenarioId: string;

  @ApiProperty({ type: String, format: 'uuid', description: 'It is asked for all at and under this.' })
  @IsUUID()
  readonly organisationId: string;

  @ApiProperty({
    oneOf: [ASKED_PLAN, ASKED_GOAL],
    description: 'A plan within limits, or one assumption for one target.',
  })
  @IsObject()
  readonly request: Record<string, unknown>;
}

/** Proposals of an organisation under a scenario. */
export class ProposalsQuery extends UnitQuery {}

/** What is taken over. */
export class AcceptanceRequest {
  @ApiPropertyOptional({
    type: [Number],
    description: 'Places of the lines; left out: all that are not accepted yet.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(MOST_LINES, { each: true })
  readonly lines?: number[];

  @ApiPropertyOptional({
    type: String,
    minLength: 1,
    maxLength: LONGEST_NAME,
    description: 'Name of a new what-if that takes them; left out: the scenario itself.',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_NAME)
  readonly scenarioName?: string;
}
