import { Injectable } from '@nestjs/common';
import { AssumptionsService } from '#assumptions';
import type { WhatIfBase } from '#modules/what-if';
import { UnitOfWork } from '#persistence';
import { loadPolicy } from '#policy';
import type { ProjectionUnit } from '#queue';
import { UnitInputs } from '../run/unit-inputs';

/** What a browser needs to project an organisation again by itself while its assumptions are edited. */
@Injectable()
export class WhatIfBaseService {
  private readonly inputs: UnitInputs;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assumptions: AssumptionsService,
  ) {
    this.inputs = new UnitInputs(assumptions, loadPolicy());
  }

  /**
   * The unit's resolved input of the central case, of one moment, with the rows it was resolved from.
   *
   * @throws NotFoundError for an unknown scenario, an organisation outside the round's tree, or one that is
   *   not projected itself
   */
  async read(unit: ProjectionUnit): Promise<WhatIfBase> {
    const { scenarioId, organisationId } = unit;
    return this.unitOfWork.run(async (manager) => {
      const { inputVersion } = await this.inputs.layers(manager, unit);
      const { input } = await this.inputs.build(manager, unit);
      const { rows, staffGroups } = await this.assumptions.cascadeRows(manager, scenarioId, organisationId);
      const tree = staffGroups.map(({ code, parentCode }) => ({ code, parentCode }));
      return { input, rows, staffGroups: tree, inputVersion };
    });
  }
}
