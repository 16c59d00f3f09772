import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EsrExtractsService, MonthlyFilesService } from '#baselines';
import { OrganisationTree, type OrganisationNode } from '#organisations';
import { UnitOfWork } from '#persistence';
import { NotFoundError } from '#platform';
import { extractsView, monthlyFilesView } from '#views';
import { Requires } from '../access/endpoint-access';
import { ExtractsViewQuery, MonthlyFileParam, MonthlyFilesViewQuery } from './extract-views.request';
import { sendView } from './send-view';
import { ViewFile } from './view-file';
import { FormatParam } from './views.request';

/** What the pages of an employer's own extracts, ledgers and rosters show, as files. */
@ApiTags('Views')
@ApiNotFoundResponse({ description: 'Unknown, or not open to you.' })
@Controller('views')
export class ExtractViewsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly extracts: EsrExtractsService,
    private readonly monthlyFiles: MonthlyFilesService,
  ) {}

  @Get('esr.:format')
  @Requires('extracts:read', 'query.organisationId')
  @ViewFile('downloadExtracts', 'The ESR extracts of an employer, and what one of them comes to')
  async extractsFile(
    @Param() { format }: FormatParam,
    @Query() { table, organisationId, report }: ExtractsViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const extracts = await this.extracts.list(organisationId);
    const { mapping } = await this.extracts.mapping(organisationId);
    const view = extractsView({
      organisation: await this.organisation(organisationId),
      extracts,
      opened: openedOf(extracts, report),
      mapping,
      names: await this.extracts.vocabulary(),
    });
    await sendView(reply, view, { format, table });
  }

  @Get('monthly-files/:kind.:format')
  @Requires('extracts:read', 'query.organisationId')
  @ViewFile('downloadMonthlyFiles', 'The ledgers or rosters of an employer, and what one of them comes to')
  async monthlyFile(
    @Param() { kind, format }: MonthlyFileParam,
    @Query() { table, organisationId, report, month }: MonthlyFilesViewQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const files = await this.monthlyFiles.list({ kind, organisationId });
    const view = monthlyFilesView(kind, {
      organisation: await this.organisation(organisationId),
      files,
      opened: openedOf(files, report),
      month,
      names: await this.monthlyFiles.vocabulary(kind),
    });
    await sendView(reply, view, { format, table });
  }

  private async organisation(organisationId: string): Promise<OrganisationNode | null> {
    const today = new Date().toISOString().slice(0, 10);
    const tree = await this.unitOfWork.run((manager) => OrganisationTree.load(manager, today));
    return tree.node(organisationId) ?? null;
  }
}

/** The import of an id; null where none is asked for. */
function openedOf<Import extends { readonly id: string }>(
  imports: readonly Import[],
  wanted: string | undefined,
): Import | null {
  if (wanted === undefined) return null;
  const found = imports.find(({ id }) => id === wanted);
  if (found === undefined) throw new NotFoundError('There is no such import.', { import: wanted });
  return found;
}
