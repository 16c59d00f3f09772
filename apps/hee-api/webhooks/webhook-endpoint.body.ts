import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { WEBHOOK_EVENT_TYPES, type WebhookEventType } from '#webhooks';
import { PageCursor, PageLimit } from '../edge/page.query';

const LONGEST_ADDRESS = 500;
const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 200;

/** Where a client wants to be told, and of what. */
export class WebhookEndpointBody {
  @ApiProperty({ description: 'An https address on the public internet.', maxLength: LONGEST_ADDRESS })
  @IsString()
  @MaxLength(LONGEST_ADDRESS)
  @Matches(/^[\x21-\x7e]+$/)
  readonly url: string;

  @ApiProperty({ enum: WEBHOOK_EVENT_TYPES, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(WEBHOOK_EVENT_TYPES, { each: true })
  readonly eventTypes: WebhookEventType[];

  @ApiPropertyOptional({ default: true, description: 'False to be told of nothing for now.' })
  @IsOptional()
  @IsBoolean()
  readonly isEnabled: boolean = true;
}

/** Which page of deliveries. */
export class DeliveriesQuery {
  @PageLimit({ usual: DEFAULT_PAGE, largest: LARGEST_PAGE })
  readonly limit: number = DEFAULT_PAGE;

  @PageCursor()
  readonly cursor?: string;
}
