import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { PLANNING_MODULES, type PlanningModule } from '#modules';
import { COMPARED_LINES, type ComparedLine } from '#modules/report-layout';
import { GRID_ROWS, VIEW_FORMATS, type GridRows, type ViewFormat } from '#views';
import { ExplainedNumberQuery } from '../projections/projection-analysis.request';
import { UnitQuery } from '../projections/projections.request';
import { FINANCIAL_YEAR } from '../workforce-return/workforce-return.request';
import { SHOWN, TABLE } from './record-views.request';

const LINES = Object.keys(COMPARED_LINES) as readonly ComparedLine[];
const CODE = /^[a-z0-9-]{1,60}$/;

/** The ending of the address: which format is wanted. */
export class FormatParam {
  @ApiProperty({ type: String, enum: VIEW_FORMATS })
  @IsIn(VIEW_FORMATS)
  readonly format: ViewFormat;
}

/** A view of an organisation under a scenario, or one table of it. */
export class ViewQuery extends UnitQuery {
  @ApiPropertyOptional({ type: String, description: 'Key of one table; without it all of the view.' })
  @IsOptional()
  @Matches(TABLE)
  readonly table?: string;
}

/** What of the overview is shown. */
export class OverviewViewQuery extends ViewQuery {
  @ApiPropertyOptional({
    type: String,
    description: 'Staff group of supply and bridge; all staff without it.',
  })
  @IsOptional()
  @Matches(CODE)
  readonly group?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'Lines of the staff-group table: one of them, `all`, or the main ones without it.',
  })
  @IsOptional()
  @IsIn(['all', 'staff-in-post', 'establishment', 'requirement', 'gap', 'vacancy', 'pay-bill'])
  readonly lines?: string;

  @ApiPropertyOptional({
    type: String,
    enum: ['matters', 'changed'],
    description: 'A question about staff in post at the end of the plan.',
  })
  @IsOptional()
  @IsIn(['matters', 'changed'])
  readonly ask?: 'matters' | 'changed';

  @ApiPropertyOptional({
    type: String,
    description: 'What a change is held against: a scenario, or what was shown `before`.',
  })
  @IsOptional()
  @Matches(/^(before|[0-9a-f-]{36})$/)
  readonly against?: string;
}

/** What of the four lines is shown. */
export class FourLinesViewQuery extends ViewQuery {
  @ApiPropertyOptional(FINANCIAL_YEAR)
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(FINANCIAL_YEAR.minimum)
  @Max(FINANCIAL_YEAR.maximum)
  readonly year?: number;

  @ApiPropertyOptional({ type: String, description: 'A staff group or all-staff; every one without it.' })
  @IsOptional()
  @Matches(CODE)
  readonly group?: string;
}

/** What of the comparison of scenarios is shown. */
export class ScenariosViewQuery extends ViewQuery {
  @ApiPropertyOptional({
    type: String,
    description: 'Ids of the scenarios beside, with commas; the base of the scenario without it.',
  })
  @IsOptional()
  @Matches(/^([0-9a-f-]{36}(,[0-9a-f-]{36})?)?$/)
  readonly with?: string;

  @ApiPropertyOptional({ type: String, description: 'Staff group; all staff without it.' })
  @IsOptional()
  @Matches(CODE)
  readonly group?: string;

  @ApiPropertyOptional({ type: String, enum: LINES, description: 'The line side by side.' })
  @IsOptional()
  @IsIn(LINES)
  readonly line?: ComparedLine;

  @ApiPropertyOptional({ type: String, enum: ['shown'], description: 'Archived scenarios too.' })
  @IsOptional()
  @IsIn(['shown'])
  readonly archived?: string;

  @ApiPropertyOptional({
    type: String,
    enum: ['changed'],
    description: 'Which module makes the difference to the first scenario beside.',
  })
  @IsOptional()
  @IsIn(['changed'])
  readonly ask?: 'changed';
}

/** What of the optimiser's page is shown. */
export class CloseTheGapViewQuery extends ViewQuery {
  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'The proposal that is looked at.' })
  @IsOptional()
  @IsUUID()
  readonly proposal?: string;
}

/** Plan against actual. */
export class InTheYearViewQuery extends ViewQuery {
  @ApiPropertyOptional({ type: String, description: 'Staff group; all staff without it.' })
  @IsOptional()
  @Matches(CODE)
  readonly group?: string;

  @ApiPropertyOptional({ type: String, description: 'The line by month; staff in post without it.' })
  @IsOptional()
  @Matches(CODE)
  readonly line?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'What is expected of the months that are left; joiners without it.',
  })
  @IsOptional()
  @Matches(CODE)
  readonly expected?: string;
}

/** A module's page. */
export class ReportViewQuery extends ViewQuery {
  @ApiProperty({ type: String, enum: PLANNING_MODULES })
  @IsIn(PLANNING_MODULES)
  readonly module: PlanningModule;

  @ApiPropertyOptional({
    type: String,
    example: 'posts:group-2,bridge:all',
    description: 'What is shown of tables: the choice of each, by the key of the table.',
  })
  @IsOptional()
  @MaxLength(2000)
  @Matches(SHOWN)
  readonly show?: string;
}

/** How a number came about. */
export class ExplanationViewQuery extends ExplainedNumberQuery {
  @ApiPropertyOptional({ type: String, description: 'Key of one table; without it all of the view.' })
  @IsOptional()
  @Matches(TABLE)
  readonly table?: string;
}

const GRID_MODULES = [...PLANNING_MODULES, 'all'] as const;

/** The assumption grid. */
export class AssumptionsViewQuery extends ViewQuery {
  @ApiPropertyOptional({
    type: String,
    maxLength: 80,
    description: 'One assumption; else `module` says which.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  readonly parameter?: string;

  @ApiPropertyOptional({ type: String, enum: GRID_MODULES })
  @IsOptional()
  @IsIn(GRID_MODULES)
  readonly module?: PlanningModule | 'all';

  @ApiPropertyOptional({ type: String, maxLength: 200, description: 'Words in the name of a row.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly find?: string;

  @ApiPropertyOptional({ type: String, enum: GRID_ROWS })
  @IsOptional()
  @IsIn(GRID_ROWS)
  readonly rows?: GridRows;

  @ApiPropertyOptional({
    type: String,
    example: '2027.descending',
    description: 'Year that orders the rows.',
  })
  @IsOptional()
  @Matches(/^\d{4}\.(ascending|descending)$/)
  readonly sort?: string;
}

/** The history of one assumption. */
export class HistoryViewQuery extends ViewQuery {
  @ApiProperty({ type: String, maxLength: 80, example: 'retention.leaver-rate' })
  @IsString()
  @MaxLength(80)
  readonly parameter: string;

  @ApiProperty({ type: String, maxLength: 60, example: 'midwives' })
  @Matches(CODE)
  readonly staffGroup: string;

  @ApiProperty({ type: 'integer', minimum: 1900, maximum: 2200 })
  @Type(() => Number)
  @IsInt()
  @Min(1900)
  @Max(2200)
  readonly year: number;
}
