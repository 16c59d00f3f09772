import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { SignedInPerson } from '#access';
import {
  FourLinesService,
  WorkforceReturnService,
  type FourLinesYear,
  type StoredLineSet,
  type WorkforceReturn,
} from '#monitoring';
import { Requires } from '../access/endpoint-access';
import { CorrelationId, Person } from '../access/signed-in-request';
import { UnitQuery } from '../projections/projections.request';
import { FourLinesQuery, LineSetRequest } from './workforce-return.request';
import {
  FOUR_LINES_OF_YEAR,
  RETURN_LINE_SET,
  RETURN_LINE_SETS,
  WORKFORCE_RETURN,
} from './workforce-return.schema';

/** The four lines side by side, and the workforce return with its lines. */
@ApiTags('Four lines and return')
@ApiNotFoundResponse({ description: 'Unknown, not projected yet, or not open to you.' })
@Controller()
export class WorkforceReturnController {
  constructor(
    private readonly fourLines: FourLinesService,
    private readonly returns: WorkforceReturnService,
  ) {}

  @Get('four-lines')
  @Requires('projections:read', 'query.organisationId')
  @ApiOperation({
    operationId: 'readFourLines',
    summary: 'Contracted, worked, establishment and requirement by month, and what lies between them',
  })
  @ApiOkResponse({ schema: FOUR_LINES_OF_YEAR })
  readFourLines(@Query() { year, ...unit }: FourLinesQuery): Promise<FourLinesYear> {
    return this.fourLines.read(unit, year);
  }

  @Get('workforce-return')
  @Requires('projections:read', 'query.organisationId')
  @ApiOperation({
    operationId: 'readWorkforceReturn',
    summary:
      'Substantive, bank, agency and total WTE and money by line: baseline, outturn, months, year ends',
  })
  @ApiOkResponse({ schema: WORKFORCE_RETURN })
  read(@Query() unit: UnitQuery): Promise<WorkforceReturn> {
    return this.returns.read(unit);
  }

  @Get('return-line-sets')
  @Requires('rounds:read', 'anywhere')
  @ApiOperation({ operationId: 'listReturnLineSets', summary: 'Lines of the return by day, latest first' })
  @ApiOkResponse({ schema: RETURN_LINE_SETS })
  async lineSets(): Promise<{ readonly lineSets: readonly StoredLineSet[] }> {
    return { lineSets: await this.returns.lineSets() };
  }

  @Post('return-line-sets')
  @Requires('rounds:edit', 'nation')
  @ApiOperation({ operationId: 'saveReturnLineSet', summary: 'Store lines that hold from a day on' })
  @ApiCreatedResponse({ schema: RETURN_LINE_SET })
  @ApiConflictResponse({ description: 'Someone else stored lines at the same time.' })
  @ApiUnprocessableEntityResponse({ description: 'A staff group is unknown, in two lines or in none.' })
  saveLineSet(
    @Body() set: LineSetRequest,
    @Person() { id }: SignedInPerson,
    @CorrelationId() correlationId: string | null,
  ): Promise<StoredLineSet> {
    return this.returns.saveLineSet(set, { id, correlationId });
  }
}
