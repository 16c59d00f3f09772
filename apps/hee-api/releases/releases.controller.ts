import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '#platform';
import { ReleaseReader } from '#publication';
import { RequireScope } from '../token/bearer.guard';
import { isNotModified } from './conditional-response';
import { RELEASE_LIST_SCHEMA, RELEASE_SCHEMA } from './release.schema';

/** Releases, newest first, and the frozen manifest of each. */
@ApiTags('Releases')
@ApiBearerAuth('clientCredentials')
@RequireScope('releases:read')
@Controller('v1/releases')
export class ReleasesController {
  constructor(private readonly reader: ReleaseReader) {}

  @Get()
  @ApiOperation({ operationId: 'listReleases', summary: 'All releases, newest first' })
  @ApiOkResponse({ schema: RELEASE_LIST_SCHEMA })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const body = JSON.stringify({ releases: await this.reader.list() });
    const etag = sha256Hex(body).slice(0, 32);
    if (isNotModified(request, reply, { etag, freshness: 'revalidate' })) return void (await reply.send());
    await reply.type('application/json; charset=utf-8').send(body);
  }

  @Get(':releaseId')
  @ApiOperation({ operationId: 'readRelease', summary: 'One release with its manifest and provenance' })
  @ApiOkResponse({ schema: RELEASE_SCHEMA })
  async read(
    @Param('releaseId', ParseUUIDPipe) releaseId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const summary = await this.reader.summary(releaseId);
    const manifest = await this.reader.manifest(releaseId);
    const body = JSON.stringify({ ...summary, manifest });
    const etag = sha256Hex(body).slice(0, 32);
    if (isNotModified(request, reply, { etag, freshness: 'revalidate' })) return void (await reply.send());
    await reply.type('application/json; charset=utf-8').send(body);
  }
}
