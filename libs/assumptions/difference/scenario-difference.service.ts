import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#persistence';
import { InvalidInputError } from '#platform';
import type { EntityManager } from 'typeorm';
import { effectiveEntries } from '../registers/effective-entries';
import { readRegisterRows } from '../registers/register-entry.repository';
import { readScenarioChain } from '../scenario-chain.repository';
import { loadUnitContext, readUnitRows, type UnitContext } from '../unit-context';
import { differentAssumptions } from './different-assumptions';
import { differentEntries } from './different-entries';
import type { ChangedBelow, ScenarioDifference } from './scenario-difference';

/** Two scenarios of one round, and the node at which they are compared. */
export interface DifferenceQuestion {
  readonly scenarioId: string;
  readonly baseScenarioId: string;
  readonly organisationId: string;
}

/** Compares what scenarios assume. Whether the person may do so is decided before it is called. */
@Injectable()
export class ScenarioDifferenceService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The assumptions and register entries that differ, each as it is in force on both sides.
   *
   * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
   * @throws InvalidInputError for scenarios of different rounds
   */
  async read({
    scenarioId,
    baseScenarioId,
    organisationId,
  }: DifferenceQuestion): Promise<ScenarioDifference> {
    return this.unitOfWork.run(async (manager) => {
      const base = await loadUnitContext(manager, baseScenarioId, organisationId);
      const changed = await loadUnitContext(manager, scenarioId, organisationId);
      if (base.chain.round.id !== changed.chain.round.id) throw new InvalidInputError([OTHER_ROUND]);
      const sides = { base, changed };
      const { id, code, name, type } = changed.ancestry[0];
      return {
        organisation: { id, code, name, type },
        base: base.chain.scenarios[0],
        changed: changed.chain.scenarios[0],
        assumptions: differentAssumptions(
          { context: base, rows: await readUnitRows(manager, base) },
          { context: changed, rows: await readUnitRows(manager, changed) },
        ),
        entries: differentEntries(await entriesOf(manager, base), await entriesOf(manager, changed), changed),
        below: await changedBelow(manager, sides),
      };
    });
  }

  /** What a scenario is built on directly; nothing for one without a base. @throws NotFoundError */
  async baseOf(scenarioId: string): Promise<readonly string[]> {
    const { scenarios } = await this.unitOfWork.run((manager) => readScenarioChain(manager, scenarioId));
    return scenarios.slice(1, 2).map(({ id }) => id);
  }
}

const OTHER_ROUND = {
  pointer: '/baseScenarioId',
  rule: 'same-round',
  message: 'The two scenarios belong to different rounds.',
  fix: 'Choose a scenario of the same round.',
};

async function entriesOf(manager: EntityManager, context: UnitContext) {
  const rows = await readRegisterRows(
    manager,
    context.chain.scenarios.map(({ id }) => id),
    context.ancestry.map(({ id }) => id),
  );
  return [...effectiveEntries(context, rows).values()].flat();
}

/** The scenarios that only one of two chains reads: what differs is entered there. */
function scenariosOnOneSide(base: UnitContext, changed: UnitContext): ReadonlySet<string> {
  const left = base.chain.scenarios.map(({ id }) => id);
  const right = changed.chain.scenarios.map(({ id }) => id);
  return new Set([...left.filter((id) => !right.includes(id)), ...right.filter((id) => !left.includes(id))]);
}

async function changedBelow(
  manager: EntityManager,
  { base, changed }: { readonly base: UnitContext; readonly changed: UnitContext },
): Promise<readonly ChangedBelow[]> {
  const scenarios = [...scenariosOnOneSide(base, changed)];
  const nodes = changed.tree.descendantsOf(changed.ancestry[0].id);
  if (scenarios.length === 0 || nodes.length === 0) return [];
  const rows: { organisationId: string; count: string }[] = await manager.query(
    `SELECT organisation_id AS organisationId, COUNT(*) AS count FROM assumption
      WHERE scenario_id IN (?) AND organisation_id IN (?) AND operation <> 'reset' GROUP BY organisation_id`,
    [scenarios, nodes.map(({ id }) => id)],
  );
  const counts = new Map(rows.map(({ organisationId, count }) => [organisationId, Number(count)]));
  return nodes.flatMap(({ id, code, name, type }) => {
    const values = counts.get(id) ?? 0;
    return values === 0 ? [] : [{ organisation: { id, code, name, type }, values }];
  });
}
