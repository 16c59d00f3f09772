import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { PLANNING_MODULES, type PlanningModule } from '#modules';
import { MONTHLY_MEASURES, type MonthlyMeasure } from '#modules/projection';
import { HEADLINE_MEASURES, type HeadlineMeasure } from '#modules/uncertainty';
import { UnitQuery } from './projections.request';

const SPANS = ['month', 'year'] as const;

/** A module's report of what is published for an organisation. */
export class ReportQuery extends UnitQuery {
  @ApiProperty({ type: String, enum: PLANNING_MODULES })
  @IsIn(PLANNING_MODULES)
  readonly module: PlanningModule;
}

/** One number of what is published for an organisation. */
export class ExplanationQuery extends UnitQuery {
  @ApiProperty({ type: String, maxLength: 60, example: 'nurses-and-health-visitors' })
  @IsString()
  @MaxLength(60)
  readonly staffGroup: string;

  @ApiProperty({ type: String, enum: MONTHLY_MEASURES })
  @IsIn(MONTHLY_MEASURES)
  readonly measure: MonthlyMeasure;

  @ApiProperty({ type: String, pattern: '^[12][0-9]{3}-(0[1-9]|1[0-2])$', example: '2028-03' })
  @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  readonly month: string;

  @ApiProperty({
    type: String,
    enum: SPANS,
    description: 'The month, or the twelve months that end with it.',
  })
  @IsIn(SPANS)
  readonly span: (typeof SPANS)[number];
}

/** One number of what is published for an organisation, or of an earlier run of it. */
export class ExplainedNumberQuery extends ExplanationQuery {
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'An earlier run, for instance that of a frozen plan; what is published without it.',
  })
  @IsOptional()
  @IsUUID()
  readonly run?: string;
}

/** A headline measure of a staff group, or of all staff. */
export class RangesQuery extends UnitQuery {
  @ApiProperty({ type: String, maxLength: 60, example: 'all-staff' })
  @IsString()
  @MaxLength(60)
  readonly staffGroup: string;

  @ApiProperty({ type: String, enum: HEADLINE_MEASURES })
  @IsIn(HEADLINE_MEASURES)
  readonly measure: HeadlineMeasure;
}

const SENSITIVITIES = ['tornado', 'variance-shares'] as const;

/** What matters most for one figure. */
export class SensitivityQuery extends ExplanationQuery {
  @ApiProperty({ type: String, enum: SENSITIVITIES })
  @IsIn(SENSITIVITIES)
  readonly kind: (typeof SENSITIVITIES)[number];
}

/** What changed one figure, against another scenario or against what was shown before. */
export class AttributionQuery extends ExplanationQuery {
  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: 'The scenario compared with; what was shown before the last changes where it is absent.',
  })
  @IsOptional()
  @IsUUID()
  readonly baseScenarioId?: string;
}
