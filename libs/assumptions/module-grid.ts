import { PARAMETERS, type ParameterDefinition, type PlanningModule } from '#modules/registry';
import type { OrganisationNode } from '#organisations';
import type { EntityManager } from 'typeorm';
import type { AssumptionRow } from './assumption-row.repository';
import { readCalibrationEvidence } from './calibration-evidence.repository';
import { gridRows, roundYears, type GridRow, type GridYear } from './grid';
import type { ChainScenario } from './scenario-chain.repository';
import { readUnitRows, type UnitContext } from './unit-context';

/** Which grids are asked for: every parameter of one module at one organisation node under one scenario. */
export interface ModuleGridQuestion {
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly module: PlanningModule;
}

/** The values in force of every parameter of a module. */
export interface ModuleGrid {
  readonly scenario: ChainScenario;
  readonly organisation: Pick<OrganisationNode, 'id' | 'code' | 'name' | 'type'>;
  /** The years of the round; a parameter with one value for all years has its cell in the first. */
  readonly years: readonly GridYear[];
  readonly grids: readonly { readonly parameter: ParameterDefinition; readonly rows: readonly GridRow[] }[];
  readonly inputVersion: number;
}

/** Reads every parameter of a module in two queries, whatever their number. */
export async function readModuleGrids(
  manager: EntityManager,
  context: UnitContext,
  module: PlanningModule,
): Promise<Omit<ModuleGrid, 'inputVersion'>> {
  const parameters = PARAMETERS.filter((parameter) => parameter.module === module);
  const keys = new Set(parameters.map(({ key }) => key));
  const rows = (await readUnitRows(manager, context)).filter(({ parameter }) => keys.has(parameter));
  const evidence = await readCalibrationEvidence(
    manager,
    rows.map(({ id }) => id),
  );
  const { firstYear, years } = context.chain.round;
  const { id, code, name, type } = context.ancestry[0];
  const rowsOf = (key: string): readonly AssumptionRow[] => rows.filter(({ parameter }) => parameter === key);
  return {
    scenario: context.chain.scenarios[0],
    organisation: { id, code, name, type },
    years: roundYears(firstYear, years),
    grids: parameters.map((definition) => ({
      parameter: definition,
      rows: gridRows({ context, definition, rows: rowsOf(definition.key), evidence }),
    })),
  };
}
