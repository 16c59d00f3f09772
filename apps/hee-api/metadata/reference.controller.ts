import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReleaseFilesReader, ReleaseReader, type ReleaseFileName } from '#publication';
import type { Exchange } from '../edge/exchange';
import { sendFile } from '../releases/send-file';
import { RequireScope, type AuthenticatedRequest } from '../token/bearer.guard';
import { ORGANISATIONS_SCHEMA, STAFF_GROUPS_SCHEMA } from './reference.schema';

/** Organisations and staff groups as they stood at the newest release. */
@ApiTags('Metadata')
@RequireScope('releases:read')
@Controller('v1')
export class ReferenceController {
  constructor(
    private readonly reader: ReleaseReader,
    private readonly files: ReleaseFilesReader,
  ) {}

  @Get('organisations')
  @ApiOperation({
    operationId: 'readOrganisations',
    summary: 'Organisations with their names, codes and parents by date, and who took over from whom',
  })
  @ApiOkResponse({ schema: ORGANISATIONS_SCHEMA })
  async organisations(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sendNewest('organisations.json', { request, reply });
  }

  @Get('staff-groups')
  @ApiOperation({ operationId: 'readStaffGroups', summary: 'The tree of staff groups' })
  @ApiOkResponse({ schema: STAFF_GROUPS_SCHEMA })
  async staffGroups(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sendNewest('staff-groups.json', { request, reply });
  }

  private async sendNewest(name: ReleaseFileName, exchange: Exchange): Promise<void> {
    const { id } = await this.reader.newest();
    await sendFile(this.files, { releaseId: id, name }, exchange, 'revalidate');
  }
}
