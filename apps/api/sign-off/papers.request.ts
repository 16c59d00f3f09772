import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { PAPER_FORMATS, PLAN_PAPERS, type PaperFormat, type PlanPaperName } from '#papers';

const HIGHEST_COUNT = 4_294_967_295;
const NAMES = Object.keys(PLAN_PAPERS) as PlanPaperName[];

/** A paper of a frozen version, and the format that is wanted. */
export class PaperParam {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly id: string;

  @ApiProperty({ type: 'integer', minimum: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(HIGHEST_COUNT)
  readonly version: number;

  @ApiProperty({ type: String, enum: NAMES })
  @IsIn(NAMES)
  readonly paper: PlanPaperName;

  @ApiProperty({ type: String, enum: [...PAPER_FORMATS] })
  @IsIn([...PAPER_FORMATS])
  readonly format: PaperFormat;
}
