import { Controller, Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NationalService, type RoundCrossChecks, type RoundPicture } from '#national';
import { Requires } from '../access/endpoint-access';
import { NationalPictureQuery, NationalQuery } from './national.request';
import { NATIONAL_CROSS_CHECKS, NATIONAL_PICTURE } from './national.schema';

/** All systems of a round together, for those who may read the nation's plans. */
@ApiTags('National')
@Controller('national')
export class NationalController {
  constructor(private readonly national: NationalService) {}

  @Get('picture')
  @Requires('plans:read', 'nation')
  @ApiOperation({
    operationId: 'readNationalPicture',
    summary: 'A line of England by year, told apart by how far plans have come, with every plan behind it',
  })
  @ApiOkResponse({ schema: NATIONAL_PICTURE })
  @ApiNotFoundResponse({ description: 'There is no such scenario.' })
  picture(@Query() { scenarioId, line, staffGroup }: NationalPictureQuery): Promise<RoundPicture> {
    return this.national.picture(scenarioId, { line, staffGroup: staffGroup ?? null });
  }

  @Get('cross-checks')
  @Requires('plans:read', 'nation')
  @ApiOperation({
    operationId: 'readNationalCrossChecks',
    summary: 'Where plans together exceed what exists: by how much, who drives it, what would resolve it',
  })
  @ApiOkResponse({ schema: NATIONAL_CROSS_CHECKS })
  @ApiNotFoundResponse({ description: 'There is no such scenario.' })
  crossChecks(@Query() { scenarioId }: NationalQuery): Promise<RoundCrossChecks> {
    return this.national.crossChecks(scenarioId);
  }
}
