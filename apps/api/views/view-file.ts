import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';

/** Describes an endpoint that hands out one view in any format. */
export const ViewFile = (operationId: string, summary: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ operationId, summary: `${summary}, as CSV, JSON or an Excel workbook` }),
    ApiProduces(
      'text/csv',
      'application/json',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
  );

/** `posts:group-2,bridge:all` by the key of the table. */
export function choicesOf(show = ''): Readonly<Record<string, string>> {
  const pairs = show.split(',').map((pair) => pair.split(':'));
  return Object.fromEntries(pairs.map(([table = '', choice = '']) => [table, choice]));
}
