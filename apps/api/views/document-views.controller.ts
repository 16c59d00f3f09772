import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedInPerson } from '#access';
import { SignOffService, type DocumentView } from '#plans';
import { documentChecksView, documentStatusView, documentVersionsView } from '#views';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import { DocumentVisibilityReader } from '../sign-off/document-visibility';
import { DocumentFileParam, DocumentViewQuery, VersionsViewQuery } from './document-views.request';
import { sendView } from './send-view';
import { ViewFile } from './view-file';

/** What the pages of a return or plan show, as files. */
@ApiTags('Views')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('views/sign-off/:id')
export class DocumentViewsController {
  constructor(
    private readonly signOff: SignOffService,
    private readonly visibility: DocumentVisibilityReader,
  ) {}

  @Get('status.:format')
  @Requires('plans:read-submitted', 'document')
  @ViewFile('downloadDocumentStatus', 'Signatures and steps of a return or plan')
  async status(
    @Param() { id, format }: DocumentFileParam,
    @Query() { table }: DocumentViewQuery,
    @Person() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendView(reply, documentStatusView(await this.document(id, person)), { format, table });
  }

  @Get('checks.:format')
  @Requires('plans:read-submitted', 'document')
  @ViewFile('downloadDocumentChecks', 'What the checks found in a return or plan')
  async checks(
    @Param() { id, format }: DocumentFileParam,
    @Query() { table }: DocumentViewQuery,
    @Person() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const document = await this.document(id, person);
    const view = documentChecksView(document, await this.signOff.checks(id));
    await sendView(reply, view, { format, table });
  }

  @Get('versions.:format')
  @Requires('plans:read-submitted', 'document')
  @ViewFile('downloadDocumentVersions', 'Versions of a return or plan, and what changed between two')
  async versions(
    @Param() { id, format }: DocumentFileParam,
    @Query() { table, part }: VersionsViewQuery,
    @Person() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const document = await this.document(id, person);
    const pair = part?.split('-').map(Number) ?? document.versions.map(({ version }) => version).slice(-2);
    const [from, to] = pair;
    const difference =
      from === undefined || to === undefined ? null : await this.signOff.difference(id, from, to);
    await sendView(reply, documentVersionsView(document, difference), { format, table });
  }

  private async document(id: string, person: SignedInPerson): Promise<DocumentView> {
    await this.visibility.require(person.id, id);
    return this.signOff.view(id, person.id);
  }
}
