import { Injectable } from '@nestjs/common';
import { answerOnce, recordAudit, type RepeatableRequest } from '#access';
import { PARAMETERS, parameterByKey, type ParameterDefinition } from '#modules/registry';
import type { OrganisationNode } from '#organisations';
import { UnitOfWork } from '#persistence';
import { Clock, ConflictError, InvalidInputError, NotFoundError } from '#platform';
import { appendOutboxRows } from '#queue';
import type { EntityManager } from 'typeorm';
import { readAffectedUnits } from './affected-units';
import type { AssumptionEdits } from './assumption-edit';
import {
  readAssumptionHistory,
  type AssumptionHistoryEntry,
  type HistoryQuestion,
} from './assumption-history.repository';
import { lockAssumptionRows } from './assumption-row.repository';
import { readCalibrationEvidence } from './calibration-evidence.repository';
import type { AssumptionCell } from './cell';
import { changesOf, conflictsOf, storeChanges, type CellChange } from './edit-store';
import { faultsOfEdits } from './edit-validation';
import { CellReader, gridRows, gridYears, type GridMaterial, type GridRow, type GridYear } from './grid';
import { assumptionScope, bumpLayer, layersOfUnit, readLayers, type InputLayers } from './input-layers';
import { readChangesOfUnit, type ChangesQuestion, type PlanChanges } from './plan-changes';
import { readModuleGrids, type ModuleGrid, type ModuleGridQuestion } from './module-grid';
import { resolveUnit, type ResolvedUnit } from './resolve-unit';
import { unitRowsOf, type UnitRows } from './unit-rows';
import { readScenarioChain, type ChainScenario } from './scenario-chain.repository';
import { isProjectedNode, loadUnitContext, readUnitRows, type UnitContext } from './unit-context';

/** Which grid is asked for: one parameter at one organisation node under one scenario. */
export interface GridQuestion {
  readonly scenarioId: string;
  readonly organisationId: string;
  /** Registry key. */
  readonly parameter: string;
}

/** The values in force of one parameter, by staff group and year, each with where it comes from. */
export interface AssumptionGrid {
  readonly scenario: ChainScenario;
  readonly organisation: Pick<OrganisationNode, 'id' | 'code' | 'name' | 'type'>;
  readonly parameter: ParameterDefinition;
  readonly years: readonly GridYear[];
  readonly rows: readonly GridRow[];
  readonly inputVersion: number;
}

/** The cells of a saved batch as they now stand. */
export interface SavedEdits {
  readonly cells: readonly {
    readonly parameter: string;
    readonly staffGroup: string;
    readonly year: number;
    readonly cell: AssumptionCell;
  }[];
  readonly inputVersion: number;
  /** How many projected units read the change. */
  readonly unitsReached: number;
}

/** Reads, edits and resolves assumptions. Whether the person may do so is decided before it is called. */
@Injectable()
export class AssumptionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError for an unknown scenario, organisation or parameter. */
  async readGrid(question: GridQuestion): Promise<AssumptionGrid> {
    const definition = parameterByKey(question.parameter);
    if (definition === undefined) {
      throw new NotFoundError('There is no such parameter.', { parameter: question.parameter });
    }
    return this.unitOfWork.run(async (manager) => {
      const context = await loadUnitContext(manager, question.scenarioId, question.organisationId);
      const { firstYear, years } = context.chain.round;
      const { id, code, name, type } = context.ancestry[0];
      return {
        scenario: context.chain.scenarios[0],
        organisation: { id, code, name, type },
        parameter: definition,
        years: gridYears(definition, firstYear, years),
        rows: gridRows(await readMaterial(manager, context, definition)),
        inputVersion: (await readContextLayers(manager, context)).inputVersion,
      };
    });
  }

  /** Every parameter of a module at once. @throws NotFoundError for an unknown scenario or organisation. */
  async readModuleGrid({ scenarioId, organisationId, module }: ModuleGridQuestion): Promise<ModuleGrid> {
    return this.unitOfWork.run(async (manager) => {
      const context = await loadUnitContext(manager, scenarioId, organisationId);
      const grids = await readModuleGrids(manager, context, module);
      return { ...grids, inputVersion: (await readContextLayers(manager, context)).inputVersion };
    });
  }

  /**
   * Saves a batch of edits, all of them or none, in one transaction with their history, the audit entry,
   * the version of the layer and one message for each projected unit that reads it. With an idempotency key
   * the same batch may be sent again within a day: it is saved once and answered alike.
   *
   * @throws InvalidInputError listing every broken rule with its cell (`EditFault`).
   * @throws ConflictError listing every cell that moved on since it was read (`EditConflict`), or without a
   *   list where the round is closed.
   * @throws NotFoundError for an unknown scenario or organisation.
   */
  async applyEdits(batch: AssumptionEdits): Promise<SavedEdits> {
    if (batch.edits.length === 0) throw new InvalidInputError([EMPTY_BATCH]);
    return this.unitOfWork.run((manager) =>
      answerOnce(manager, repeatable(batch), () => this.applyEditsWithin(manager, batch)),
    );
  }

  /** {@link applyEdits} in the caller's transaction, which answers for repetitions itself. */
  async applyEditsWithin(manager: EntityManager, batch: AssumptionEdits): Promise<SavedEdits> {
    if (batch.edits.length === 0) throw new InvalidInputError([EMPTY_BATCH]);
    // The layer's row lock comes first: whoever edits the same node waits here, and then reads what was saved.
    await bumpLayer(manager, 'assumptions', assumptionScope(batch.scenarioId, batch.organisationId));
    const context = await loadUnitContext(manager, batch.scenarioId, batch.organisationId);
    await assertValid(manager, batch, context);
    const changes = await changesUnderLock(manager, batch);
    await storeChanges(manager, batch, changes, this.clock.now());
    await recordAudit(manager, auditOf(batch, changes));
    const units = await readAffectedUnits(manager, context.tree, batch.scenarioId, batch.organisationId);
    await appendOutboxRows(manager, 'projection.requested', units);
    return {
      cells: await readEditedCells(manager, context, batch),
      inputVersion: (await readContextLayers(manager, context)).inputVersion,
      unitsReached: units.length,
    };
  }

  /**
   * Every parameter for every leaf staff group and year of a unit, index 0 being the year before the
   * round's first. Call it in the transaction in which the input layers are read.
   *
   * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree.
   */
  async resolve(manager: EntityManager, scenarioId: string, organisationId: string): Promise<ResolvedUnit> {
    const context = await loadUnitContext(manager, scenarioId, organisationId);
    return resolveUnit(context, PARAMETERS, await readUnitRows(manager, context));
  }

  /**
   * The stored rows that can decide a unit's values, placed as the cascade reads them, and its staff groups.
   *
   * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
   */
  async cascadeRows(manager: EntityManager, scenarioId: string, organisationId: string): Promise<UnitRows> {
    const context = await loadUnitContext(manager, scenarioId, organisationId);
    return unitRowsOf(context, await readUnitRows(manager, context));
  }

  /**
   * The layers that a unit reads, with their versions, and their sum: its input version.
   *
   * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree.
   */
  async inputLayers(
    manager: EntityManager,
    scenarioId: string,
    organisationId: string,
  ): Promise<InputLayers> {
    return readContextLayers(manager, await loadUnitContext(manager, scenarioId, organisationId));
  }

  /** Every version that one cell has had, newest first. @throws NotFoundError for an unknown scenario. */
  async history(question: HistoryQuestion): Promise<readonly AssumptionHistoryEntry[]> {
    return this.unitOfWork.run(async (manager) => {
      await readScenarioChain(manager, question.scenarioId);
      return readAssumptionHistory(manager, question);
    });
  }

  /**
   * What was changed in a scenario at an organisation and those below it, newest first.
   *
   * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
   */
  async changes({ before = null, limit, ...unit }: ChangesQuestion): Promise<PlanChanges> {
    return this.unitOfWork.run(async (manager) => {
      const context = await loadUnitContext(manager, unit.scenarioId, unit.organisationId);
      return readChangesOfUnit(manager, context, { before, limit });
    });
  }
}

const EMPTY_BATCH = {
  pointer: '/edits',
  rule: 'not-empty',
  message: 'There is nothing to save.',
  fix: 'Send at least one edit.',
};

async function assertValid(
  manager: EntityManager,
  batch: AssumptionEdits,
  context: UnitContext,
): Promise<void> {
  const { firstYear, years, isOpen } = context.chain.round;
  if (!isOpen) throw new ConflictError('The round is closed: its assumptions no longer change.');
  const faults = faultsOfEdits(batch.edits, {
    firstYear,
    years,
    staffGroups: context.staffGroups,
    isProjected: await isProjectedNode(manager, context),
    reason: batch.reason ?? null,
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}

async function changesUnderLock(
  manager: EntityManager,
  batch: AssumptionEdits,
): Promise<readonly CellChange[]> {
  const { scenarioId, organisationId, edits } = batch;
  const current = await lockAssumptionRows(manager, scenarioId, organisationId, parametersOf(batch));
  const conflicts = conflictsOf(edits, current);
  if (conflicts.length > 0) {
    throw new ConflictError('Someone else changed these cells after you read them.', { conflicts });
  }
  return changesOf(edits, current);
}

function repeatable({ actor, idempotencyKey, ...batch }: AssumptionEdits): RepeatableRequest {
  const { scenarioId, organisationId, origin, reason = null, edits } = batch;
  return {
    personId: actor.id,
    key: idempotencyKey ?? null,
    content: { scenarioId, organisationId, origin, reason, edits },
  };
}

function parametersOf({ edits }: AssumptionEdits): readonly string[] {
  return [...new Set(edits.map(({ parameter }) => parameter))];
}

function auditOf(batch: AssumptionEdits, changes: readonly CellChange[]): Parameters<typeof recordAudit>[1] {
  return {
    actor: batch.actor.id,
    action: 'assumptions.edited',
    entity: 'assumption-layer',
    entityId: assumptionScope(batch.scenarioId, batch.organisationId),
    organisationId: batch.organisationId,
    detail: { origin: batch.origin, reason: batch.reason ?? null, changes: changes.map(auditedChange) },
    correlationId: batch.correlationId ?? null,
  };
}

function auditedChange({ edit, version, before }: CellChange) {
  const { parameter, staffGroup, year, operation, value } = edit;
  const was = before === null ? null : { operation: before.operation, value: before.value };
  return { parameter, staffGroup, year, version, operation, value, before: was };
}

async function readEditedCells(
  manager: EntityManager,
  context: UnitContext,
  batch: AssumptionEdits,
): Promise<SavedEdits['cells']> {
  const readers = new Map<string, CellReader>();
  for (const key of parametersOf(batch)) {
    const definition = parameterByKey(key);
    if (definition === undefined) continue;
    readers.set(key, new CellReader(await readMaterial(manager, context, definition)));
  }
  return batch.edits.flatMap(({ parameter, staffGroup, year }) => {
    const reader = readers.get(parameter);
    return reader === undefined ? [] : [{ parameter, staffGroup, year, cell: reader.cell(staffGroup, year) }];
  });
}

async function readMaterial(
  manager: EntityManager,
  context: UnitContext,
  definition: ParameterDefinition,
): Promise<GridMaterial> {
  const rows = await readUnitRows(manager, context, definition.key);
  const evidence = await readCalibrationEvidence(
    manager,
    rows.map(({ id }) => id),
  );
  return { context, definition, rows, evidence };
}

async function readContextLayers(
  manager: EntityManager,
  { chain, ancestry }: UnitContext,
): Promise<InputLayers> {
  const wanted = layersOfUnit(
    chain.scenarios.map(({ id }) => id),
    ancestry.map(({ id }) => id),
    chain.round.id,
  );
  return readLayers(manager, wanted);
}
