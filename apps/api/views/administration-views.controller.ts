import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  ApiClientAdministration,
  AuditTrailService,
  PeopleService,
  type AuditTrailEntry,
  type SignedInPerson,
} from '#access';
import { auditView, clientsView, MOST_AUDIT_ENTRIES, peopleView } from '#views';
import { clientsFound, roleRows } from '#views/lists';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import { toAuditFilter } from '../administration/audit.request';
import { AuditViewQuery, FoundRecordsQuery, PeopleViewQuery } from './record-views.request';
import { sendView } from './send-view';
import { ViewFile } from './view-file';
import { FormatParam } from './views.request';

/** People, clients and the audit trail as their pages show them, with their filters, as files. */
@ApiTags('Views')
@Controller('views')
export class AdministrationViewsController {
  constructor(
    private readonly people: PeopleService,
    private readonly clients: ApiClientAdministration,
    private readonly trail: AuditTrailService,
  ) {}

  @Get('people.:format')
  @Requires('people:read', 'anywhere')
  @ViewFile('downloadPeople', 'People and roles')
  async peopleFile(
    @Param() { format }: FormatParam,
    @Query() { table, find = '', role = '', state = '' }: PeopleViewQuery,
    @Person() { id }: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rows = roleRows(await this.people.list(id), { find, role, state });
    await sendView(reply, peopleView(rows), { format, table });
  }

  @Get('clients.:format')
  @Requires('api-clients:read', 'nation')
  @ViewFile('downloadClients', 'API clients and their keys')
  async clientsFile(
    @Param() { format }: FormatParam,
    @Query() { table, find = '' }: FoundRecordsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const clients = clientsFound(await this.clients.list(), find);
    await sendView(reply, clientsView(clients), { format, table });
  }

  @Get('audit.:format')
  @Requires('audit:read', 'anywhere')
  @ViewFile(
    'downloadAudit',
    `The newest ${MOST_AUDIT_ENTRIES.toLocaleString('en-GB')} entries of the audit trail`,
  )
  async auditFile(
    @Param() { format }: FormatParam,
    @Query() { table, ...query }: AuditViewQuery,
    @Person() { id }: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const entries: AuditTrailEntry[] = [];
    for await (const entry of this.trail.all(id, toAuditFilter(query))) {
      entries.push(entry);
      if (entries.length > MOST_AUDIT_ENTRIES) break;
    }
    const shown = entries.slice(0, MOST_AUDIT_ENTRIES);
    await sendView(reply, auditView(shown, entries.length > shown.length), { format, table });
  }
}
