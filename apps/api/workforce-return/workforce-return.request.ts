import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { UnitQuery } from '../projections/projections.request';

export const FINANCIAL_YEAR = {
  type: 'integer',
  minimum: 2009,
  maximum: 2099,
  example: 2026,
  description:
    'Year in which the financial year begins: 2026 for 2026/27. The first year of the round without it.',
} as const;
const CODE = /^[a-z0-9-]{1,60}$/;
const DAY = /^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The organisation, scenario and financial year whose lines are meant. */
export class FourLinesQuery extends UnitQuery {
  @ApiPropertyOptional(FINANCIAL_YEAR)
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(FINANCIAL_YEAR.minimum)
  @Max(FINANCIAL_YEAR.maximum)
  readonly year?: number;
}

/** A line of a return. */
export class ReturnLineRequest {
  @ApiProperty({ type: String })
  @Matches(CODE)
  readonly code: string;

  @ApiProperty({ type: String, maxLength: 200 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly label: string;

  @ApiProperty({ type: [String], description: 'Leaf staff groups that the line is the sum of.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @Matches(CODE, { each: true })
  readonly staffGroups: string[];
}

/** Lines that hold from a day on. */
export class LineSetRequest {
  @ApiProperty({ type: String, maxLength: 200 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly name: string;

  @ApiProperty({ type: String, format: 'date', example: '2026-04-01' })
  @Matches(DAY)
  readonly validFrom: string;

  @ApiProperty({ type: String, maxLength: 200, example: 'verified against the collection guidance' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly status: string;

  @ApiProperty({ type: String, maxLength: 1000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  readonly source: string;

  @ApiProperty({ type: [ReturnLineRequest], minItems: 1, maxItems: 200 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ReturnLineRequest)
  readonly lines: ReturnLineRequest[];
}
