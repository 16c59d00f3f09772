import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { SignedInPerson } from '#access';
import { NotFoundError } from '#platform';
import { PlansService, type PlanDetail } from '#plans';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import { PlanVisibilityReader } from './plan-visibility';
import { PLAN_DETAIL } from './round.schema';

/** Plans of systems. */
@ApiTags('Rounds and plans')
@Controller('plans')
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly visibility: PlanVisibilityReader,
  ) {}

  @Get(':id')
  @Requires('plans:read-submitted', 'plan')
  @ApiOperation({ operationId: 'readPlan', summary: 'A plan with each of its organisations' })
  @ApiOkResponse({ schema: PLAN_DETAIL })
  @ApiNotFoundResponse({ description: 'There is no such plan, or it is not open to you.' })
  async read(@Param('id', ParseUUIDPipe) id: string, @Person() person: SignedInPerson): Promise<PlanDetail> {
    const mayRead = await this.visibility.of(person.id);
    if (!mayRead(await this.plans.planKey(id))) {
      throw new NotFoundError('There is no such plan, or it is not open to you.');
    }
    return this.plans.plan(id);
  }
}
