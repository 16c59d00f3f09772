import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

/** How many there are on a page: unless the client says, and at most. */
export interface PageSize {
  readonly usual: number;
  readonly largest: number;
  readonly description?: string;
}

/** The property of a query that holds how many a client wants on a page. */
export function PageLimit({ usual, largest, ...described }: PageSize): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ ...described, minimum: 1, maximum: largest, default: usual }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(largest),
  );
}

/** The property of a query that says where the page begins. */
export function PageCursor(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ description: '"next" of the page before.' }),
    IsOptional(),
    Matches(/^[\w-]{1,200}$/),
  );
}
