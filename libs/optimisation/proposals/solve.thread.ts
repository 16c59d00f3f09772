import { parentPort } from 'node:worker_threads';
import { loadLinearSolver } from '#linear-programming';
import type { ProjectionInput } from '#modules/projection';
import { loadPolicy } from '#policy';
import { solveGoal } from './solve-goal';
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

async function solve({ asked, inputs, names }: SolveTask): Promise<Solved> {
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
