import { Controller, Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { PermissionService, type SignedInPerson } from '#access';
import { OrganisationTree, type OrganisationNode } from '#organisations';
import { PlanningRoundEntity } from '#persistence';
import { NotFoundError } from '#platform';
import { Requires } from '../access/endpoint-access';
import { Person } from '../access/signed-in-request';
import { boolean, id, listOf, nullable, object, string } from '../openapi/schema';
import { OrganisationsQuery } from './organisations.request';

interface VisibleNode extends Pick<OrganisationNode, 'id' | 'code' | 'name' | 'type' | 'parentId'> {
  /** Whether the person may change assumptions there, and make scenarios for it. */
  readonly canEdit: boolean;
}

const NODES = object({
  nodes: listOf(
    object({ id, code: string, name: string, type: string, parentId: nullable(id), canEdit: boolean }),
  ),
});

/** The organisation tree of a round. */
@ApiTags('Organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly permissions: PermissionService,
  ) {}

  @Get()
  @Requires('organisations:read', 'anywhere')
  @ApiOperation({
    operationId: 'listOrganisations',
    summary: 'The organisations that you may see, as they were on the date of the round',
  })
  @ApiOkResponse({ schema: NODES })
  @ApiNotFoundResponse({ description: 'There is no such round.' })
  async list(
    @Query() { roundId }: OrganisationsQuery,
    @Person() person: SignedInPerson,
  ): Promise<{ readonly nodes: readonly VisibleNode[] }> {
    const { manager } = this.dataSource;
    const round = await manager.findOneBy(PlanningRoundEntity, { id: roundId });
    if (round === null) throw new NotFoundError('There is no such round.');
    const tree = await OrganisationTree.load(manager, round.treeAsAt);
    const visible = await this.permissions.organisationsWith(person.id, 'organisations:read');
    const editable = await this.permissions.organisationsWith(person.id, 'assumptions:edit');
    const nodes = tree.nodes.filter((node) => visible.has(node.id));
    return {
      nodes: nodes.map((node) => ({ ...visibleNode(node, visible), canEdit: editable.has(node.id) })),
    };
  }
}

/** The node above a person's topmost one stays out of sight. */
function visibleNode(node: OrganisationNode, visible: ReadonlySet<string>): Omit<VisibleNode, 'canEdit'> {
  const { id: nodeId, code, name, type, parentId } = node;
  return {
    id: nodeId,
    code,
    name,
    type,
    parentId: parentId !== null && visible.has(parentId) ? parentId : null,
  };
}
