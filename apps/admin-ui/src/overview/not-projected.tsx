import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { roundsQuery, type Unit } from '../api/queries';
import type { Freshness } from '../api/types';
import { overviewAddress } from '../plan/addresses';
import { findPlanContext, leadingScenario } from '../plan/plan-context';

/** The same organisation in the newest open round, where this is an older one. */
function NewestRound({ unit }: { readonly unit: Unit }) {
  const { data: rounds = [] } = useQuery(roundsQuery);
  const newest = rounds.find(({ state }) => state === 'open');
  const own = findPlanContext(rounds, unit.scenarioId, [])?.round;
  const scenario = newest === undefined ? null : leadingScenario(newest);
  if (newest === undefined || own === undefined || scenario === null || newest.id === own.id) return null;
  const address = overviewAddress({ ...unit, scenarioId: scenario.id });
  return (
    <p>
      This is the round {own.name}.{' '}
      <Link to={address}>Open this organisation in the round {newest.name}</Link>.
    </p>
  );
}

/** In place of figures that were never calculated: why there are none, and whether they are on their way. */
export function NotProjected({ unit, freshness }: { readonly unit: Unit; readonly freshness: Freshness }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">No figures yet</h2>
      <p>
        {freshness.state === 'recalculating'
          ? 'The first calculation is under way. The figures appear here as soon as it is done.'
          : 'Nothing has been calculated here in this scenario.'}
      </p>
      {freshness.message === null ? null : <p>{freshness.message}</p>}
      <NewestRound unit={unit} />
    </>
  );
}
