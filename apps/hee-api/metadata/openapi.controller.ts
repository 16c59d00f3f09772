import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { sendDocument } from '../edge/conditional-response';
import { PublicEndpoint, type AuthenticatedRequest } from '../token/bearer.guard';
import { OpenApiDocument } from './openapi-document';

/** The contract of this API, open to anyone. */
@ApiExcludeController()
@PublicEndpoint()
@Controller('v1/openapi.json')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get()
  async read(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendDocument({ request, reply }, this.document.value);
  }
}
