import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInPerson } from '#access';
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
  ) {}

  @Get()
  @Requires('rounds:read', 'anywhere')
  @ApiOperation({ operationId: 'listRounds', summary: 'All rounds, with the plans that you may read' })
  @ApiOkResponse({ schema: ROUNDS })
  async list(@Person() person: SignedInPerson): Promise<{ readonly rounds: readonly RoundSummary[] }> {
    return { rounds: await this.plans.rounds(await this.visibility.of(person.id)) };
  }
}
