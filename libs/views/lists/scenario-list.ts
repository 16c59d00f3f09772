import type { ListColumns } from './list';

/** What a tree of scenarios is made of. */
export interface ScenarioSummary {
  readonly id: string;
  readonly name: string;
  readonly kind: 'calibration' | 'plan' | 'what-if';
  readonly baseScenarioId: string | null;
  /** The node that it is made for; null for the whole round. */
  readonly organisationId: string | null;
  readonly isArchived: boolean;
  readonly version: number;
}

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

/** What a scenario is for, in words. */
export const SCENARIO_KIND_TEXTS: Readonly<Record<ScenarioSummary['kind'], string>> = {
  calibration: 'Calibrated defaults',
  plan: 'Submission',
  'what-if': 'What-if',
};

/** A scenario of the tree with what it is built on. */
export interface ScenarioRow extends ScenarioNode {
  readonly base: string | null;
}

/** The tree with the names of what each scenario is built on. */
export function scenarioRows(
  scenarios: readonly ScenarioSummary[],
  shown: Parameters<typeof scenarioTree>[1],
): readonly ScenarioRow[] {
  const nameOf = (wanted: string | null) => scenarios.find(({ id }) => id === wanted)?.name ?? null;
  return scenarioTree(scenarios, shown).map((node) => ({
    ...node,
    base: nameOf(node.scenario.baseScenarioId),
  }));
}

/** The scenarios of a round, each below what it is built on. */
export const SCENARIO_COLUMNS = {
  scenario: { heading: 'Scenario', value: ({ scenario }) => scenario.name },
  kind: { heading: 'Kind', value: ({ scenario }) => SCENARIO_KIND_TEXTS[scenario.kind] },
  base: { heading: 'Built on', value: ({ base }) => base },
  state: { heading: 'State', value: ({ scenario }) => (scenario.isArchived ? 'Archived' : 'In use') },
} satisfies ListColumns<ScenarioRow>;
