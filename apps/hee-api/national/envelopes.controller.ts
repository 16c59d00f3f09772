import { Body, Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NationalInputsService } from '#national-inputs';
import { RequireScope, type AuthenticatedRequest } from '../token/bearer.guard';
import { answerCurrent, answerSubmission } from './national-input-exchange';
import { EnvelopesBody } from './national-input.body';
import { IF_MATCH, submissionSchema } from './national-input.schema';
import { YearParameter } from './year.parameter';

/** Envelopes by year from the national body: limits in pounds or people for England, regions and systems. */
@ApiTags('National inputs')
@RequireScope('national:write')
@Controller('v1/national/envelopes')
export class EnvelopesController {
  constructor(private readonly inputs: NationalInputsService) {}

  @Get(':year')
  @ApiOperation({ operationId: 'readEnvelopes', summary: 'The envelopes that hold for a year' })
  @ApiOkResponse({ schema: submissionSchema('EnvelopeLineBody') })
  async read(
    @Param() { year }: YearParameter,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await answerCurrent(this.inputs, 'envelopes', year, { request, reply });
  }

  @Put(':year')
  @ApiOperation({
    operationId: 'putEnvelopes',
    summary: 'Send the envelopes of a year',
    description: 'Replaces all lines of the year by a new version. The same lines again change nothing.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ schema: submissionSchema(null) })
  async put(
    @Param() { year }: YearParameter,
    @Body() body: EnvelopesBody,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lines = body.lines.map(({ staffGroup = null, standard = null, ...line }) => ({
      ...line,
      staffGroup,
      standard,
    }));
    await answerSubmission(this.inputs, { kind: 'envelopes', year, lines }, { request, reply });
  }
}
