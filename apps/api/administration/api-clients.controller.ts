import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
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
import { DataSource } from 'typeorm';
import {
  ApiClientAdministration,
  ApiClientService,
  CLIENT_SCOPES,
  type ListedClient,
  type SignedInPerson,
} from '#access';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { boolean, id, instant, listOf, nullable, object, oneOf, string } from '../openapi/schema';
import { ApiClientChangeRequest, NewApiClientRequest, NewClientKeyRequest } from './api-clients.request';

const KEY = object({
  id,
  keyId: string,
  algorithm: string,
  validFrom: instant,
  validTo: nullable(instant),
  isInForce: boolean,
});

const CLIENTS = object({
  clients: listOf(
    object({
      id,
      name: string,
      purpose: string,
      legalBasis: string,
      scopes: listOf(oneOf(...CLIENT_SCOPES)),
      isDisabled: boolean,
      createdAt: instant,
      lastPullAt: nullable(instant),
      keys: listOf(KEY),
    }),
  ),
});

/** Systems of other bodies that read the national API, and their public keys. */
@ApiTags('API clients')
@ApiNotFoundResponse({ description: 'There is no such client or key.' })
@Controller('api-clients')
export class ApiClientsController {
  private readonly clients: ApiClientService;

  constructor(
    private readonly administration: ApiClientAdministration,
    dataSource: DataSource,
  ) {
    this.clients = new ApiClientService(dataSource);
  }

  @Get()
  @Requires('api-clients:read', 'nation')
  @ApiOperation({ operationId: 'listApiClients', summary: 'Clients of the national API with their keys' })
  @ApiOkResponse({ schema: CLIENTS })
  async list(): Promise<{ readonly clients: readonly ListedClient[] }> {
    return { clients: await this.administration.list() };
  }

  @Post()
  @Requires('api-clients:edit', 'nation')
  @ApiOperation({ operationId: 'registerApiClient', summary: 'Register a client with its public key' })
  @ApiCreatedResponse({ schema: object({ id }) })
  @ApiUnprocessableEntityResponse({ description: 'The key is private or unusable.' })
  async register(
    @Body() { publicJwk, ...client }: NewApiClientRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<{ readonly id: string }> {
    const registered = await this.clients.register({
      ...client,
      publicJwk,
      actor: person.id,
      correlationId,
    });
    return { id: registered.id };
  }

  @Patch(':id')
  @HttpCode(204)
  @Requires('api-clients:edit', 'nation')
  @ApiOperation({ operationId: 'changeApiClient', summary: 'Disable a client, or enable it' })
  @ApiNoContentResponse()
  async change(
    @Param('id', ParseUUIDPipe) clientId: string,
    @Body() { isDisabled }: ApiClientChangeRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<void> {
    await this.administration.setDisabled(clientId, isDisabled, { id: person.id, correlationId });
  }

  @Post(':id/keys')
  @HttpCode(204)
  @Requires('api-clients:edit', 'nation')
  @ApiOperation({
    operationId: 'addClientKey',
    summary: 'Add a public key; the others may end after an overlap',
  })
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: 'The client has, or had, a key of this name.' })
  @ApiUnprocessableEntityResponse({ description: 'The key is private or unusable.' })
  async addKey(
    @Param('id', ParseUUIDPipe) clientId: string,
    @Body() { keyId, publicJwk, othersEndInDays }: NewClientKeyRequest,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<void> {
    const by = { id: person.id, correlationId };
    const key = { clientId, keyId, publicJwk, othersEndInDays: othersEndInDays ?? null };
    await this.administration.addKey(key, by);
  }

  @Delete(':id/keys/:keyId')
  @HttpCode(204)
  @Requires('api-clients:edit', 'nation')
  @ApiOperation({ operationId: 'endClientKey', summary: 'End a key now' })
  @ApiNoContentResponse()
  async endKey(
    @Param('id', ParseUUIDPipe) clientId: string,
    @Param('keyId', ParseUUIDPipe) keyId: string,
    @Person() person: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<void> {
    await this.administration.endKey(clientId, keyId, { id: person.id, correlationId });
  }
}
