import type { ScenarioSummary } from '../api/types';

/** A scenario with how deep it stands on its bases. */
export interface ScenarioNode {
  readonly scenario: ScenarioSummary;
  readonly depth: number;
}

/** Scenarios as a tree, each below what it is built on; archived ones only where they are wanted, or in use. */
export function scenarioTree(
  scenarios: readonly ScenarioSummary[],
  { withArchived, currentId }: { readonly withArchived: boolean; readonly currentId: string },
): ScenarioNode[] {
  const known = new Set(scenarios.map(({ id }) => id));
  const isRoot = ({ baseScenarioId }: ScenarioSummary) =>
    baseScenarioId === null || !known.has(baseScenarioId);
  const walk = (scenario: ScenarioSummary, depth: number): ScenarioNode[] => [
    { scenario, depth },
    ...scenarios
      .filter(({ baseScenarioId }) => baseScenarioId === scenario.id)
      .flatMap((child) => walk(child, depth + 1)),
  ];
  const nodes = scenarios.filter(isRoot).flatMap((root) => walk(root, 0));
  const isNeeded = (id: string): boolean =>
    nodes.some(({ scenario }) => scenario.baseScenarioId === id && isShown(scenario));
  const isShown = ({ id, isArchived }: ScenarioSummary): boolean =>
    withArchived || !isArchived || id === currentId || isNeeded(id);
  return nodes.filter(({ scenario }) => isShown(scenario));
}
