import {
  readRegistersOfUnit,
  readScenarioChain,
  registersOfInput,
  type AssumptionsService,
  type HeldValue,
  type InputLayers,
  type LeftOutEntry,
} from '#assumptions';
import { readBaseline } from '#baselines';
import type { ProjectionInput, ProjectionNotice } from '#modules/projection';
import { OrganisationTree } from '#organisations';
import { NotFoundError } from '#platform';
import { projectionPolicy, type PolicyData } from '#policy';
import type { ProjectionUnit } from '#queue';
import { entryProvenance, type InputProvenance } from './input-provenance';
import type { EntityManager } from 'typeorm';

/** A complete input, and what a planner must know about how it came about. */
export interface BuiltInput {
  readonly input: ProjectionInput;
  readonly notices: readonly ProjectionNotice[];
  readonly provenance: InputProvenance;
}

/** A unit has no opening position in its round: there is nothing to project. */
export class NoBaselineError extends NotFoundError {
  constructor(unit: ProjectionUnit) {
    super('No opening position is loaded for the organisation in this round.', { ...unit });
  }
}

/** Reads what units are projected from. The caller's transaction makes everything read be of one moment. */
export class UnitInputs {
  constructor(
    private readonly assumptions: AssumptionsService,
    private readonly policy: PolicyData,
  ) {}

  /** The versioned layers that the unit reads, and its input version. */
  layers(manager: EntityManager, unit: ProjectionUnit): Promise<InputLayers> {
    return this.assumptions.inputLayers(manager, unit.scenarioId, unit.organisationId);
  }

  /**
   * The complete input of the central case: baseline, resolved assumptions and policy.
   *
   * @throws NoBaselineError when the unit has no opening position
   */
  async build(manager: EntityManager, unit: ProjectionUnit): Promise<BuiltInput> {
    const { round } = await readScenarioChain(manager, unit.scenarioId);
    const baseline = await readBaseline(manager, await snapshotOf(manager, unit, round.id));
    const resolved = await this.assumptions.resolve(manager, unit.scenarioId, unit.organisationId);
    const entries = await readRegistersOfUnit(manager, unit.scenarioId, unit.organisationId);
    const { registers, leftOut } = registersOfInput(
      entries,
      new Set(baseline.staffGroups.map(({ code }) => code)),
    );
    const { firstYear, years } = round;
    const input: ProjectionInput = {
      schema: 'wholetime.projection-input/1',
      organisation: await labelOf(manager, unit, round.treeAsAt),
      calendar: { baselineMonth: baseline.baselineMonth, firstYear, years },
      bands: baseline.bands,
      ageBands: baseline.ageBands,
      ethnicities: baseline.ethnicities,
      staffGroups: baseline.staffGroups,
      assumptions: resolved.assumptions,
      ...(Object.keys(registers).length === 0 ? {} : { registers }),
      policy: projectionPolicy(this.policy, firstYear, years),
      seed: '0',
      draws: 0,
    };
    return {
      input,
      notices: [...baseline.notices, ...resolved.held.map(heldNotice), ...leftOut.map(leftOutNotice)],
      provenance: { assumptions: resolved.provenance, registers: entryProvenance(entries) },
    };
  }
}

async function snapshotOf(manager: EntityManager, unit: ProjectionUnit, roundId: string): Promise<string> {
  const [row]: { snapshotId: string | null }[] = await manager.query(
    `SELECT baseline_snapshot_id AS snapshotId FROM round_participant WHERE round_id = ? AND organisation_id = ?`,
    [roundId, unit.organisationId],
  );
  const snapshotId = row?.snapshotId ?? null;
  if (snapshotId === null) {
    throw new NoBaselineError(unit);
  }
  return snapshotId;
}

async function labelOf(
  manager: EntityManager,
  unit: ProjectionUnit,
  asAt: string,
): Promise<ProjectionInput['organisation']> {
  const node = (await OrganisationTree.load(manager, asAt)).node(unit.organisationId);
  if (node === undefined) {
    throw new NotFoundError('The organisation is not in the tree of the round.', { ...unit });
  }
  return { code: node.code, name: node.name };
}

function heldNotice({ parameter, staffGroup, year, bound, value }: HeldValue): ProjectionNotice {
  return {
    code: 'assumption-held-at-bound',
    staffGroup,
    message: `${parameter} of ${year} is held at its ${bound}.`,
    amount: value,
  };
}

function leftOutNotice({ register, entryKey, staffGroup }: LeftOutEntry): ProjectionNotice {
  return {
    code: 'register-entry-left-out',
    staffGroup: null,
    message: `An entry of ${register} (${entryKey}) is for ${staffGroup}, which the organisation does not have.`,
    amount: null,
  };
}
