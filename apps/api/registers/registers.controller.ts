import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { PermissionService, type SignedInPerson } from '#access';
import { RegistersService, type RegisterListing, type SavedRegisterEdits } from '#assumptions';
import { REGISTERS, type RegisterDefinition } from '#modules/register';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { REGISTER_CATALOGUE, REGISTER_LISTING, SAVED_REGISTER_EDITS } from './register.schema';
import { RegisterEditsRequest, RegisterQuery } from './registers.request';

/** Registers: the schemes, cohorts and interventions that planners keep beside the assumptions. */
@ApiTags('Registers')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller()
export class RegistersController {
  constructor(
    private readonly registers: RegistersService,
    private readonly permissions: PermissionService,
  ) {}

  @Get('registers')
  @Requires('parameters:read', 'anywhere')
  @ApiOperation({ operationId: 'listRegisters', summary: 'Every register with its fields and their rules' })
  @ApiOkResponse({ schema: REGISTER_CATALOGUE })
  catalogue(): { readonly registers: readonly RegisterDefinition[] } {
    return { registers: REGISTERS };
  }

  @Get('register-entries')
  @Requires('assumptions:read', 'query.organisationId')
  @ApiOperation({
    operationId: 'readRegister',
    summary: 'The entries in force, each with where it comes from',
  })
  @ApiOkResponse({ schema: REGISTER_LISTING })
  async list(
    @Query() { scenarioId, organisationId, register }: RegisterQuery,
    @Person() person: SignedInPerson,
  ): Promise<RegisterListing & { readonly canEdit: boolean }> {
    const listing = await this.registers.list(scenarioId, organisationId, register);
    const canEdit = await this.permissions.has(person.id, 'assumptions:edit', organisationId);
    return { ...listing, canEdit };
  }

  @Patch('register-entries')
  @Requires('assumptions:edit', 'body.organisationId')
  @ApiOperation({ operationId: 'saveRegisterEdits', summary: 'Save a batch of entries, all of them or none' })
  @ApiOkResponse({ schema: SAVED_REGISTER_EDITS })
  @ApiConflictResponse({ description: 'Someone else changed entries; `conflicts` has both of each.' })
  @ApiUnprocessableEntityResponse({ description: 'Rules are broken; `errors` names each with its field.' })
  edit(
    @Body() { scenarioId, organisationId, reason, edits }: RegisterEditsRequest,
    @Person() { id, name }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<SavedRegisterEdits> {
    return this.registers.apply({
      scenarioId,
      organisationId,
      reason,
      edits,
      actor: { id, name },
      origin: 'web',
      correlationId,
    });
  }
}
