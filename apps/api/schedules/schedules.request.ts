import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { CATCH_UPS, type CatchUp } from '#queue';

/** A schedule to make. */
export class NewScheduleRequest {
  @ApiProperty({ type: String, minLength: 1, maxLength: 120, example: 'Every night' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  readonly name: string;

  @ApiProperty({ type: String, maxLength: 80, example: '0 2 * * *', description: 'Five cron fields.' })
  @IsString()
  @MaxLength(80)
  readonly cron: string;

  @ApiProperty({ type: String, maxLength: 60, example: 'Europe/London', description: 'IANA time zone.' })
  @IsString()
  @MaxLength(60)
  readonly timeZone: string;

  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly roundId: string;

  @ApiPropertyOptional({ type: String, enum: CATCH_UPS, description: 'What becomes of missed firings.' })
  @IsOptional()
  @IsIn(CATCH_UPS)
  readonly catchUp?: CatchUp;
}

/** A change of a schedule. */
export class ScheduleChangeRequest {
  @ApiProperty({ type: Boolean })
  @IsBoolean()
  readonly isEnabled: boolean;
}
