import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OpenToAll } from '../access/endpoint-access';
import { OpenApiDocument } from './openapi-document';

/** The description of this API. */
@ApiTags('Description')
@Controller('openapi.json')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get()
  @OpenToAll()
  @Header('Cache-Control', 'no-cache')
  @ApiOperation({ operationId: 'readDescription', summary: 'This document' })
  @ApiOkResponse({ schema: { type: 'object' } })
  read(): object {
    return this.document.value;
  }
}
