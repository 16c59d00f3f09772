import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ENVELOPES, type EnvelopeCode } from '#national-inputs';

const MOST_LINES = 5000;
const MOST_POUNDS = 1e12;
const MOST_PEOPLE = 10_000_000;
const CODE = /^[\w-]{1,60}$/;
const SHORT_CODE = /^[\w-]{1,12}$/;
const ENVELOPE_CODES = ENVELOPES.map(({ code }) => code);

export class EnvelopeLineBody {
  @ApiProperty({ description: 'ODS code of England (ENG), a region or a system.', example: 'QWO' })
  @Matches(SHORT_CODE)
  readonly organisation: string;

  @ApiProperty({ enum: ENVELOPE_CODES, example: 'pay-bill' })
  @IsIn(ENVELOPE_CODES)
  readonly envelope: EnvelopeCode;

  @ApiPropertyOptional({ nullable: true, type: String, description: 'Staff-group code; all staff without.' })
  @IsOptional()
  @Matches(CODE)
  readonly staffGroup?: string | null;

  @ApiPropertyOptional({
    nullable: true,
    type: String,
    description: 'Reference of an apprenticeship standard; for apprenticeship-starts only.',
    example: 'ST0781',
  })
  @IsOptional()
  @Matches(SHORT_CODE)
  readonly standard?: string | null;

  @ApiProperty({ description: 'Pounds in cash terms with at most two decimals, or whole people.' })
  @IsNumber({ maxDecimalPlaces: 2, allowNaN: false, allowInfinity: false })
  @Min(0)
  @Max(MOST_POUNDS)
  readonly amount: number;
}

export class EnvelopesBody {
  @ApiProperty({ type: [EnvelopeLineBody], maxItems: MOST_LINES })
  @IsDefined()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => EnvelopeLineBody)
  readonly lines: readonly EnvelopeLineBody[];
}

export class TrainingSupplyLineBody {
  @ApiProperty({ description: 'ODS code of a region.', example: 'Y63' })
  @Matches(SHORT_CODE)
  readonly region: string;

  @ApiProperty({ description: 'Staff-group code.', example: 'midwives' })
  @Matches(CODE)
  readonly staffGroup: string;

  @ApiProperty({ description: 'Places commissioned to start in the year.' })
  @IsInt()
  @Min(0)
  @Max(MOST_PEOPLE)
  readonly commissionedPlaces: number;

  @ApiProperty({ description: 'People expected to qualify in the year.' })
  @IsInt()
  @Min(0)
  @Max(MOST_PEOPLE)
  readonly expectedNewlyQualified: number;
}

export class TrainingSupplyBody {
  @ApiProperty({ type: [TrainingSupplyLineBody], maxItems: MOST_LINES })
  @IsDefined()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  @Type(() => TrainingSupplyLineBody)
  readonly lines: readonly TrainingSupplyLineBody[];
}
