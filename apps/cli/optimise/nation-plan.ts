import type { LinearSolver } from '#linear-programming';
import { nationalNursingRequest, nursingQuestion } from '#optimisation/catalogue';
import { planNation, type NationalPlan, type NationalProgress } from '#optimisation/decomposition';
import type { RoundSystems } from './read-systems';

/** The plan of several systems together, and what it took. */
export interface NationResult {
  readonly systems: number;
  readonly plan: NationalPlan;
  readonly seconds: number;
  /** Largest heap in use after a system's turn, megabytes. */
  readonly heapMegabytes: number;
}

/** Which systems (left out: all that are projected), and what part of the shortfall may remain. */
export interface NationOptions {
  readonly system?: readonly string[];
  readonly remaining: number;
}

/** Plans systems together, each read from the database whenever it is its turn. */
export async function nationPlan(
  solver: LinearSolver,
  systems: RoundSystems,
  { system, remaining }: NationOptions,
  onProgress: (progress: NationalProgress) => void,
): Promise<NationResult> {
  const started = performance.now();
  const nodes = system === undefined ? await systems.projected() : system.map((code) => systems.system(code));
  let heap = 0;
  const plan = await planNation(
    solver,
    nodes.map((node) => ({
      code: node.code,
      name: node.name,
      read: async () => nursingQuestion(await systems.inputs(node)),
    })),
    nationalNursingRequest(systems.round, { remaining }),
    {
      onProgress,
      check: () => (heap = Math.max(heap, process.memoryUsage().heapUsed)),
    },
  );
  return {
    systems: nodes.length,
    plan,
    seconds: (performance.now() - started) / 1000,
    heapMegabytes: heap / 2 ** 20,
  };
}
