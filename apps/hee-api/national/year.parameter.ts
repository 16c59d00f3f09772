import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** A financial year in an address, by its first calendar year. */
export class YearParameter {
  @ApiProperty({ description: 'Financial year by its first calendar year.', minimum: 2000, maximum: 2100 })
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  readonly year: number;
}
