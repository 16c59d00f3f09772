import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { NATIONAL_LINES, type NationalLine } from '#national';

const LINES = NATIONAL_LINES.map(({ code }) => code);

/** Which round is looked at. */
export class NationalQuery {
  @ApiProperty({
    format: 'uuid',
    description: 'Scenario of the round; it stands for systems without a plan.',
  })
  @IsUUID()
  readonly scenarioId!: string;
}

/** Which line of the national picture. */
export class NationalPictureQuery extends NationalQuery {
  @ApiPropertyOptional({ enum: LINES, default: 'fte' })
  @IsOptional()
  @IsIn(LINES)
  readonly line: NationalLine = 'fte';

  @ApiPropertyOptional({ description: 'Code of a staff group; all staff without it.' })
  @IsOptional()
  @Matches(/^[\w-]{1,60}$/)
  readonly staffGroup?: string;
}
