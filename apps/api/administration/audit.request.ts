import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import type { AuditFilter } from '#access';
import { IsDay } from '../edge/is-day';

const POSITION = /^[1-9]\d{0,14}$/;
const SHA256 = /^[0-9a-f]{64}$/;
/** What the columns of the trail hold: other texts are found nowhere. */
const ASCII = /^[\x20-\x7e]+$/;

/** Which entries are asked for. */
export class AuditFilterQuery {
  @ApiPropertyOptional({
    type: String,
    maxLength: 120,
    description: 'Part of a name or address, or a process.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  readonly actor?: string;

  @ApiPropertyOptional({ type: String, maxLength: 60, description: 'Beginning of the action, as `grant.`.' })
  @IsOptional()
  @Matches(ASCII)
  @MaxLength(60)
  readonly action?: string;

  @ApiPropertyOptional({ type: String, maxLength: 120, description: 'Id of the thing acted on.' })
  @IsOptional()
  @Matches(ASCII)
  @MaxLength(120)
  readonly entityId?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly organisationId?: string;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'First day.' })
  @IsOptional()
  @IsDay()
  readonly from?: string;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'Last day.' })
  @IsOptional()
  @IsDay()
  readonly to?: string;
}

/** A page of the entries. */
export class AuditPageQuery extends AuditFilterQuery {
  @ApiPropertyOptional({ type: String, description: 'Where the page before ended.' })
  @IsOptional()
  @Matches(POSITION)
  readonly before?: string;
}

/** A head of the chain that was noted earlier. */
export class AuditAnchorQuery {
  @ApiPropertyOptional({ type: String, description: 'Position of the head.' })
  @IsOptional()
  @Matches(POSITION)
  readonly position?: string;

  @ApiPropertyOptional({ type: String, description: 'Its SHA-256.' })
  @IsOptional()
  @Matches(SHA256)
  readonly sha256?: string;
}

/** The filter that a query asks for. */
export const toAuditFilter = (query: AuditFilterQuery): AuditFilter => ({
  actor: query.actor ?? null,
  action: query.action ?? null,
  entityId: query.entityId ?? null,
  organisationId: query.organisationId ?? null,
  from: query.from ?? null,
  to: query.to ?? null,
});
