import { loadStoredInput } from '#projections';
import { readScenarioChain } from '#assumptions';
import { OrganisationTree } from '#organisations';
import type { EntityManager } from 'typeorm';
import type { Asked } from './asked';
import type { GroupNames } from './compile-plan';
import type { SolveTask } from './solve.task';

/** What a question is worked out from, and whose it is. */
export interface ProposalTask {
  readonly task: SolveTask;
  /** Ids of the organisations by code. */
  readonly organisationOf: ReadonlyMap<string, string>;
}

/** Reads the stored question with the inputs of its base runs: always the same for the same question. */
export async function readProposalTask(manager: EntityManager, proposalId: string): Promise<ProposalTask> {
  const [row]: { request: string; scenarioId: string }[] = await manager.query(
    'SELECT request, scenario_id AS scenarioId FROM plan_proposal WHERE id = ?',
    [proposalId],
  );
  const base: { organisationId: string; inputSha256: string }[] = await manager.query(
    'SELECT organisation_id AS organisationId, input_sha256 AS inputSha256 FROM plan_proposal_base WHERE proposal_id = ?',
    [proposalId],
  );
  const read: { code: string; organisationId: string; text: string }[] = [];
  for (const { organisationId, inputSha256 } of base) {
    const { text } = await loadStoredInput(manager, inputSha256);
    const { organisation } = JSON.parse(text) as { organisation: { code: string } };
    read.push({ code: organisation.code, organisationId, text });
  }
  read.sort((left, right) => (left.code < right.code ? -1 : 1));
  return {
    task: {
      asked: JSON.parse(row?.request ?? 'null') as Asked,
      inputs: read.map(({ text }) => text),
      names: await readGroupNames(manager),
      systems: await readSystems(
        manager,
        row?.scenarioId ?? '',
        read.map(({ organisationId }) => organisationId),
      ),
    },
    organisationOf: new Map(read.map(({ code, organisationId }) => [code, organisationId])),
  };
}

/**
 * The systems that organisations belong to in the tree of the round, with the places of theirs; what belongs to no system
 * is by itself. Empty where there are not several.
 */
export async function readSystems(
  manager: EntityManager,
  scenarioId: string,
  organisations: readonly string[],
): Promise<SolveTask['systems']> {
  const { round } = await readScenarioChain(manager, scenarioId);
  const tree = await OrganisationTree.load(manager, round.treeAsAt);
  const found = new Map<string, { code: string; name: string; inputs: number[] }>();
  organisations.forEach((id, place) => {
    const own = tree.node(id);
    const system = tree.ancestorsOf(id).find(({ type }) => type === 'system') ?? own;
    const { id: key = id, code = '', name = '' } = system ?? {};
    const known = found.get(key) ?? { code, name, inputs: [] };
    known.inputs.push(place);
    found.set(key, known);
  });
  const systems = [...found.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
  return systems.length > 1 ? systems : [];
}

/** Names of all staff groups by code. */
export async function readGroupNames(manager: EntityManager): Promise<GroupNames> {
  const rows: { code: string; name: string }[] = await manager.query('SELECT code, name FROM staff_group');
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
}
