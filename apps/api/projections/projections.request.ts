import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

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
