import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { UnitQuery } from '../projections/projections.request';

/** An assumption that the person is in. */
export class PresenceCellRequest {
  @ApiProperty({ type: String, maxLength: 80, example: 'retention.leaver-rate' })
  @IsString()
  @Matches(/^[a-z0-9.-]{1,80}$/)
  readonly parameter: string;

  @ApiProperty({ type: String, maxLength: 60, example: 'midwives' })
  @IsString()
  @Matches(/^[a-z0-9-]{1,60}$/)
  readonly staffGroup: string;

  @ApiProperty({ type: 'integer', minimum: 1990, maximum: 2200 })
  @IsInt()
  @Min(1990)
  @Max(2200)
  readonly year: number;
}

/** A register entry that the person has open. */
export class PresenceEntryRequest {
  @ApiProperty({ type: String, maxLength: 80, example: 'retention.interventions' })
  @IsString()
  @Matches(/^[a-z0-9.-]{1,80}$/)
  readonly register: string;

  @ApiProperty({ type: String, maxLength: 64 })
  @IsString()
  @Matches(/^[A-Za-z0-9-]{1,64}$/)
  readonly entryKey: string;
}

/** A page that is open on a projection. */
export class PresenceRequest extends UnitQuery {
  @ApiProperty({ type: String, format: 'uuid', description: 'Made by the page, one for each.' })
  @IsUUID()
  readonly visitId: string;

  @ApiProperty({ type: () => PresenceCellRequest, nullable: true, description: 'null for none.' })
  @ValidateIf(({ cell }: PresenceRequest) => cell !== null)
  @IsObject()
  @ValidateNested()
  @Type(() => PresenceCellRequest)
  readonly cell: PresenceCellRequest | null;

  @ApiPropertyOptional({ type: () => PresenceEntryRequest, nullable: true, description: 'null for none.' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PresenceEntryRequest)
  readonly entry?: PresenceEntryRequest | null;
}
