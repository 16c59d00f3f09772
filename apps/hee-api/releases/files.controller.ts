import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotFoundError } from '#platform';
import { RELEASE_FILES, ReleaseFilesReader, type ReleaseFileName } from '#publication';
import { RequireScope, type AuthenticatedRequest } from '../token/bearer.guard';
import { sendFile } from './send-file';

const NAMES = Object.keys(RELEASE_FILES) as readonly ReleaseFileName[];
const MEDIA_TYPES = [
  ...new Set(Object.values(RELEASE_FILES).map(({ mediaType }) => mediaType.split(';')[0] ?? '')),
];

/** The files of a release as they were stored when it was published. */
@ApiTags('Files')
@RequireScope('releases:read')
@Controller('v1/releases/:releaseId/files')
export class FilesController {
  constructor(private readonly files: ReleaseFilesReader) {}

  @Get(':name')
  @ApiOperation({
    operationId: 'readFile',
    summary: 'A file of a release: observations in four forms, metadata, manifest and its signature',
    description:
      'Stored in gzip and Brotli too, with a digest of the bytes sent (Repr-Digest) and byte ranges. manifest.jws is ' +
      'manifest.json signed with a key of /v1/keys.',
  })
  @ApiParam({ name: 'name', enum: NAMES })
  @ApiHeader({ name: 'Range', required: false, description: 'One range of bytes of the encoded file.' })
  @ApiProduces(...MEDIA_TYPES)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @Param('releaseId', ParseUUIDPipe) releaseId: string,
    @Param('name') name: string,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isFileName(name)) throw new NotFoundError(`A release has the files ${NAMES.join(', ')}.`);
    await sendFile(this.files, { releaseId, name }, { request, reply });
  }
}

function isFileName(name: string): name is ReleaseFileName {
  return Object.hasOwn(RELEASE_FILES, name);
}
