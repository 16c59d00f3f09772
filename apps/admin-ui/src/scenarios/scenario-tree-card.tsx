import { useQuery } from '@tanstack/react-query';
import { scenarioTree } from '#views/lists';
import { organisationsQuery, type Unit } from '../api/queries';
import type { Round } from '../api/types';
import { ViewLinks } from '../downloads/view-links';
import { ScenarioItem } from './scenario-item';
import type { ScenarioView } from './scenario-view';

interface ScenarioTreeCardProps {
  readonly round: Round;
  readonly unit: Unit;
  readonly view: ScenarioView;
}

/** The scenarios of the round, each below what it is built on. */
export function ScenarioTreeCard({ round, unit, view }: ScenarioTreeCardProps) {
  const { data: nodes = [] } = useQuery(organisationsQuery(round.id));
  const archived = round.scenarios.filter(({ isArchived }) => isArchived).length;
  const tree = scenarioTree(round.scenarios, { withArchived: view.withArchived, currentId: unit.scenarioId });
  return (
    <section className="wt-card" aria-labelledby="scenario-tree">
      <h2 className="nhsuk-heading-m wt-card__heading" id="scenario-tree">
        Scenarios of the round
      </h2>
      <p className="wt-secondary">
        A scenario reads what it stands on wherever it has no value of its own. Choose one or two to compare
        with.
      </p>
      <ul className="wt-scenarios">
        {tree.map((node) => (
          <ScenarioItem
            key={node.scenario.id}
            {...node}
            unit={unit}
            nodes={nodes}
            isBeside={view.beside.includes(node.scenario.id)}
            onToggle={() => view.toggle(node.scenario.id)}
          />
        ))}
      </ul>
      <ViewLinks title="table Scenarios of the round" table="tree" />
      {archived === 0 ? null : (
        <p className="wt-fold-rows">
          <button
            type="button"
            className="wt-link-button"
            aria-pressed={view.withArchived}
            onClick={() => view.showArchived(!view.withArchived)}
          >
            {view.withArchived ? 'Hide archived scenarios' : `Show archived scenarios (${archived})`}
          </button>
        </p>
      )}
    </section>
  );
}
