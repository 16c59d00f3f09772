import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { BASIS_CODES, PUBLISHED_KINDS } from '#views/lists';
import { AuditFilterQuery } from '../administration/audit.request';

export const TABLE = /^[a-z0-9-]{1,80}$/;
export const SHOWN = /^([a-z0-9-]+:[A-Za-z0-9-]+(,|$))*$/;
const TABLE_OF_VIEW = {
  type: String,
  description: 'Key of one table; without it all of the view.',
} as const;
const LONGEST_FIND = 200;

/** A list that is narrowed by a text. */
export class FoundRecordsQuery {
  @ApiPropertyOptional(TABLE_OF_VIEW)
  @IsOptional()
  @Matches(TABLE)
  readonly table?: string;

  @ApiPropertyOptional({ type: String, maxLength: LONGEST_FIND, description: 'Text that a row must hold.' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_FIND)
  readonly find?: string;
}

/** A list that is narrowed by a text and a state. */
export class StatedRecordsQuery extends FoundRecordsQuery {
  @ApiPropertyOptional({ type: String, description: 'State of the rows; any without it.' })
  @IsOptional()
  @Matches(TABLE)
  readonly state?: string;
}

/** People and roles. */
export class PeopleViewQuery extends StatedRecordsQuery {
  @ApiPropertyOptional({ type: String, description: 'Role that is held; any without it.' })
  @IsOptional()
  @Matches(TABLE)
  readonly role?: string;
}

/** The audit trail. */
export class AuditViewQuery extends AuditFilterQuery {
  @ApiPropertyOptional(TABLE_OF_VIEW)
  @IsOptional()
  @Matches(TABLE)
  readonly table?: string;
}

/** The baselines of a round. */
export class BaselinesViewQuery extends FoundRecordsQuery {
  @ApiPropertyOptional({ type: String, format: 'uuid', description: 'The latest round without it.' })
  @IsOptional()
  @IsUUID()
  readonly roundId?: string;

  @ApiPropertyOptional({
    type: String,
    enum: [...BASIS_CODES, 'none'],
    description: 'What they stand on; anything without it.',
  })
  @IsOptional()
  @IsIn([...BASIS_CODES, 'none'])
  readonly basis?: string;
}

/** Published files. */
export class PublishedFilesViewQuery extends FoundRecordsQuery {
  @ApiPropertyOptional({ type: String, enum: PUBLISHED_KINDS })
  @IsOptional()
  @IsIn(PUBLISHED_KINDS)
  readonly kind?: string;
}

/** How accurate projections were. */
export class AccuracyViewQuery {
  @ApiPropertyOptional(TABLE_OF_VIEW)
  @IsOptional()
  @Matches(TABLE)
  readonly table?: string;

  @ApiPropertyOptional({ type: String, enum: ['organisations', 'england'] })
  @IsOptional()
  @IsIn(['organisations', 'england'])
  readonly about?: string;

  @ApiPropertyOptional({ type: String, description: 'The simple way beside ours, or `all`.' })
  @IsOptional()
  @Matches(TABLE)
  readonly beside?: string;

  @ApiPropertyOptional({ type: String, description: 'Years ahead, of England’s staff groups.' })
  @IsOptional()
  @Matches(/^[1-9]$/)
  readonly years?: string;

  @ApiPropertyOptional({ type: String, description: 'The choice of each table, by its key.' })
  @IsOptional()
  @MaxLength(2000)
  @Matches(SHOWN)
  readonly show?: string;
}
