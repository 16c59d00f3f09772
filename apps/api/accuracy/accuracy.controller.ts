import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readAccuracyEvidence } from '#projections';
import { Requires } from '../access/endpoint-access';
import { sendConditionally } from '../edge/conditional-response';
import { ACCURACY_EVIDENCE } from './accuracy.schema';

/** How far off projections were where what came is known. */
@ApiTags('Accuracy')
@Controller('accuracy')
export class AccuracyController {
  @Get()
  @Requires('parameters:read', 'anywhere')
  @ApiOperation({
    operationId: 'readAccuracy',
    summary: 'Projections of the published history against what came, beside simple methods',
  })
  @ApiOkResponse({ schema: ACCURACY_EVIDENCE })
  @ApiResponse({ status: 304, description: 'The same as the one you have (If-None-Match).' })
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendConditionally(request, reply, await readAccuracyEvidence());
  }
}
