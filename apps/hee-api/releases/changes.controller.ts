import { Controller, Get, Param, ParseUUIDPipe, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { InvalidInputError, canonicalJson, sha256Hex } from '#platform';
import {
  ChangesReader,
  Cursors,
  ReleaseReader,
  observationAsJson,
  type ChangePage,
  type ReleaseChange,
  type ReleaseSummary,
} from '#publication';
import { isNotModified } from '../edge/conditional-response';
import { linkToNext } from '../edge/next-page';
import { RequireScope, type AuthenticatedRequest } from '../token/bearer.guard';
import { ChangesQuery } from './changes.query';
import { CHANGE_PAGE_SCHEMA } from './release.schema';

/** Pages of changes are immutable, as both releases are. */
@ApiTags('Observations')
@RequireScope('releases:read')
@Controller('v1/releases/:releaseId/changes')
export class ChangesController {
  constructor(
    private readonly reader: ReleaseReader,
    private readonly changes: ChangesReader,
    private readonly cursors: Cursors,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listChanges',
    summary: 'Rows added, changed or withdrawn since an earlier release, each with the reason',
    description:
      'Since the release before, unless "since" names another. To apply all pages to the rows of the older release: ' +
      'take out the rows at the positions of "withdraw" (counted from 1 in the older release), put in those of ' +
      '"insert" at their positions in ascending order, then overwrite those of "update". The first release has none.',
  })
  @ApiOkResponse({ schema: CHANGE_PAGE_SCHEMA })
  async list(
    @Param('releaseId', ParseUUIDPipe) releaseId: string,
    @Query() { since: sinceId, limit, cursor }: ChangesQuery,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { since, release } = await this.pair(releaseId, sinceId);
    const view = { changes: release.id, since: since?.id ?? null };
    const bound = { clientId: request.tokenHolder?.clientId ?? '', view };
    const afterKey = cursor === undefined ? '' : this.cursors.decode(bound, cursor);
    const etag = sha256Hex(canonicalJson([view, cursor ?? null, limit]));
    if (isNotModified({ request, reply }, { etag, freshness: 'immutable' })) return void (await reply.send());
    const { changes, lastKey } = await this.pageOf({ since, release }, { afterKey, limit });
    const next = lastKey === null ? null : this.cursors.encode(bound, lastKey);
    if (next !== null) reply.header('Link', linkToNext(request.url, next));
    const body = {
      release: named(release),
      since: since && named(since),
      changes: changes.map(asJson),
      next,
    };
    await reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
  }

  private async pair(releaseId: string, sinceId: string | undefined): Promise<ReleasePair> {
    const release = await this.reader.summary(releaseId);
    if (sinceId === undefined) return { release, since: await this.reader.predecessor(release) };
    const since = await this.reader.summary(sinceId);
    if (since.number > release.number) throw laterRelease();
    return { release, since };
  }

  private async pageOf(
    { release, since }: ReleasePair,
    range: { readonly afterKey: string; readonly limit: number },
  ): Promise<ChangePage> {
    return since === null ? { changes: [], lastKey: null } : this.changes.page(since, release, range);
  }
}

/** A release and an earlier one; null before the first. */
interface ReleasePair {
  readonly release: ReleaseSummary;
  readonly since: ReleaseSummary | null;
}

function asJson({ row, ...change }: ReleaseChange): object {
  return { ...change, observation: observationAsJson(row) };
}

function named({ id, number, contentSha256, rowCount }: ReleaseSummary): object {
  return { id, number, contentSha256, rowCount };
}

function laterRelease(): InvalidInputError {
  return new InvalidInputError([
    {
      pointer: '/since',
      rule: 'earlier-release',
      message: '"since" names a later release.',
      fix: 'Name the release whose rows you hold, and ask for the changes of a later one.',
    },
  ]);
}
