import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import { PageCursor, PageLimit } from '../edge/page.query';

/** Most rows on one page. */
export const LARGEST_PAGE = 5000;
const DEFAULT_PAGE = 1000;
const CODE = /^[\w-]{1,60}$/;

/** Filters and paging of an observations request. */
export class ObservationsQuery {
  @ApiPropertyOptional({ description: 'Measure code, see /v1/dictionary.', example: 'staff-in-post-fte' })
  @IsOptional()
  @Matches(CODE)
  readonly measure?: string;

  @ApiPropertyOptional({
    description: 'ODS code of the nation, region or system a row is about.',
    example: 'QWO',
  })
  @IsOptional()
  @Matches(CODE)
  readonly organisation?: string;

  @ApiPropertyOptional({ description: 'ODS code of a system.', example: 'QWO' })
  @IsOptional()
  @Matches(CODE)
  readonly system?: string;

  @ApiPropertyOptional({ description: 'ODS code of a region: its own row and its systems.', example: 'Y63' })
  @IsOptional()
  @Matches(CODE)
  readonly region?: string;

  @ApiPropertyOptional({ description: 'Staff-group code.', example: 'nurses-and-health-visitors' })
  @IsOptional()
  @Matches(CODE)
  readonly staffGroup?: string;

  @ApiPropertyOptional({ description: 'Financial year by its first calendar year.', example: 2026 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  readonly year?: number;

  @ApiPropertyOptional({ description: 'Name of the scenario.', example: 'Plan submission' })
  @IsOptional()
  @MaxLength(120)
  readonly scenario?: string;

  @PageLimit({ usual: DEFAULT_PAGE, largest: LARGEST_PAGE, description: 'Rows on a page.' })
  readonly limit: number = DEFAULT_PAGE;

  @PageCursor()
  readonly cursor?: string;
}
