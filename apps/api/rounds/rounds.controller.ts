import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PermissionService, type SignedInPerson } from '#access';
import { PlansService, type RoundSummary } from '#plans';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import { PlanVisibilityReader } from './plan-visibility';
import { ROUNDS } from './round.schema';

/** Planning rounds with their scenarios and plans. */
@ApiTags('Rounds and plans')
@Controller('rounds')
export class RoundsController {
  constructor(
    private readonly plans: PlansService,
    private readonly visibility: PlanVisibilityReader,
    private readonly permissions: PermissionService,
  ) {}

  @Get()
  @Requires('rounds:read', 'anywhere')
  @ApiOperation({
    operationId: 'listRounds',
    summary: 'All rounds, with the scenarios and plans that you may read',
  })
  @ApiOkResponse({ schema: ROUNDS })
  async list(@Person() person: SignedInPerson): Promise<{ readonly rounds: readonly RoundSummary[] }> {
    const mayReadPlan = await this.visibility.of(person.id);
    const open = await this.permissions.organisationsWith(person.id, 'projections:read');
    return { rounds: await this.plans.rounds(mayReadPlan, (organisationId) => open.has(organisationId)) };
  }
}
