import type { EngineGroup, EngineInput, EngineOptions, EngineOutput } from '../model';
import { sharedKernel } from './kernel-instance';
import { ExitTable, Outcome } from './memory-map';
import { readOutput } from './read-output';
import type { PlanContent } from './write-group';
import { writePlan } from './write-plan';

/**
 * The same as `simulateReadable`, to the bit, by the WebAssembly kernel.
 *
 * @param input valid
 * @returns null where this JavaScript engine has no WebAssembly vectors, or a law was broken: the readable
 * engine then says which.
 */
export function simulateFast(input: EngineInput, options: EngineOptions): EngineOutput | null {
  const kernel = sharedKernel();
  if (kernel === null) {
    return null;
  }
  kernel.arena.clear();
  const plan = writePlan(input, contentOf(input, options), kernel.arena);
  return kernel.run(plan.address) === Number(Outcome.Done) ? readOutput(input, plan, kernel.arena) : null;
}

function contentOf(input: EngineInput, { cellMonths }: EngineOptions): PlanContent {
  const monthEnds = Array.from({ length: input.months + 1 }, (_, month) => month);
  return {
    exitTable: ExitTable.Probabilities,
    exits: (group: EngineGroup) => group.exitProbability,
    periodOfMonth: [],
    keptMonths: monthEnds.filter((month) => cellMonths.includes(month)),
    meanMonths: 0,
    movesPlanned: ({ people }) => people.some((each) => each > 0),
  };
}
