import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { PermissionService, type SignedInPerson } from '#access';
import {
  SignOffService,
  type DocumentChecks,
  type DocumentView,
  type StepOutcome,
  type VersionDifference,
} from '#plans';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { DocumentVisibilityReader } from './document-visibility';
import { DelegationRequest, DifferenceQuery, StepRequest } from './sign-off.request';
import { CHECKS } from './checks.schema';
import { BEGUN, DIFFERENCE, DOCUMENT, TAKEN_STEP } from './sign-off.schema';

/** A return or a system plan, and the steps by which people sign it off. */
@ApiTags('Sign-off')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('sign-off/:id')
export class SignOffController {
  constructor(
    private readonly signOff: SignOffService,
    private readonly visibility: DocumentVisibilityReader,
    private readonly permissions: PermissionService,
  ) {}

  @Get()
  @Requires('plans:read-submitted', 'document')
  @ApiOperation({
    operationId: 'readDocument',
    summary: 'A return or plan: where it stands, and who is next',
  })
  @ApiOkResponse({ schema: DOCUMENT })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Person() person: SignedInPerson,
  ): Promise<DocumentView & { readonly canEdit: boolean }> {
    await this.visibility.require(person.id, id);
    const view = await this.signOff.view(id, person.id);
    const mayEdit = await this.permissions.has(person.id, 'plans:edit', view.organisation.id);
    return { ...view, canEdit: mayEdit && view.state.isEditable && view.round.state === 'open' };
  }

  @Post('steps')
  @HttpCode(200)
  @Requires('plans:sign', 'document')
  @ApiOperation({ operationId: 'takeStep', summary: 'Send, confirm, approve, sign, agree, return, change' })
  @ApiOkResponse({ schema: TAKEN_STEP })
  @ApiConflictResponse({ description: 'Someone acted meanwhile, or the state does not allow it.' })
  @ApiUnprocessableEntityResponse({ description: 'Something is missing; `errors` names each.' })
  async take(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { action, revision, slot = null, reason = null, date = null }: StepRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<StepOutcome> {
    await this.visibility.require(person.id, id);
    const command = { action, revision, slot, reason, date };
    return this.signOff.take(id, command, { id: person.id, correlationId });
  }

  @Post('delegations')
  @Requires('plans:sign', 'document')
  @ApiOperation({ operationId: 'delegateSignature', summary: 'Hand a signature of yours to someone else' })
  @ApiCreatedResponse({ schema: BEGUN })
  @ApiUnprocessableEntityResponse({ description: 'It is not yours, or the other person cannot take it.' })
  async delegate(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { slot, delegateId, validTo = null }: DelegationRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<{ readonly id: string }> {
    await this.visibility.require(person.id, id);
    const delegation = { slot, delegateId, validTo };
    return { id: await this.signOff.delegate(id, delegation, { id: person.id, correlationId }) };
  }

  @Delete('delegations/:delegationId')
  @HttpCode(204)
  @Requires('plans:sign', 'document')
  @ApiOperation({ operationId: 'revokeDelegation', summary: 'Take back a signature that you handed over' })
  @ApiNoContentResponse()
  async revoke(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('delegationId', ParseUUIDPipe) delegationId: string,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<void> {
    await this.visibility.require(person.id, id);
    await this.signOff.revoke(id, delegationId, { id: person.id, correlationId });
  }

  @Get('checks')
  @Requires('plans:read-submitted', 'document')
  @ApiOperation({
    operationId: 'readChecks',
    summary: 'Errors and warnings, workforce against money and activity, netted moves',
  })
  @ApiOkResponse({ schema: CHECKS })
  async checks(
    @Param('id', ParseUUIDPipe) id: string,
    @Person() person: SignedInPerson,
  ): Promise<DocumentChecks> {
    await this.visibility.require(person.id, id);
    return this.signOff.checks(id);
  }

  @Get('difference')
  @Requires('plans:read-submitted', 'document')
  @ApiOperation({
    operationId: 'compareVersions',
    summary: 'What changed from one frozen version to another',
  })
  @ApiOkResponse({ schema: DIFFERENCE })
  async difference(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { from, to }: DifferenceQuery,
    @Person() person: SignedInPerson,
  ): Promise<VersionDifference> {
    await this.visibility.require(person.id, id);
    return this.signOff.difference(id, from, to);
  }
}
