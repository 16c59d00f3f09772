import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PresenceService, type OtherVisit, type SignedInPerson } from '#access';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import { id, integer, listOf, nullable, object, string } from '../openapi/schema';
import { PresenceRequest } from './presence.request';

const CELL = object({ parameter: string, staffGroup: string, year: integer });
const ENTRY = object({ register: string, entryKey: string });
const OTHERS = object({
  others: listOf(
    object({
      person: object({ id, name: string }),
      visitId: id,
      cell: nullable(CELL),
      entry: nullable(ENTRY),
    }),
  ),
});

/** Who else is on a projection. */
@ApiTags('Presence')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('presence')
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Post()
  @HttpCode(200)
  @Requires('projections:read', 'body.organisationId')
  @ApiOperation({
    operationId: 'noteVisit',
    summary: 'Say that a page is open, every few seconds, and learn who else is there',
  })
  @ApiOkResponse({ schema: OTHERS })
  async visit(
    @Body() { entry = null, ...visit }: PresenceRequest,
    @Person() { id: personId }: SignedInPerson,
  ): Promise<{ readonly others: readonly OtherVisit[] }> {
    return { others: await this.presence.visit({ ...visit, personId, entry }) };
  }
}
