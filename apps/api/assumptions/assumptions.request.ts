import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PLANNING_MODULES, type PlanningModule } from '#modules';
import { UnitBatch, UnitQuery } from '../projections/projections.request';

const OPERATIONS = ['set', 'add', 'multiply', 'reset'] as const;
const ORIGINS = ['web', 'import'] as const;
const MOST_EDITS = 5_000;
const FIRST_YEAR = 1_900;
const LAST_YEAR = 2_200;
const HIGHEST_VERSION = 4_294_967_295;
const FINITE = { allowNaN: false, allowInfinity: false } as const;

/** One parameter at one node under one scenario. */
export class GridQuery extends UnitQuery {
  @ApiProperty({ type: String, maxLength: 80, example: 'retention.leaver-rate' })
  @IsString()
  @MaxLength(80)
  readonly parameter: string;
}

/** Every parameter of one module at one node under one scenario. */
export class ModuleGridQuery extends UnitQuery {
  @ApiProperty({ type: String, enum: PLANNING_MODULES, example: 'retention' })
  @IsIn(PLANNING_MODULES)
  readonly module: PlanningModule;
}

/** One cell of a grid. */
export class HistoryQuery extends GridQuery {
  @ApiProperty({ type: String, maxLength: 60, example: 'nurses-and-health-visitors' })
  @IsString()
  @MaxLength(60)
  readonly staffGroup: string;

  @ApiProperty({ type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR, example: 2026 })
  @Type(() => Number)
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  readonly year: number;
}

/** What was changed in a scenario, page by page. */
export class ChangesQuery extends UnitQuery {
  @ApiPropertyOptional({ type: String, example: '120.7', description: 'The `next` of the page before.' })
  @IsOptional()
  @Matches(/^\d{1,16}\.\d{1,16}$/)
  readonly before?: string;
}

/** One changed cell. */
export class EditRequest {
  @ApiProperty({ type: String, maxLength: 80, example: 'retention.leaver-rate' })
  @IsString()
  @MaxLength(80)
  readonly parameter: string;

  @ApiProperty({ type: String, maxLength: 60, example: 'midwives' })
  @IsString()
  @MaxLength(60)
  readonly staffGroup: string;

  @ApiProperty({ type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR, example: 2026 })
  @IsInt()
  @Min(FIRST_YEAR)
  @Max(LAST_YEAR)
  readonly year: number;

  @ApiProperty({ type: String, enum: OPERATIONS, description: 'reset takes the own value away.' })
  @IsIn(OPERATIONS)
  readonly operation: (typeof OPERATIONS)[number];

  @ApiProperty({ type: Number, nullable: true, description: 'Shares as fractions; null only to reset.' })
  @ValidateIf(({ value }: EditRequest) => value !== null)
  @IsNumber(FINITE)
  readonly value: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'One in ten outcomes is lower.' })
  @IsOptional()
  @IsNumber(FINITE)
  readonly low?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'One in ten outcomes is higher.' })
  @IsOptional()
  @IsNumber(FINITE)
  readonly high?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 255 })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  readonly basis?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 4000 })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  readonly note?: string | null;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Version of the cell that was edited.' })
  @IsInt()
  @Min(0)
  @Max(HIGHEST_VERSION)
  readonly baseVersion: number;
}

/** A batch of edits at one node under one scenario: all of them are saved or none. */
export class EditsRequest extends UnitBatch {
  @ApiPropertyOptional({ type: String, enum: ORIGINS, description: 'import for values from a workbook.' })
  @IsOptional()
  @IsIn(ORIGINS)
  readonly origin?: (typeof ORIGINS)[number];

  @ApiProperty({ type: [EditRequest], minItems: 1, maxItems: MOST_EDITS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_EDITS)
  @ValidateNested({ each: true })
  @Type(() => EditRequest)
  readonly edits: EditRequest[];
}
