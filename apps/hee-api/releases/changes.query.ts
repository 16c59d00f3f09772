import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { LARGEST_PAGE } from './observations.query';

const DEFAULT_PAGE = 1000;

/** Which changes, and which page of them. */
export class ChangesQuery {
  @ApiPropertyOptional({ description: 'The release whose rows the caller holds; the one before by default.' })
  @IsOptional()
  @IsUUID()
  readonly since?: string;

  @ApiPropertyOptional({
    description: 'Changed rows on a page.',
    minimum: 1,
    maximum: LARGEST_PAGE,
    default: DEFAULT_PAGE,
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LARGEST_PAGE)
  readonly limit: number = DEFAULT_PAGE;

  @ApiPropertyOptional({ description: '"next" of the page before.' })
  @IsOptional()
  @Matches(/^[\w-]{1,200}$/)
  readonly cursor?: string;
}
