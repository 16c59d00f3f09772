import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { UnitOfWork } from '#persistence';
import { listWebhookKeys } from '#webhooks';
import { sendDocument } from '../edge/conditional-response';
import { PublicEndpoint, type AuthenticatedRequest } from '../token/bearer.guard';
import { WEBHOOK_KEYS_SCHEMA } from './webhook.schema';

/** Public keys that messages are signed with, those of the past included; open to anyone. */
@ApiTags('Webhooks')
@PublicEndpoint()
@Controller('v1/webhook-keys')
export class WebhookKeysController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @ApiOperation({ operationId: 'listWebhookKeys', summary: 'Public keys of webhooks, the newest first' })
  @ApiOkResponse({ schema: WEBHOOK_KEYS_SCHEMA })
  async list(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    const keys = await this.unitOfWork.run(listWebhookKeys);
    await sendDocument({ request, reply }, { keys });
  }
}
