import { parentPort } from 'node:worker_threads';
import { loadLinearSolver } from '#linear-programming';
import type { ProjectionInput } from '#modules/projection';
import { loadPolicy } from '#policy';
import { solveGoal } from './solve-goal';
import { solveNation } from './solve-nation';
import { solvePlan } from './solve-plan';
import type { SolveTask } from './solve.task';
import type { Solved } from './solved';

/** Told at most this often: the rounds of a plan are many and short. */
const TOLD_MILLISECONDS = 100;

let told = 0;

function tell(share: number): void {
  const now = performance.now();
  if (now - told < TOLD_MILLISECONDS) return;
  told = now;
  parentPort?.postMessage({ kind: 'progress', share });
}

async function solve({ asked, inputs, names, systems }: SolveTask): Promise<Solved> {
  if (asked.kind === 'plan' && systems.length > 1) {
    const read = (places: readonly number[]): readonly ProjectionInput[] =>
      places.map((place) => JSON.parse(inputs[place] ?? 'null') as ProjectionInput);
    const asking = systems.map(({ inputs: places, ...system }) => ({
      ...system,
      inputs: () => read(places),
    }));
    return solveNation(asking, asked, { solver: await loadLinearSolver(), names, onProgress: tell });
  }
  const given = inputs.map((text) => JSON.parse(text) as ProjectionInput);
  if (asked.kind === 'goal') return solveGoal(given, asked, names);
  const { leaverRates } = loadPolicy();
  return solvePlan(given, asked, { solver: await loadLinearSolver(), leaverRates, names, onProgress: tell });
}

parentPort?.on('message', ({ question }: { readonly question: string }) => {
  solve(JSON.parse(question) as SolveTask).then(
    (solved) => parentPort?.postMessage({ kind: 'analysed', answer: JSON.stringify(solved) }),
    (error: unknown) =>
      parentPort?.postMessage({
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
        code: null,
      }),
  );
});
