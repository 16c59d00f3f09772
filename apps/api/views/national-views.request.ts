import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches, MaxLength } from 'class-validator';
import { NationalPictureQuery } from '../national/national.request';
import { SHOWN, TABLE } from './record-views.request';

/** What of the national picture a file has. */
export class NationalViewQuery extends NationalPictureQuery {
  @ApiPropertyOptional({ type: String, description: 'Key of one table; without it all of the view.' })
  @IsOptional()
  @Matches(TABLE)
  readonly table?: string;

  @ApiPropertyOptional({
    type: String,
    description: 'Financial year of the plans, by its first calendar year.',
  })
  @IsOptional()
  @Matches(/^20\d\d$/)
  readonly year?: string;

  @ApiPropertyOptional({ type: String, description: 'The choice of each table, by its key.' })
  @IsOptional()
  @MaxLength(2000)
  @Matches(SHOWN)
  readonly show?: string;
}
