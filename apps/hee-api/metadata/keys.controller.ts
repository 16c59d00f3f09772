import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReleaseReader } from '#publication';
import { sendDocument } from '../edge/conditional-response';
import { PublicEndpoint, type AuthenticatedRequest } from '../token/bearer.guard';

/** Public keys that manifests are signed with, those of the past included; open to anyone. */
@ApiTags('Metadata')
@PublicEndpoint()
@Controller('v1/keys')
export class KeysController {
  constructor(private readonly reader: ReleaseReader) {}

  @Get()
  @ApiOperation({ operationId: 'listKeys', summary: 'Public keys of signed manifests, as a JWK set' })
  @ApiOkResponse({
    schema: {
      type: 'object',
      required: ['keys'],
      properties: { keys: { type: 'array', items: { type: 'object' } } },
    },
  })
  async list(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendDocument({ request, reply }, { keys: await this.reader.signingKeys() });
  }
}
