import { EXIT_CAUSES, JOINER_SOURCES, type EngineGroupOutput } from '#engine';

import type { GroupLines, StartGroup } from '../compilation';
import type { CompiledProjection } from './compile-projection';
import type { MonthlyMeasure } from './projection-output';

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

const EXIT_LINES = EXIT_CAUSES.map((cause) => `exits-${cause}` as const);
const JOINER_LINES = JOINER_SOURCES.map((source) => `joiners-${source}` as const);

/** Exits by cause and joiners by source. */
export function exitAndJoinerLines({
  exits,
  joiners,
}: Pick<EngineGroupOutput, 'exits' | 'joiners'>): GroupLines {
  const lines: Partial<Record<MonthlyMeasure, readonly number[]>> = {};
  EXIT_LINES.forEach((line, cause) => (lines[line] = fromOpening(exits[cause])));
  JOINER_LINES.forEach((line, source) => (lines[line] = fromOpening(joiners[source])));
  return lines;
}

function flows(group: EngineGroupOutput): GroupLines {
  return {
    ...exitAndJoinerLines(group),
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
