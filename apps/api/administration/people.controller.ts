import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import {
  PeopleService,
  ROLE_DEFINITIONS,
  ROLES,
  type ListedPerson,
  type Role,
  type RoleGiven,
  type SignedInPerson,
} from '#access';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { boolean, described, id, instant, listOf, nullable, object, oneOf, string } from '../openapi/schema';
import { ORGANISATION } from '../openapi/shared.schema';
import { NewGrantRequest, PersonChangeRequest } from './people.request';

const GRANT = object({
  id,
  role: oneOf(...ROLES),
  organisation: ORGANISATION,
  commitment: nullable(string),
  validFrom: string,
  validTo: nullable(string),
  state: oneOf('in-force', 'to-come', 'ended'),
});

const PEOPLE = object({
  people: listOf(
    object({
      id,
      name: string,
      email: string,
      isDisabled: boolean,
      hasPassword: boolean,
      createdAt: instant,
      grants: listOf(GRANT),
    }),
  ),
  roles: listOf(object({ role: oneOf(...ROLES), name: string })),
});

/** A role that can be given. */
interface NamedRole {
  readonly role: Role;
  readonly name: string;
}

const NAMED_ROLES: readonly NamedRole[] = ROLES.map((role) => ({ role, name: ROLE_DEFINITIONS[role].name }));

const SAID_ONCE = 'Said once and never again; null for a person who was known before.';

const ROLE_GIVEN = object({
  personId: id,
  isNew: boolean,
  password: described(SAID_ONCE, nullable(string)),
});

/** People, their accounts and their roles. */
@ApiTags('People')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get('people')
  @Requires('people:read', 'anywhere')
  @ApiOperation({
    operationId: 'listPeople',
    summary: 'People with their roles where you administer, and the roles there are',
  })
  @ApiOkResponse({ schema: PEOPLE })
  async list(
    @Person() { id: readerId }: SignedInPerson,
  ): Promise<{ readonly people: readonly ListedPerson[]; readonly roles: readonly NamedRole[] }> {
    return { people: await this.people.list(readerId), roles: NAMED_ROLES };
  }

  @Post('grants')
  @Requires('people:edit', 'body.organisationId')
  @ApiOperation({
    operationId: 'giveRole',
    summary: 'Give a role over an organisation and all below it; creates the person where the address is new',
  })
  @ApiCreatedResponse({ schema: ROLE_GIVEN })
  @ApiUnprocessableEntityResponse({ description: 'Days or commitment do not go together.' })
  give(
    @Body() request: NewGrantRequest,
    @Person() { id: actorId }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<RoleGiven> {
    const { validTo = null, commitment = null, ...role } = request;
    return this.people.giveRole({ ...role, validTo, commitment }, { id: actorId, correlationId });
  }

  @Delete('grants/:id')
  @HttpCode(204)
  @Requires('people:edit', 'grant')
  @ApiOperation({ operationId: 'endGrant', summary: 'End a role from today' })
  @ApiNoContentResponse()
  async end(
    @Param('id', ParseUUIDPipe) grantId: string,
    @Person() { id: actorId }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<void> {
    await this.people.endGrant(grantId, { id: actorId, correlationId });
  }

  @Patch('people/:id')
  @HttpCode(204)
  @Requires('people:edit', 'anywhere')
  @ApiOperation({
    operationId: 'changePerson',
    summary: 'Disable an account and end its sessions, or enable it',
  })
  @ApiNoContentResponse()
  async change(
    @Param('id', ParseUUIDPipe) personId: string,
    @Body() { isDisabled }: PersonChangeRequest,
    @Person() { id: actorId }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<void> {
    await this.people.setDisabled(personId, isDisabled, { id: actorId, correlationId });
  }

  @Post('people/:id/password')
  @Requires('people:edit', 'anywhere')
  @ApiOperation({
    operationId: 'renewPassword',
    summary: 'Give an account a new password; ends its sessions',
  })
  @ApiCreatedResponse({ schema: object({ password: described('Said once and never again.', string) }) })
  async renewPassword(
    @Param('id', ParseUUIDPipe) personId: string,
    @Person() { id: actorId }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<{ readonly password: string }> {
    return { password: await this.people.renewPassword(personId, { id: actorId, correlationId }) };
  }
}
