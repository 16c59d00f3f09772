import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** A scenario. */
export class ScenarioQuery {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly scenarioId: string;
}

/** An employer, a system, a region or the nation under a scenario. */
export class UnitQuery extends ScenarioQuery {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly organisationId: string;
}

/** What to recalculate: everything at or below the organisation. */
export class RunRequest extends UnitQuery {}

/** A batch of changes at one node under one scenario, with the reason for it. */
export class UnitBatch extends UnitQuery {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 4000, description: 'Why.' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  readonly reason?: string | null;
}
