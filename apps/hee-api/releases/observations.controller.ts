import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  CSV_HEADER,
  ReleaseReader,
  decodeCursor,
  encodeCursor,
  isUnfiltered,
  observationAsCsv,
  observationAsJson,
  queryFingerprint,
  type Observation,
  type ObservationFilter,
  type ReleaseSummary,
} from '#publication';
import { canonicalJson } from '#platform';
import { RequireScope, type AuthenticatedRequest } from '../token/bearer.guard';
import { isNotModified } from './conditional-response';
import {
  CSV_TYPE,
  JSON_TYPE,
  NDJSON_TYPE,
  chooseEncoding,
  chooseMediaType,
  type ObservationMediaType,
} from './content-negotiation';
import { ObservationsQuery } from './observations.query';
import { OBSERVATION_PAGE_SCHEMA } from './release.schema';

/** Rows of one view of a release, ready to be written in the chosen form. */
interface Page {
  readonly release: ReleaseSummary;
  readonly rows: readonly Observation[];
  readonly isFirst: boolean;
  readonly next: string | null;
}

/** The cells of a release: pages in JSON, NDJSON and CSV; without filter or paging, the stored file. */
@ApiTags('Observations')
@ApiBearerAuth('clientCredentials')
@RequireScope('releases:read')
@Controller('v1/releases/:releaseId/observations')
export class ObservationsController {
  constructor(private readonly reader: ReleaseReader) {}

  @Get()
  @ApiOperation({
    operationId: 'listObservations',
    summary: 'Cells of a release',
    description:
      'JSON comes in pages; follow "next". CSV and NDJSON come whole unless limit or cursor is given; the pages of ' +
      'either, put one behind the other, are the file. The Link header names the next page.',
  })
  @ApiProduces(JSON_TYPE, CSV_TYPE, NDJSON_TYPE)
  @ApiOkResponse({ schema: OBSERVATION_PAGE_SCHEMA })
  async list(
    @Param('releaseId', ParseUUIDPipe) releaseId: string,
    @Query() query: ObservationsQuery,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = chooseMediaType(request.headers.accept);
    const release = await this.reader.summary(releaseId);
    const filter = filterOf(query);
    const wantsFile = type !== JSON_TYPE && isUnfiltered(filter) && !/[?&](limit|cursor)=/.test(request.url);
    const encoding = wantsFile ? chooseEncoding(request.headers['accept-encoding']) : 'identity';
    const view = `${queryFingerprint(releaseId, filter)}-${query.cursor ?? ''}-${query.limit}`;
    const etag = `${release.contentSha256.slice(0, 32)}-${wantsFile ? 'file' : view}-${type}-${encoding}`;
    if (isNotModified(request, reply, { etag, freshness: 'immutable' })) return void (await reply.send());
    reply.type(`${type}; charset=utf-8${type === CSV_TYPE ? '; header=present' : ''}`);
    if (wantsFile) {
      if (encoding !== 'identity') reply.header('Content-Encoding', encoding);
      await reply.send(await this.reader.file(releaseId, type === CSV_TYPE ? 'csv' : 'ndjson', encoding));
      return;
    }
    const page = await this.page(release, filter, query);
    if (page.next !== null) reply.header('Link', `<${nextUrl(request.url, page.next)}>; rel="next"`);
    await reply.send(render(page, type));
  }

  private async page(
    release: ReleaseSummary,
    filter: ObservationFilter,
    query: ObservationsQuery,
  ): Promise<Page> {
    const afterSeq = decodeCursor(release.id, filter, query.cursor);
    const found = await this.reader.page(release.id, filter, { afterSeq, limit: query.limit + 1 });
    const rows = found.slice(0, query.limit);
    const last = rows.at(-1);
    const next = found.length > rows.length && last ? encodeCursor(release.id, filter, last.seq) : null;
    return { release, rows, isFirst: query.cursor === undefined, next };
  }
}

function filterOf(query: ObservationsQuery): ObservationFilter {
  const { limit: _limit, cursor: _cursor, ...filter } = query;
  return filter;
}

function render(page: Page, type: ObservationMediaType): string {
  switch (type) {
    case CSV_TYPE:
      return (page.isFirst ? CSV_HEADER : '') + page.rows.map(observationAsCsv).join('');
    case NDJSON_TYPE:
      return page.rows.map((row) => `${canonicalJson(observationAsJson(row))}\n`).join('');
    case JSON_TYPE:
      return JSON.stringify({
        release: page.release,
        observations: page.rows.map(observationAsJson),
        next: page.next,
      });
  }
}

function nextUrl(url: string, cursor: string): string {
  const next = new URL(url, 'http://localhost');
  next.searchParams.set('cursor', cursor);
  return next.pathname + next.search;
}
