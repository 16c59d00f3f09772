import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AuditTrailService, type AuditPage, type AuditVerification, type SignedInPerson } from '#access';
import { InvalidRequestError } from '#platform';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import {
  boolean,
  id,
  instant,
  integer,
  listOf,
  nullable,
  object,
  oneOf,
  sha256,
  string,
} from '../openapi/schema';
import { sendAuditCsv } from './audit-csv';
import { AuditAnchorQuery, AuditFilterQuery, AuditPageQuery, toAuditFilter } from './audit.request';

const HEAD = object({ position: integer, sha256 });

const PAGE = object({
  entries: listOf(
    object({
      seq: integer,
      at: instant,
      actor: string,
      actorName: nullable(string),
      action: string,
      entity: string,
      entityId: string,
      organisation: nullable(object({ id, code: string, name: string })),
      detail: string,
      correlationId: nullable(string),
      isSealed: boolean,
    }),
  ),
  next: nullable(integer),
});

const VERIFICATION = object({
  isIntact: boolean,
  sealed: integer,
  unsealed: integer,
  faults: listOf(
    object({
      position: integer,
      auditSeq: integer,
      problem: oneOf(
        'link-missing',
        'entry-missing',
        'entry-altered',
        'entry-inserted',
        'chain-broken',
        'end-missing',
      ),
    }),
  ),
  head: nullable(HEAD),
});

/** Who did what, and that nothing of it was altered. */
@ApiTags('Audit trail')
@Controller('audit')
export class AuditController {
  constructor(private readonly trail: AuditTrailService) {}

  @Get()
  @Requires('audit:read', 'anywhere')
  @ApiOperation({ operationId: 'listAuditEntries', summary: 'Entries of the audit trail, the newest first' })
  @ApiOkResponse({ schema: PAGE })
  page(@Query() { before, ...query }: AuditPageQuery, @Person() person: SignedInPerson): Promise<AuditPage> {
    return this.trail.page(person.id, toAuditFilter(query), before === undefined ? null : Number(before));
  }

  @Get('csv')
  @Requires('audit:read', 'anywhere')
  @ApiOperation({
    operationId: 'exportAuditEntries',
    summary: 'Every entry that the filter lets through, as CSV',
  })
  @ApiOkResponse({ content: { 'text/csv': { schema: string } } })
  async csv(
    @Query() query: AuditFilterQuery,
    @Person() person: SignedInPerson,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendAuditCsv(reply, this.trail.all(person.id, toAuditFilter(query)));
  }

  @Get('verification')
  @Requires('audit:read', 'nation')
  @ApiOperation({ operationId: 'verifyAudit', summary: 'Walk the hash chain and say what was altered' })
  @ApiOkResponse({ schema: VERIFICATION })
  verify(@Query() { position, sha256: hash }: AuditAnchorQuery): Promise<AuditVerification> {
    if ((position === undefined) !== (hash === undefined)) throw halfAnAnchor();
    const anchor =
      position === undefined || hash === undefined ? null : { position: Number(position), sha256: hash };
    return this.trail.verify(anchor);
  }
}

const halfAnAnchor = (): InvalidRequestError =>
  new InvalidRequestError([
    {
      pointer: 'position',
      parameter: 'position',
      rule: 'with-hash',
      message: 'A head has a position and a hash.',
      fix: 'Send both, or neither.',
    },
  ]);
