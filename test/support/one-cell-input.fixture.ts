import { EXIT_CAUSES, type EngineGroup, type EngineInput } from '#engine';

/** An organisation of one-cell groups with 100 people, 80 FTE, no exits, no joiners, over two months. */
export function oneCellInput(...changes: readonly Partial<EngineGroup>[]): EngineInput {
  const groups = changes.length === 0 ? [{}] : changes;
  return {
    bands: 1,
    ageBandWidths: [null],
    ethnicities: 1,
    months: 2,
    stepYears: 1 / 12,
    moves: [],
    groups: groups.map((change, index) => ({ ...oneCellGroup(index), ...change })),
  };
}

function oneCellGroup(index: number): EngineGroup {
  return {
    code: `group-${index}`,
    headcount: [100],
    fte: [80],
    plannedExits: [0, 0],
    exitProbability: EXIT_CAUSES.map(() => [0, 0]),
    shareToSameSystem: [0, 0],
    shareToOtherNhs: [0, 0],
    recruitment: { mode: 'planned', sources: [] },
    participationFactor: [1, 1],
    absence: [0, 0],
    costs: [],
  };
}
