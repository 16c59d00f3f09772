import { EXIT_CAUSES, JOINER_SOURCES, type EngineGroupOutput } from '#engine';

import type { GroupLines, StartGroup } from '../compilation';
import type { CompiledProjection } from './compile-projection';

/** Stocks and flows as the engine reports them, with funded posts and requirement: what every later line rests on. */
export function engineLines(
  { simulated, start }: { readonly simulated: EngineGroupOutput; readonly start: StartGroup },
  compiled: Pick<CompiledProjection, 'establishment' | 'requirement' | 'skillMix'>,
): GroupLines {
  return {
    headcount: copyOf(simulated.headcount, 0),
    fte: copyOf(simulated.fte, 0),
    'available-fte': copyOf(simulated.availableFte, 0),
    establishment: compiled.establishment[start.index] ?? [],
    requirement: compiled.requirement[start.index] ?? [],
    'requirement-skill-mix': compiled.skillMix[start.index] ?? [],
    ...flows(simulated),
  };
}

function flows(group: EngineGroupOutput): GroupLines {
  const byCause = EXIT_CAUSES.map(
    (cause, index) => [`exits-${cause}`, fromOpening(group.exits[index])] as const,
  );
  const bySource = JOINER_SOURCES.map(
    (source, index) => [`joiners-${source}`, fromOpening(group.joiners[index])] as const,
  );
  return {
    ...(Object.fromEntries([...byCause, ...bySource]) as GroupLines),
    'exits-planned': fromOpening(group.plannedExits),
    'exits-to-same-system': fromOpening(group.exitsToSameSystem),
    'exits-to-other-nhs': fromOpening(group.exitsToOtherNhs),
    'moves-in': fromOpening(group.movesIn),
    'moves-out': fromOpening(group.movesOut),
    'fte-exits': fromOpening(group.fteExits),
    'fte-joiners': fromOpening(group.fteJoiners),
    'fte-moves-in': fromOpening(group.fteMovesIn),
    'fte-moves-out': fromOpening(group.fteMovesOut),
    'fte-participation-change': fromOpening(group.fteParticipationChange),
  };
}

/** Flows by month with the 0 of the baseline month in front. */
export function fromOpening(flow: ArrayLike<number> | undefined): readonly number[] {
  return copyOf(flow ?? [], 1);
}

/** The values after some zeros. A loop: spreading typed arrays is many times slower, and draws copy millions. */
export function copyOf(values: ArrayLike<number>, zeros: number): number[] {
  const copy = new Array<number>(values.length + zeros).fill(0);
  for (let index = 0; index < values.length; index += 1) copy[index + zeros] = values[index] ?? 0;
  return copy;
}
