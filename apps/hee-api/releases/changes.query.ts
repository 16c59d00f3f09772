import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { LARGEST_PAGE } from './observations.query';
import { PageCursor, PageLimit } from '../edge/page.query';

const DEFAULT_PAGE = 1000;

/** Which changes, and which page of them. */
export class ChangesQuery {
  @ApiPropertyOptional({ description: 'The release whose rows the caller holds; the one before by default.' })
  @IsOptional()
  @IsUUID()
  readonly since?: string;

  @PageLimit({ usual: DEFAULT_PAGE, largest: LARGEST_PAGE, description: 'Changed rows on a page.' })
  readonly limit: number = DEFAULT_PAGE;

  @PageCursor()
  readonly cursor?: string;
}
