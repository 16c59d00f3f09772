import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DISCLOSURE_RULE, OBSERVATION_COLUMNS, OBSERVATION_MARKS, PUBLISHED_MEASURES } from '#publication';
import { sendDocument } from '../edge/conditional-response';
import { RequireScope, type AuthenticatedRequest } from '../token/bearer.guard';

/** What the published words mean: measures, columns, marks and the disclosure rule. */
@ApiTags('Metadata')
@RequireScope('releases:read')
@Controller('v1/dictionary')
export class DictionaryController {
  @Get()
  @ApiOperation({
    operationId: 'readDictionary',
    summary: 'Measures, columns, marks and the disclosure rule',
  })
  @ApiOkResponse({ schema: { type: 'object' } })
  async read(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendDocument({ request, reply }, DICTIONARY);
  }
}

const DICTIONARY = {
  measures: PUBLISHED_MEASURES,
  columns: OBSERVATION_COLUMNS.map(({ name, type, title, isOptional }) => ({
    name,
    type,
    meaning: title,
    isOptional,
  })),
  marks: OBSERVATION_MARKS,
  disclosureRule: DISCLOSURE_RULE,
};
