import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { COMPARED_LINE_NAMES, REPORTED_LINE_NAMES, type ComparedLine, type ReportedLine } from '#monitoring';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const STAFF_GROUP = /^[a-z0-9-]{1,60}$/;
const HIGHEST_VERSION = 4_294_967_294;
/** More than any organisation pays in a month. */
const LARGEST_FIGURE = 1e10;
/** Ten times the plan. */
const LARGEST_THRESHOLD = 10;
const EARLIEST_YEAR = 2009;
const LATEST_YEAR = 2099;
const FIRST_YEAR = {
  type: 'integer',
  minimum: EARLIEST_YEAR,
  maximum: LATEST_YEAR,
  example: 2026,
  description: 'Year in which the financial year begins: 2026 for 2026/27.',
} as const;

/** The organisation whose actual figures are meant. */
export class MonitoredOrganisationQuery {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly organisationId: string;
}

/** The year and staff group that are compared. */
export class ComparisonQuery extends MonitoredOrganisationQuery {
  @ApiProperty(FIRST_YEAR)
  @Type(() => Number)
  @IsInt()
  @Min(EARLIEST_YEAR)
  @Max(LATEST_YEAR)
  readonly firstYear: number;

  @ApiPropertyOptional({ type: String, description: 'A staff group of the plan; all staff if left out.' })
  @IsOptional()
  @Matches(STAFF_GROUP)
  readonly staffGroup?: string;
}

/** A year of an organisation. */
export class MonitoredYearRequest {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly organisationId: string;

  @ApiProperty(FIRST_YEAR)
  @IsInt()
  @Min(EARLIEST_YEAR)
  @Max(LATEST_YEAR)
  readonly firstYear: number;
}

/** The scenario whose published figures become the plan of the year. */
export class PlanToFreezeRequest extends MonitoredYearRequest {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly scenarioId: string;
}

/** What is expected of a month. */
export class ExpectedFigureRequest {
  @ApiProperty({ type: String })
  @Matches(STAFF_GROUP)
  readonly staffGroup: string;

  @ApiProperty({ type: String, example: '2026-10', description: 'A month that is not closed.' })
  @Matches(MONTH)
  readonly month: string;

  @ApiProperty({ enum: REPORTED_LINE_NAMES })
  @IsIn(REPORTED_LINE_NAMES)
  readonly line: ReportedLine;

  @ApiProperty({
    type: Number,
    minimum: 0,
    description: 'WTE, pounds of the month, or a share (0.052 is 5.2 %).',
  })
  @IsNumber()
  @Min(0)
  @Max(LARGEST_FIGURE)
  readonly value: number;
}

/** A reforecast over the version that was seen; figures that are left out are expected as planned. */
export class ReforecastRequest extends MonitoredYearRequest {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Version of the last reforecast; 0 for none.' })
  @IsInt()
  @Min(0)
  @Max(HIGHEST_VERSION)
  readonly baseVersion: number;

  @ApiProperty({ type: String, maxLength: 2000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  readonly reason: string;

  @ApiProperty({ type: [ExpectedFigureRequest], minItems: 1, maxItems: 5000 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => ExpectedFigureRequest)
  readonly figures: ExpectedFigureRequest[];
}

/** Why a figure differs from plan, over the version that was seen. */
export class VarianceNoteRequest extends MonitoredYearRequest {
  @ApiProperty({ type: String, description: 'A staff group of the plan, or all-staff.' })
  @Matches(STAFF_GROUP)
  readonly staffGroup: string;

  @ApiProperty({ type: String, example: '2026-06', description: 'A closed month.' })
  @Matches(MONTH)
  readonly month: string;

  @ApiProperty({ enum: COMPARED_LINE_NAMES })
  @IsIn(COMPARED_LINE_NAMES)
  readonly line: ComparedLine;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Version of the note that was seen; 0 for none.' })
  @IsInt()
  @Min(0)
  @Max(HIGHEST_VERSION)
  readonly baseVersion: number;

  @ApiProperty({ type: String, maxLength: 2000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  readonly reason: string;

  @ApiProperty({ type: String, maxLength: 120, description: 'Who answers for it.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  readonly owner: string;
}

/** From where on a line is flagged. */
export class ThresholdRequest {
  @ApiProperty({
    type: Number,
    minimum: 0,
    maximum: 10,
    description: 'Share of the plan from which on to watch: 0.02 is 2 %.',
  })
  @IsNumber()
  @Min(0)
  @Max(LARGEST_THRESHOLD)
  readonly watch: number;

  @ApiProperty({
    type: Number,
    minimum: 0,
    maximum: 10,
    description: 'From which on to act; not below watch.',
  })
  @IsNumber()
  @Min(0)
  @Max(LARGEST_THRESHOLD)
  readonly act: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Smaller variances are never flagged; in smallest units of the line, as in a comparison.',
  })
  @IsInt()
  @Min(0)
  @Max(LARGEST_FIGURE)
  readonly smallest: number;
}

/** The thresholds of every line. */
export class LineThresholdsRequest implements Record<ComparedLine, ThresholdRequest> {
  @ThresholdOfLine() readonly substantive: ThresholdRequest;
  @ThresholdOfLine() readonly bank: ThresholdRequest;
  @ThresholdOfLine() readonly agency: ThresholdRequest;
  @ThresholdOfLine() readonly pay: ThresholdRequest;
  @ThresholdOfLine() readonly sickness: ThresholdRequest;
  @ThresholdOfLine() readonly turnover: ThresholdRequest;
}

function ThresholdOfLine(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: ThresholdRequest }),
    IsDefined(),
    ValidateNested(),
    Type(() => ThresholdRequest),
  );
}

/** Thresholds of a year over the version that was seen. */
export class ThresholdsRequest extends MonitoredYearRequest {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'Version of the thresholds that were seen.' })
  @IsInt()
  @Min(0)
  @Max(HIGHEST_VERSION)
  readonly baseVersion: number;

  @ApiProperty({ type: LineThresholdsRequest })
  @IsDefined()
  @ValidateNested()
  @Type(() => LineThresholdsRequest)
  readonly thresholds: LineThresholdsRequest;
}
