import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReleaseReader } from '#publication';
import { sendDocument } from '../edge/conditional-response';
import { RequireScope, type AuthenticatedRequest } from '../token/bearer.guard';
import { RELEASE_LIST_SCHEMA, RELEASE_SCHEMA } from './release.schema';

/** Releases, newest first, and the frozen manifest of each. */
@ApiTags('Releases')
@RequireScope('releases:read')
@Controller('v1/releases')
export class ReleasesController {
  constructor(private readonly reader: ReleaseReader) {}

  @Get()
  @ApiOperation({ operationId: 'listReleases', summary: 'All releases, newest first' })
  @ApiOkResponse({ schema: RELEASE_LIST_SCHEMA })
  async list(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendDocument({ request, reply }, { releases: await this.reader.list() });
  }

  @Get(':releaseId')
  @ApiOperation({ operationId: 'readRelease', summary: 'One release with its manifest and provenance' })
  @ApiOkResponse({ schema: RELEASE_SCHEMA })
  async read(
    @Param('releaseId', ParseUUIDPipe) releaseId: string,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const summary = await this.reader.summary(releaseId);
    const manifest = await this.reader.manifest(releaseId);
    await sendDocument({ request, reply }, { ...summary, manifest });
  }
}
