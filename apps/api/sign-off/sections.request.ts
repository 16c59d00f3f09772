import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { SectionEntry } from '#plans';

const HIGHEST_VERSION = 4_294_967_294;

/** One entry of a section. */
export class SectionEntryRequest {
  @ApiProperty({ type: String, maxLength: 64, description: 'Stable while the entry is edited.' })
  @IsString()
  @MaxLength(64)
  readonly id: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    description: 'Values by field; an empty one is left out.',
  })
  @IsObject()
  readonly values: SectionEntry['values'];
}

/** A section to save, whole. */
export class SectionEditRequest {
  @ApiProperty({ type: String, maxLength: 60, example: 'service-commitments' })
  @IsString()
  @MaxLength(60)
  readonly section: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Version that was edited; 0 for none.' })
  @IsInt()
  @Min(0)
  @Max(HIGHEST_VERSION)
  readonly baseVersion: number;

  @ApiProperty({ type: [SectionEntryRequest], maxItems: 500 })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => SectionEntryRequest)
  readonly entries: SectionEntryRequest[];
}

/** Sections to save: all of them or none. */
export class SectionEditsRequest {
  @ApiProperty({ type: [SectionEditRequest], minItems: 1, maxItems: 50 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SectionEditRequest)
  readonly sections: SectionEditRequest[];
}
