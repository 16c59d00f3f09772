import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { PermissionService, type SignedInPerson } from '#access';
import { YearAttentionService } from '#monitoring';
import { ATTENTION_KINDS, AttentionService, type AttentionItem } from '#plans';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import { id, integer, listOf, nullable, object, oneOf, string } from '../openapi/schema';

const ITEM = object({
  kind: oneOf(...ATTENTION_KINDS),
  scenario: nullable(object({ id, name: string })),
  organisation: nullable(object({ id, code: string, name: string })),
  count: integer,
  message: string,
  cell: nullable(object({ parameter: string, staffGroup: string, year: integer })),
  due: nullable(object({ roundId: id, documentId: nullable(id) })),
  reportId: nullable(id),
});

/** What needs the person who asks. */
@ApiTags('Attention')
@Controller('attention')
export class AttentionController {
  constructor(
    private readonly attention: AttentionService,
    private readonly year: YearAttentionService,
    private readonly permissions: PermissionService,
  ) {}

  @Get()
  @Requires('rounds:read', 'anywhere')
  @ApiOperation({ operationId: 'listAttention', summary: 'What needs you, where you may see to it' })
  @ApiOkResponse({ schema: object({ items: listOf(ITEM) }) })
  async list(
    @Person() { id: personId }: SignedInPerson,
  ): Promise<{ readonly items: readonly AttentionItem[] }> {
    const [edits, runs, extracts, imports] = await Promise.all(
      (['assumptions:edit', 'projections:run', 'extracts:write', 'imports:write'] as const).map(
        (permission) => this.permissions.organisationsWith(personId, permission),
      ),
    );
    const none = new Set<string>();
    const reach = {
      personId,
      edits: edits ?? none,
      runs: runs ?? none,
      extracts: extracts ?? none,
      imports: (imports ?? none).size > 0,
    };
    return { items: [...(await this.attention.read(reach)), ...(await this.year.read(reach))] };
  }

  @Post('reports/:id/reading')
  @HttpCode(204)
  @Requires('imports:read', 'anywhere')
  @ApiOperation({ operationId: 'markReportRead', summary: 'You have read the quality report of an import' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: 'There is no such report.' })
  async read(@Param('id', ParseUUIDPipe) reportId: string, @Person() person: SignedInPerson): Promise<void> {
    await this.attention.markRead(person.id, reportId);
  }
}
