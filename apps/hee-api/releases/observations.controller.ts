import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { LRUCache } from 'lru-cache';
import {
  CSV_HEADER,
  Cursors,
  ReleaseFilesReader,
  ReleaseReader,
  isUnfiltered,
  observationAsCsv,
  observationAsJson,
  observationAsLine,
  type CursorView,
  type Observation,
  type ObservationFilter,
  type ReleaseFileName,
  type ReleaseSummary,
} from '#publication';
import { canonicalJson, sha256Hex } from '#platform';
import { RequireScope, type AuthenticatedRequest } from '../token/bearer.guard';
import { isNotModified } from '../edge/conditional-response';
import {
  CSV_TYPE,
  JSON_TYPE,
  NDJSON_TYPE,
  NotAcceptableError,
  PARQUET_TYPE,
  chooseMediaType,
  type ObservationMediaType,
} from '../edge/content-negotiation';
import { linkToNext } from '../edge/next-page';
import { ObservationsQuery } from './observations.query';
import { OBSERVATION_PAGE_SCHEMA } from './release.schema';
import { sendFile } from './send-file';

/** Rows of one view of a release, ready to be written in the chosen form. */
interface Page {
  readonly release: ReleaseSummary;
  readonly rows: readonly Observation[];
  readonly isFirst: boolean;
  readonly next: string | null;
}

/** A page as it is sent. */
interface WrittenPage {
  readonly body: Buffer;
  readonly next: string | null;
}

interface PageRequest {
  readonly release: ReleaseSummary;
  readonly filter: ObservationFilter;
  readonly bound: CursorView;
  readonly afterSeq: number;
  readonly limit: number;
  readonly type: PagedMediaType;
}

type PagedMediaType = Exclude<ObservationMediaType, typeof PARQUET_TYPE>;

/** Pages that are kept in memory at most, in bytes: they are immutable, and clients ask for the same ones. */
const CACHED_PAGE_BYTES = 32 * 1024 * 1024;

/** Forms in which a whole release comes as a stored file, unless a page is asked for. */
const WHOLE: Readonly<Partial<Record<ObservationMediaType, ReleaseFileName>>> = {
  [CSV_TYPE]: 'observations.csv',
  [NDJSON_TYPE]: 'observations.ndjson',
  [PARQUET_TYPE]: 'observations.parquet',
};

/** The cells of a release: pages in JSON, NDJSON and CSV; without filter or paging, the stored file. */
@ApiTags('Observations')
@RequireScope('releases:read')
@Controller('v1/releases/:releaseId/observations')
export class ObservationsController {
  private readonly pages = new LRUCache<string, WrittenPage>({
    maxSize: CACHED_PAGE_BYTES,
    sizeCalculation: ({ body }) => body.length + 1,
  });

  constructor(
    private readonly reader: ReleaseReader,
    private readonly files: ReleaseFilesReader,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listObservations',
    summary: 'Cells of a release',
    description:
      'JSON comes in pages; follow "next". CSV, NDJSON and Parquet come whole unless a filter, limit or cursor is ' +
      'given; the pages of CSV or NDJSON, put one behind the other, are the file. The Link header names the next page. ' +
      'A page under filters may hold fewer rows than its limit, or none, and still have a next one.',
  })
  @ApiProduces(JSON_TYPE, CSV_TYPE, NDJSON_TYPE, PARQUET_TYPE)
  @ApiOkResponse({ schema: OBSERVATION_PAGE_SCHEMA })
  async list(
    @Param('releaseId', ParseUUIDPipe) releaseId: string,
    @Query() query: ObservationsQuery,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = chooseMediaType(request.headers.accept);
    const filter = filterOf(query);
    const wholeFile =
      isUnfiltered(filter) && !/[?&](limit|cursor)=/.test(request.url) ? WHOLE[type] : undefined;
    if (wholeFile !== undefined) {
      return sendFile(this.files, { releaseId, name: wholeFile }, { request, reply });
    }
    if (type === PARQUET_TYPE) {
      throw new NotAcceptableError(`${PARQUET_TYPE} comes whole: leave filters, limit and cursor out.`);
    }
    const release = await this.reader.summary(releaseId);
    const { cursor, limit } = query;
    const etag = sha256Hex(canonicalJson([release.contentSha256, filter, cursor ?? null, limit, type]));
    const bound = { clientId: request.tokenHolder?.clientId ?? '', view: { releaseId, filter } };
    const afterSeq = this.afterSeq(bound, cursor);
    if (isNotModified({ request, reply }, { etag, freshness: 'immutable' })) return void (await reply.send());
    const key = `${bound.clientId} ${etag}`;
    const page = this.pages.get(key) ?? (await this.read({ release, filter, bound, afterSeq, limit, type }));
    this.pages.set(key, page);
    if (page.next !== null) reply.header('Link', linkToNext(request.url, page.next));
    reply.type(`${type}; charset=utf-8${type === CSV_TYPE ? '; header=present' : ''}`);
    await reply.send(page.body);
  }

  private async read({ release, filter, bound, afterSeq, limit, type }: PageRequest): Promise<WrittenPage> {
    const { rows, reachedSeq } = await this.reader.page(release, filter, { afterSeq, limit });
    const next = reachedSeq < release.rowCount ? this.cursors.encode(bound, reachedSeq.toString(16)) : null;
    return { body: Buffer.from(render({ release, rows, isFirst: afterSeq === 0, next }, type)), next };
  }

  private afterSeq(bound: CursorView, cursor: string | undefined): number {
    return cursor === undefined ? 0 : Number.parseInt(this.cursors.decode(bound, cursor), 16);
  }
}

function filterOf(query: ObservationsQuery): ObservationFilter {
  const { limit: _limit, cursor: _cursor, ...filter } = query;
  return filter;
}

function render(page: Page, type: PagedMediaType): string {
  switch (type) {
    case CSV_TYPE:
      return (page.isFirst ? CSV_HEADER : '') + page.rows.map(observationAsCsv).join('');
    case NDJSON_TYPE:
      return page.rows.map((row) => `${observationAsLine(row)}\n`).join('');
    case JSON_TYPE: {
      const { status: _status, ...release } = page.release;
      return JSON.stringify({ release, observations: page.rows.map(observationAsJson), next: page.next });
    }
  }
}
