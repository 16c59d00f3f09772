import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicEndpoint } from '../token/bearer.guard';
import { OpenApiDocument } from './openapi-document';

/** The contract of this API, open to anyone. */
@ApiExcludeController()
@PublicEndpoint()
@Controller('v1/openapi.json')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get()
  @Header('Cache-Control', 'public, max-age=300')
  read(): object {
    return this.document.value;
  }
}
