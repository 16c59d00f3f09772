import { EXIT_CAUSES, JOINER_SOURCES, type EngineGroupOutput } from '#engine';

import type { GroupLines, SimulatedGroup } from '../compilation';
import type { CompiledProjection } from './compile-projection';

/** Stocks and flows as the engine reports them, with funded posts and requirement: what every later line rests on. */
export function engineLines(
  { simulated, start }: Pick<SimulatedGroup, 'simulated' | 'start'>,
  compiled: Pick<CompiledProjection, 'establishment' | 'requirement' | 'skillMix'>,
): GroupLines {
  return {
    headcount: [...simulated.headcount],
    fte: [...simulated.fte],
    'available-fte': [...simulated.availableFte],
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
export function fromOpening(flow: Iterable<number> | undefined): readonly number[] {
  return [0, ...(flow ?? [])];
}
