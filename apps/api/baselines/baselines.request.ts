import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { BASELINE_ORIGINS, type BaselineOption } from '#baselines';
import { IsDay } from '../edge/is-day';

/** Which round's baselines are asked for. */
export class RoundBaselinesQuery {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly roundId: string;
}

/** An organisation in a round. */
export class BaselineOptionsQuery extends RoundBaselinesQuery {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly organisationId: string;
}

/** Another baseline for an organisation in a round. */
export class BaselineChoiceRequest extends BaselineOptionsQuery {
  @ApiProperty({ type: String, enum: BASELINE_ORIGINS })
  @IsIn(BASELINE_ORIGINS)
  readonly origin: BaselineOption['origin'];

  @ApiProperty({ type: String, example: '2026-03-31', description: 'Last day of the baseline month.' })
  @IsDay()
  readonly asAt: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The snapshot that the organisation stood on when this was chosen; null for none.',
  })
  @IsOptional()
  @IsUUID()
  readonly baseSnapshotId: string | null;

  @ApiProperty({ type: String, minLength: 3, maxLength: 1000, description: 'Why.' })
  @IsString()
  @MinLength(3)
  @MaxLength(1000)
  readonly reason: string;
}
