import { useQuery } from '@tanstack/react-query';
import { overviewQuery, type Unit } from '../api/queries';
import type { Overview } from '../api/types';
import { BridgeCard } from '../overview/bridge-card';
import { NotProjected } from '../overview/not-projected';
import { chosenStaffGroup, overviewSentence } from '../overview/overview-sentence';
import { SupplyCard } from '../overview/supply-card';
import { FreshnessLine } from '../plan/freshness-line';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';

/** Where server-sent events don't arrive, a recalculation is still noticed. */
const POLL_MILLISECONDS = 2_000;

interface ProjectionProps {
  readonly overview: Overview;
  readonly staffGroup: string | null;
}

function Projection({ overview, staffGroup }: ProjectionProps) {
  const group = chosenStaffGroup(overview, staffGroup);
  if (overview.result === null || group === null) return <NotProjected freshness={overview.freshness} />;
  const sentence = overviewSentence(overview, group);
  const bridge = overview.bridges[group.code] ?? null;
  return (
    <>
      <SupplyCard title={group.name} years={overview.years} group={group} sentence={sentence} height={280} />
      <p className="wt-card__sentence wt-projection__sentence">{sentence}</p>
      {bridge === null ? null : (
        <details className="nhsuk-details wt-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">What moves staff in post</span>
          </summary>
          <div className="wt-projection__bridge">
            <BridgeCard bridge={bridge} />
          </div>
        </details>
      )}
    </>
  );
}

interface ProjectionPanelProps {
  readonly unit: Unit;
  readonly staffGroup: string | null;
  /** True while an edit is on its way to the server. */
  readonly isSaving: boolean;
}

/** The projection of the selected staff group: the last figures stay, dimmed, until the new ones arrive. */
export function ProjectionPanel({ unit, staffGroup, isSaving }: ProjectionPanelProps) {
  const overview = useQuery({
    ...overviewQuery(unit),
    refetchInterval: (query) =>
      query.state.data?.freshness.state === 'recalculating' ? POLL_MILLISECONDS : false,
  });
  if (overview.data === undefined) {
    return (
      <section className="wt-card" aria-label="Projection">
        {overview.isError ? (
          <Failure error={overview.error} what="the projection" onRetry={() => void overview.refetch()} />
        ) : (
          <Loading what="the projection" />
        )}
      </section>
    );
  }
  const isStale = isSaving || overview.data.freshness.state === 'recalculating';
  return (
    <section
      className={isStale ? 'wt-card wt-stale-card' : 'wt-card'}
      aria-label="Projection"
      aria-busy={isStale}
    >
      <p className="wt-projection__freshness">
        <FreshnessLine freshness={overview.data.freshness} />
      </p>
      <div className="wt-projection" data-result={overview.data.result?.id ?? ''}>
        <Projection overview={overview.data} staffGroup={staffGroup} />
      </div>
    </section>
  );
}
