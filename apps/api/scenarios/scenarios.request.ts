import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { UnitQuery } from '../projections/projections.request';

const LONGEST_NAME = 120;
const HIGHEST_VERSION = 4_294_967_294;

/** A what-if to make. */
export class NewScenarioRequest {
  @ApiProperty({ type: String, minLength: 1, maxLength: LONGEST_NAME, example: 'Two points less turnover' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_NAME)
  readonly name: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    description: 'What it reads where it has no value of its own.',
  })
  @IsUUID()
  readonly baseScenarioId: string;

  @ApiProperty({ type: String, format: 'uuid', description: 'It is projected at and under this.' })
  @IsUUID()
  readonly organisationId: string;
}

/** A change of a what-if; what is absent stays. */
export class ScenarioChangeRequest {
  @ApiPropertyOptional({ type: String, minLength: 1, maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_NAME)
  readonly name?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'Put aside: no longer projected by itself.' })
  @IsOptional()
  @IsBoolean()
  readonly isArchived?: boolean;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'The version that the person saw.' })
  @IsInt()
  @Min(1)
  @Max(HIGHEST_VERSION)
  readonly baseVersion: number;
}

/** Two scenarios at one organisation. */
export class ScenarioDifferenceQuery extends UnitQuery {
  @ApiProperty({ type: String, format: 'uuid', description: 'The scenario compared with.' })
  @IsUUID()
  readonly baseScenarioId: string;
}
