import { Body, Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NationalInputsService } from '#national-inputs';
import { RequireScope, type AuthenticatedRequest } from '../token/bearer.guard';
import { answerCurrent, answerSubmission } from './national-input-exchange';
import { TrainingSupplyBody } from './national-input.body';
import { IF_MATCH, submissionSchema } from './national-input.schema';
import { YearParameter } from './year.parameter';

/** Training supply by year from the national body: commissioned places and newly qualified by staff group and region. */
@ApiTags('National inputs')
@RequireScope('national:write')
@Controller('v1/national/training-supply')
export class TrainingSupplyController {
  constructor(private readonly inputs: NationalInputsService) {}

  @Get(':year')
  @ApiOperation({ operationId: 'readTrainingSupply', summary: 'The training supply that holds for a year' })
  @ApiOkResponse({ schema: submissionSchema('TrainingSupplyLineBody') })
  async read(
    @Param() { year }: YearParameter,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await answerCurrent(this.inputs, 'training-supply', year, { request, reply });
  }

  @Put(':year')
  @ApiOperation({
    operationId: 'putTrainingSupply',
    summary: 'Send the training supply of a year',
    description: 'Replaces all lines of the year by a new version. The same lines again change nothing.',
  })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ schema: submissionSchema(null) })
  async put(
    @Param() { year }: YearParameter,
    @Body() { lines }: TrainingSupplyBody,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await answerSubmission(this.inputs, { kind: 'training-supply', year, lines }, { request, reply });
  }
}
