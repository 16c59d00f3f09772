import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { WEBHOOK_EVENT_TYPES, type WebhookEventType } from '#webhooks';

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
  @ApiPropertyOptional({ minimum: 1, maximum: LARGEST_PAGE, default: DEFAULT_PAGE })
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
