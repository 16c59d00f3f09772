import { NotFoundError } from '#platform';
import type { ProjectionInput } from '#modules/projection';
import type { EntityManager } from 'typeorm';
import { loadStoredInput } from './run-input.repository';

/** What the rows and columns of a run's cells by band and ethnicity are. */
export type RunAxes = Pick<ProjectionInput, 'bands' | 'ethnicities'>;

/** The axes of runs by id; a run whose input is not stored has none. */
export async function readRunAxes(
  manager: EntityManager,
  runs: readonly { readonly runId: string; readonly inputSha256: string }[],
): Promise<ReadonlyMap<string, RunAxes>> {
  const axes = new Map<string, RunAxes>();
  for (const { runId, inputSha256 } of runs) {
    const input = await loadStoredInput(manager, inputSha256).catch((error: unknown) => {
      if (error instanceof NotFoundError) return null;
      throw error;
    });
    if (input === null) continue;
    const { bands, ethnicities } = JSON.parse(input.text) as ProjectionInput;
    axes.set(runId, { bands, ethnicities });
  }
  return axes;
}
