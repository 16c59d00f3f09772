import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { overviewQuery, type Unit } from '../api/queries';
import type { Overview, OverviewStaffGroup } from '../api/types';
import { NotProjected } from '../overview/not-projected';
import { chosenStaffGroup } from '../overview/chosen-staff-group';
import { ProvenanceLine } from '../overview/provenance-line';
import { FreshnessLine } from '../plan/freshness-line';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import type { EditBook } from './grid/edit-book';
import type { EditingState } from './grid/editing-session';
import { HeadlineTable } from './what-if/headline-table';
import { useWhatIf } from './what-if/use-what-if';

/** Where server-sent events don't arrive, a recalculation is still noticed. */
const POLL_MILLISECONDS = 2_000;

/** The published figures drawn, fetched with the library that draws them; their room is kept meanwhile. */
const ProjectionCharts = lazy(() => import('./projection-charts'));

interface HeadlinesProps {
  readonly unit: Unit;
  readonly overview: Overview;
  readonly groups: readonly OverviewStaffGroup[];
  readonly book: EditBook;
}

/** The headline figures with what the entries of this session make of them. */
function EnteredHeadlines({ unit, overview, groups, book }: HeadlinesProps) {
  const entered = useWhatIf(unit, overview.result?.id ?? null, book);
  return <HeadlineTable overview={overview} groups={groups} entered={entered} />;
}

interface ProjectionProps {
  readonly unit: Unit;
  readonly overview: Overview;
  readonly staffGroup: string | null;
  readonly book: EditBook;
  readonly canEdit: boolean;
}

function Projection({ unit, overview, staffGroup, book, canEdit }: ProjectionProps) {
  const group = chosenStaffGroup(overview, staffGroup);
  if (overview.result === null || group === null)
    return (
      <NotProjected
        unit={{ scenarioId: overview.scenario.id, organisationId: overview.organisation.id }}
        freshness={overview.freshness}
      />
    );
  const whole = chosenStaffGroup(overview, null);
  const groups = whole === null || whole === group ? [group] : [group, whole];
  return (
    <>
      {canEdit ? (
        <EnteredHeadlines unit={unit} overview={overview} groups={groups} book={book} />
      ) : (
        <HeadlineTable overview={overview} groups={groups} entered={null} />
      )}
      <Suspense fallback={<div className="wt-chart-placeholder wt-projection__room" />}>
        <ProjectionCharts overview={overview} group={group} />
      </Suspense>
    </>
  );
}

interface ProjectionPanelProps {
  readonly unit: Unit;
  readonly staffGroup: string | null;
  readonly state: EditingState;
  readonly canEdit: boolean;
}

/** The projection of the selected staff group: the last figures stay, dimmed, until the new ones arrive. */
export function ProjectionPanel({ unit, staffGroup, state, canEdit }: ProjectionPanelProps) {
  const overview = useQuery({
    ...overviewQuery(unit),
    refetchInterval: (query) =>
      query.state.data?.freshness.state === 'recalculating' ? POLL_MILLISECONDS : false,
  });
  const isSaving = state.save.kind === 'waiting' || state.save.kind === 'saving';
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
        <Projection
          unit={unit}
          overview={overview.data}
          staffGroup={staffGroup}
          book={state.book}
          canEdit={canEdit}
        />
      </div>
      {overview.data.result === null ? null : <ProvenanceLine result={overview.data.result} />}
    </section>
  );
}
