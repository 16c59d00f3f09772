import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useNavigate } from 'react-router';
import { kindOf } from '../api/api-error';
import { overviewQuery, statusQuery, type Unit } from '../api/queries';
import { OrganisationPicker } from '../organisations/organisation-picker';
import { assumptionsAddress, overviewAddress } from '../plan/addresses';
import { FreshnessLine } from '../plan/freshness-line';
import type { UnitPlace } from '../plan/use-unit';
import { Failure } from '../states/failure';
import { RecalculateButton } from './recalculate-button';

const POLL_MILLISECONDS = 2_000;

/** An organisation that has no figures yet: how far its first calculation has come. */
export function NotProjected({ unit }: { readonly unit: Unit }) {
  const queries = useQueryClient();
  const { scenarioId, organisationId } = unit;
  const status = useQuery({
    ...statusQuery(unit),
    refetchInterval: (query) =>
      query.state.data?.freshness.state === 'recalculating' ? POLL_MILLISECONDS : false,
  });
  const freshness = status.data?.freshness ?? null;
  const isPublished = freshness?.publishedAt !== null && freshness !== null;
  useEffect(() => {
    if (!isPublished) return;
    void queries.invalidateQueries({ queryKey: overviewQuery({ scenarioId, organisationId }).queryKey });
  }, [queries, scenarioId, organisationId, isPublished]);
  return (
    <>
      <h2 className="nhsuk-heading-m">No figures yet</h2>
      {freshness?.state === 'recalculating' ? (
        <p>The first calculation is under way. The figures appear here as soon as it is done.</p>
      ) : (
        <p>This organisation has not been calculated in this scenario.</p>
      )}
      {freshness === null ? null : (
        <p>
          <FreshnessLine freshness={freshness} />
        </p>
      )}
      {freshness === null || freshness.message === null ? null : <p>{freshness.message}</p>}
    </>
  );
}

interface NoOverviewProps {
  readonly place: UnitPlace;
  readonly error: Error;
  readonly onRetry: () => void;
}

/** In place of an overview: why there is none, and where to go from here. */
export function NoOverview({ place, error, onRetry }: NoOverviewProps) {
  const navigate = useNavigate();
  const { unit, organisation, context } = place;
  if (kindOf(error) !== 'not-found' || organisation === null || context === null) {
    return <Failure error={error} what="this overview" onRetry={onRetry} />;
  }
  return (
    <>
      <div className="wt-toolbar">
        <OrganisationPicker
          roundId={context.round.id}
          current={organisation}
          onPick={(organisationId) => void navigate(overviewAddress({ ...unit, organisationId }))}
        />
        <div className="wt-toolbar__buttons">
          <Link className="nhsuk-button nhsuk-button--small wt-button" to={assumptionsAddress(unit)}>
            Open assumptions
          </Link>
          <RecalculateButton unit={unit} />
        </div>
      </div>
      <section className="wt-card">
        <NotProjected unit={unit} />
      </section>
    </>
  );
}
