import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { RegisterEntry } from '#modules/register';
import { UnitBatch, UnitQuery } from '../projections/projections.request';

const MOST_EDITS = 1_000;
const HIGHEST_VERSION = 4_294_967_295;

/** One register at one node under one scenario. */
export class RegisterQuery extends UnitQuery {
  @ApiProperty({ type: String, maxLength: 80, example: 'retention.interventions' })
  @IsString()
  @MaxLength(80)
  readonly register: string;
}

/** One changed entry. */
export class RegisterEditRequest {
  @ApiProperty({ type: String, maxLength: 80, example: 'retention.interventions' })
  @IsString()
  @MaxLength(80)
  readonly register: string;

  @ApiProperty({ type: String, nullable: true, maxLength: 64, description: 'null enters a new entry.' })
  @ValidateIf(({ entryKey }: RegisterEditRequest) => entryKey !== null)
  @IsString()
  @Matches(/^[A-Za-z0-9-]{1,64}$/)
  readonly entryKey: string | null;

  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'All fields of the entry by their keys; null withdraws it.',
  })
  @ValidateIf(({ values }: RegisterEditRequest) => values !== null)
  @IsObject()
  readonly values: RegisterEntry['values'] | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 4000 })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  readonly note?: string | null;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Version of the entry that was edited.' })
  @IsInt()
  @Min(0)
  @Max(HIGHEST_VERSION)
  readonly baseVersion: number;
}

/** A batch of register edits at one node under one scenario: all of them are saved or none. */
export class RegisterEditsRequest extends UnitBatch {
  @ApiProperty({ type: [RegisterEditRequest], minItems: 1, maxItems: MOST_EDITS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_EDITS)
  @ValidateNested({ each: true })
  @Type(() => RegisterEditRequest)
  readonly edits: RegisterEditRequest[];
}
