import { Body, Controller, Get, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { SignedInPerson } from '#access';
import { SectionsService, type DocumentSections } from '#plans';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { DocumentVisibilityReader } from './document-visibility';
import { SectionEditsRequest } from './sections.request';
import { SECTIONS_OF_DOCUMENT } from './sections.schema';

/** What is written in returns and system plans. */
@ApiTags('Sign-off')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('sign-off/:id/sections')
export class SectionsController {
  constructor(
    private readonly sections: SectionsService,
    private readonly visibility: DocumentVisibilityReader,
  ) {}

  @Get()
  @Requires('plans:read-submitted', 'document')
  @ApiOperation({ operationId: 'readSections', summary: 'The sections with their fields, entries and gaps' })
  @ApiOkResponse({ schema: SECTIONS_OF_DOCUMENT })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Person() person: SignedInPerson,
  ): Promise<DocumentSections> {
    await this.visibility.require(person.id, id);
    return this.sections.read(id);
  }

  @Patch()
  @Requires('plans:edit', 'document')
  @ApiOperation({ operationId: 'saveSections', summary: 'Save sections, all of them or none' })
  @ApiOkResponse({ schema: SECTIONS_OF_DOCUMENT })
  @ApiConflictResponse({ description: 'Frozen, or changed by someone else; `conflicts` has both versions.' })
  @ApiUnprocessableEntityResponse({ description: 'Rules are broken; `errors` names each with its field.' })
  async save(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { sections }: SectionEditsRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<DocumentSections> {
    await this.visibility.require(person.id, id);
    return this.sections.save(id, sections, { id: person.id, correlationId });
  }
}
