import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { TABLE } from './record-views.request';
import { FormatParam } from './views.request';

/** A return or plan, and the format that is wanted. */
export class DocumentFileParam extends FormatParam {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID()
  readonly id: string;
}

/** What is wanted of a page of a return or plan. */
export class DocumentViewQuery {
  @ApiPropertyOptional({ type: String, description: 'Key of one table; without it all of the view.' })
  @IsOptional()
  @Matches(TABLE)
  readonly table?: string;
}

/** Which versions are held against one another. */
export class VersionsViewQuery extends DocumentViewQuery {
  @ApiPropertyOptional({
    type: String,
    example: '1-2',
    description: 'The two versions; the last two without it.',
  })
  @IsOptional()
  @Matches(/^[1-9]\d{0,8}-[1-9]\d{0,8}$/)
  readonly part?: string;
}
